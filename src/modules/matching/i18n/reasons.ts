import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Why something about matches is refused. */
export const matchingReasons: Catalog = {
  'zh-CN': {
    'match.not_your_offer': '只有成果的单位、专家本人和负责的运营员、技术经理人能看。',
    'match.offer_not_open': '这项成果还没有发布，发布以后才参加匹配。',
    'match.not_yours': '这一对里没有您的需求、成果或专家资料。',
  },
  en: {
    'match.not_your_offer':
      'Only its organisation, the expert, and the operators and brokers in charge can see this.',
    'match.offer_not_open': 'This achievement is not published; it is matched once it is.',
    'match.not_yours': 'Neither side of this pair is yours.',
  },
};
