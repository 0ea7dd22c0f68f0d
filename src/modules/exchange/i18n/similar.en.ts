import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './similar.zh-CN.ts';

const en: Translated<typeof zhCN> = {
  title: 'Very like this one',
  titleKept: 'This may have been entered twice',
  lead: 'Have a look: if both are about the same matter, one is enough.',
  ask: 'Please look at this first. If they are two matters, choose “Keep both”, then hand in again.',
  level: { same: 'nearly the same', figures: 'same words, other figures', close: 'much the same' },
  share: '{percent} of the wording is shared',
  ours: 'your organisation',
  updated: 'changed {day}',
  figures: 'Another figure: <here>{mine}</here> here, <there>{theirs}</there> there.',
  compare: 'See what differs',
  nothing: 'The words are the same; only their order or punctuation differs.',
  there: 'What that one says',
  here: 'What this one says',
  continue: 'Go on with that one',
  continueNote: 'What you have written comes along; the old text can be put back.',
  open: 'See that one',
  merge: 'Merge into that one',
  keepBoth: 'Keep both',
  partial:
    'Public listings cannot be searched at the moment; only those not yet public were compared.',
  failed: 'Likeness cannot be checked at the moment; you can go on writing and hand in.',
  cannot: 'They cannot be merged now: {reasons}',
  mergeTitle: 'Merge into “{title}”',
  mergeIntro:
    'This one ends, and its page leads to the other, which keeps its address and progress. Keywords are united, and the words of this one stay in the other’s history. It cannot be taken apart again.',
  mergeTyped: 'Changes made here and not saved do not come along.',
  mergeWords: 'One sentence of explanation',
  mergeWordsHint:
    'Needed when they belong to different organisations; the other side reads it in a notice.',
  mergedInto: 'Merged into <other>{title}</other>, which goes on for both.',
  mergedHidden: 'Merged into another one, which is not public to you.',
  moved: 'This is what you have just written; it is not saved yet.',
  back: 'Put the saved text back',
};
export default en;
