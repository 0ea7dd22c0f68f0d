import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/entries.zh-CN.ts';

/** What can be done with entries. */
export const entryWords = defineMessages(
  'directoryEntries',
  zhCN,
  () => import('../i18n/entries.en.ts'),
);
