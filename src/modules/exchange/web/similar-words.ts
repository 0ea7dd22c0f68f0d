import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/similar.zh-CN.ts';

export const similarWords = defineMessages(
  'exchangeSimilar',
  zhCN,
  () => import('../i18n/similar.en.ts'),
);
