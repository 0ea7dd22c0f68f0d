import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'matchingPages',
  { home: '说出你的技术难题', match: '谁能解决', models: '排序模型', mine: '新的匹配' },
  () =>
    Promise.resolve({
      default: {
        home: 'Say your technical problem',
        match: 'Who can solve it',
        models: 'Ranking models',
        mine: 'New matches',
      },
    }),
);
