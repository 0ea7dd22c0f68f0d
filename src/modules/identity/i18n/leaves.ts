import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Why a leave is refused. */
export const leaveMessages: Catalog = {
  'zh-CN': {
    'not_found.leave': '没有这次请假。',
    'leave.days_order': '结束日期早于开始日期，请对调。',
    'leave.past': '这段时间已经过去，请重新选择。',
    'leave.deputy': '请选一位和您同地区、同身份的人代办。',
    'leave.overlaps': '这段时间已经请过假。先取消那一次，再重新写。',
  },
  en: {
    'not_found.leave': 'There is no such leave.',
    'leave.days_order': 'The last day is before the first. Please swap them.',
    'leave.past': 'This time is past. Please choose again.',
    'leave.deputy': 'Please choose somebody of your region with the same role.',
    'leave.overlaps': 'You are away at that time already. Call that off first, then enter it anew.',
  },
};
