import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/access.zh-CN.ts';

export const accessWords = defineMessages(
  'interchangeAccess',
  zhCN,
  () => import('../i18n/access.en.ts'),
);
