import { defineMessages } from '../../../ui/i18n/messages.ts';

/** Known before the pages themselves are loaded, so kept small and with both languages. */
export const pageTitles = defineMessages(
  'directoryPages',
  { experts: '专家', organisations: '单位', facilities: '仪器设施', claims: '认领' },
  () =>
    Promise.resolve({
      default: {
        experts: 'Experts',
        organisations: 'Organisations',
        facilities: 'Facilities',
        claims: 'Ownership claims',
      },
    }),
);
