import type { Catalog } from '../../../platform/i18n/languages.ts';

/** Why something about matches is refused. */
export const matchingReasons: Catalog = {
  'zh-CN': {
    'notice.candidates.title': '我的需求有了新的候选',
    'notice.candidates.about': '新登记的成果或专家能答你们单位公开的需求。',
    'digest.candidates.line': '{offer}（{organisation}）',
    'notice.openings.title': '有新的需求可以答',
    'notice.openings.about': '新公开的需求，你们单位的成果或你的专家资料能答。',
    'digest.openings.line': '{need}（{organisation}）',
    'digest.reason.need': '答您的需求“{mine}”：{why}',
    'digest.reason.offer': '您的“{mine}”能答：{why}',
    'digest.reason.phrases': '都说到{phrases}',
    'digest.reason.figure': '要{wanted}，给{offered}',
    'digest.reason.near': '说法相近',
    'digest.reason.comma': '、',
    'digest.reason.and': '；',
    'match.not_your_offer': '只有成果的单位、专家本人和负责的运营员、技术经理人能看。',
    'match.offer_not_open': '这项成果还没有发布，发布以后才参加匹配。',
    'match.not_yours': '这一对里没有您的需求、成果或专家资料。',
    'match.reason_wanted': '请选一个不合适的原因。',
    'match.words_wanted': '选了“其他”，请用一句话写明。',
    'match.bad_model': '模型 {version} 不能用，原来的照旧：{problem}',
    'match.model_changed': '模型 {version} 用过，内容却不一样。请给改过的模型另起一个版本号。',
  },
  en: {
    'notice.candidates.title': 'New candidates for my needs',
    'notice.candidates.about':
      'Newly listed achievements or experts that can answer open needs of your organisation.',
    'digest.candidates.line': '{offer} ({organisation})',
    'notice.openings.title': 'New needs that can be answered',
    'notice.openings.about':
      'Newly published needs that your organisation’s achievements or your expert profile can answer.',
    'digest.openings.line': '{need} ({organisation})',
    'digest.reason.need': 'Answers your need “{mine}”: {why}',
    'digest.reason.offer': 'Your “{mine}” can answer it: {why}',
    'digest.reason.phrases': 'both speak of {phrases}',
    'digest.reason.figure': 'wanted {wanted}, offered {offered}',
    'digest.reason.near': 'they speak of much the same',
    'digest.reason.comma': ', ',
    'digest.reason.and': '; ',
    'match.not_your_offer':
      'Only its organisation, the expert, and the operators and brokers in charge can see this.',
    'match.offer_not_open': 'This achievement is not published; it is matched once it is.',
    'match.not_yours': 'Neither side of this pair is yours.',
    'match.reason_wanted': 'Please choose why it is of no use.',
    'match.words_wanted': 'For “other”, please say why in a sentence.',
    'match.bad_model': 'The model {version} cannot be used, the running one stays: {problem}',
    'match.model_changed':
      'The model {version} was in use with other content. Give the changed one a version of its own.',
  },
};
