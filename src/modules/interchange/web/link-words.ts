import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Words of the links on the lists of other modules: kept small, with both languages. */
export const linkWords = defineMessages(
  'interchangeLinks',
  { export: '导出', excel: 'Excel', csv: 'CSV', feed: '订阅' },
  () =>
    Promise.resolve({ default: { export: 'Export', excel: 'Excel', csv: 'CSV', feed: 'Feed' } }),
);
