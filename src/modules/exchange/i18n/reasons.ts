import type { Catalog } from '../../../platform/i18n/languages.ts';

export const exchangeMessages: Catalog = {
  'zh-CN': {
    'need.operator': '运营员',
    'need.not_public': '这条需求还没有公开。',
    'need.not_editable': '需求已经提交，不能再改。请运营员退回后再补充。',
    'need.open_dockings': '还有 {count} 件对接没有结束，先结束对接再结束需求。',
    'achievement.not_public': '这项成果没有公开。',
    'achievement.price_order': '报价下限高于上限，请对调。',
    'exchange.unknown_code': '地区或行业代码不存在，请重新选择。',
  },
  en: {
    'need.operator': 'the operator',
    'need.not_public': 'This need is not public yet.',
    'need.not_editable':
      'The need has been handed in and cannot be changed. An operator can return it to you first.',
    'need.open_dockings': '{count} dockings are still open. End them before you end the need.',
    'achievement.not_public': 'This achievement is not public.',
    'achievement.price_order': 'The lowest price is above the highest. Please swap them.',
    'exchange.unknown_code': 'There is no such region or industry code. Please choose again.',
  },
};
