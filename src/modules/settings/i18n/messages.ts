import type { Catalog } from '../../../platform/i18n/languages.ts';

export const settingsMessages: Catalog = {
  'zh-CN': {
    'settings.unknown': '没有这一项设置。',
    'settings.too_many': '这一项最多 {most} 天。',
    'calendar.wrong':
      '这一年的日历有几处不对：日期要在这一年里，不能重复；调休上班日要在周末，又不能同时放假；连续放假不会超过 12 天。请按国务院办公厅的通知改好。',
  },
  en: {
    'settings.unknown': 'There is no such setting.',
    'settings.too_many': 'This can be {most} days at most.',
    'calendar.wrong':
      'Something is wrong with this year: days must lie in it and stand once; make-up days lie on weekends and are no holidays; no holiday is longer than 12 days. Please correct it by the State Council’s notice.',
  },
};
