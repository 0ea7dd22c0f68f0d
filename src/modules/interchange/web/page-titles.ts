import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'interchangePages',
  { imports: '导入表格', oneImport: '一次导入', access: '我的数据和接口' },
  () =>
    Promise.resolve({
      default: {
        imports: 'Bring in tables',
        oneImport: 'An import',
        access: 'My data and interfaces',
      },
    }),
);
