import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'exchangePages',
  {
    needs: '需求',
    achievements: '成果',
    mine: '我的成果',
    new: '登记成果',
    edit: '修改成果',
    visits: '走访记录',
  },
  () =>
    Promise.resolve({
      default: {
        needs: 'Needs',
        achievements: 'Achievements',
        mine: 'My achievements',
        new: 'Register an achievement',
        edit: 'Change the achievement',
        visits: 'Visit records',
      },
    }),
);
