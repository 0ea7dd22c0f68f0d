import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/parts.zh-CN.ts';

export const partsWords = defineMessages(
  'exchangeParts',
  zhCN,
  () => import('../i18n/parts.en.ts'),
);
