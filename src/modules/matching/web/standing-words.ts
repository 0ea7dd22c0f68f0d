import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/standing.zh-CN.ts';

export const standingWords = defineMessages(
  'matchingStanding',
  zhCN,
  () => import('../i18n/standing.en.ts'),
);
