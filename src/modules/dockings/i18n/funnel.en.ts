import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './funnel.zh-CN.ts';

export default {
  stages: {
    shown: 'Shown',
    opened: 'Opened',
    contacted: 'Contacted',
    met: 'Met',
    contracted: 'Contracted',
    paid: 'Paid',
  },
  label: 'How far it went, from a candidate shown to a payment',
  evidence: 'Contracts count by their file, payments by their proof.',
  rules: 'how it is counted',
  empty: 'Nothing to count in this period.',
  title: 'Public figures: from a candidate shown to a payment',
  lead: 'Every number is counted from records; what has no evidence does not count. Small numbers are published as well.',
  from: 'From',
  to: 'To',
  show: 'Count again',
  badPeriod: 'The first day must be before the last.',
  asOf: 'Counted up to {date}, {time} (Beijing time).',
  examples: 'These numbers include example data; enterprises, people and contracts are invented.',
  noExamples: 'These numbers include no example data.',
  rulesTitle: 'How each stage is counted',
  rulesLead:
    'A need (or a question) and a candidate make a pair. A pair counts once in a stage, on the day of its first evidence.',
  stage: 'Stage',
  meaning: 'It counts when',
  proof: 'On the evidence of',
  meanings: {
    shown: 'the candidate was shown, with reasons, to whoever asked',
    opened: 'whoever asked opened the candidate',
    contacted: 'the broker reached both sides',
    met: 'both sides met, in a room or online',
    contracted: 'both sides signed a technology contract',
    paid: 'the asker paid under the contract',
  },
  proofs: {
    shown: 'recorded when the answer is given; answers while typing do not count',
    opened: 'recorded when it is opened',
    contacted: 'the broker’s record of the contact',
    met: 'the broker’s record and minutes of the meeting',
    contracted: 'the uploaded contract',
    paid: 'the uploaded proof of payment',
  },
} satisfies Translated<typeof zhCN>;
