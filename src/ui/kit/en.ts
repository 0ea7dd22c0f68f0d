import type { Translated } from '../i18n/messages.ts';
import type zhCN from './zh-CN.ts';

const en: Translated<typeof zhCN> = {
  title: 'Interface samples: every part in every state',
  lead: 'Authors of pages see the parts here, and whoever changes a part sees what it does. All texts and numbers are invented.',
  sections: {
    type: 'Type and colour',
    beads: 'Beads',
    marks: 'Marks',
    ask: 'Ask box',
    reasons: 'Reasons',
    due: 'Due clock',
    case: 'A case',
    actions: 'What may be done, and what not',
    controls: 'Buttons and filters',
    forms: 'Forms',
    commands: 'Commands',
    listing: 'Lists and figures',
    funnel: 'Funnel',
    states: 'Empty, waiting, failed',
  },
};
export default en;
