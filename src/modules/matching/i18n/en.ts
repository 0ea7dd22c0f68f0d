import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './zh-CN.ts';

export default {
  metric: {
    met: 'offers {offered} {unit} where {wanted} {unit} is wanted: enough',
    partly: 'reaches {offered} {unit} where {wanted} {unit} is wanted: enough in part of its range',
    missed: 'offers {offered} {unit} where {wanted} {unit} is wanted: not enough',
    'likely-same': 'the figure would do; ask whether it is about the same thing',
    'same-unit': 'the figure would do, but only the unit agrees; ask whether it is the same thing',
    'not-stated': 'no figure that could be compared',
  },
  phrase: {
    literal: 'the same words on both sides',
    'shared-character':
      'both sides have “{character}”; a person must judge whether they mean the same',
    'too-little-in-common': 'too little in common in words ({score}, at least {floor} is needed)',
  },
  budget: {
    within: 'the highest price is {left} × CNY 10,000 below the budget',
    'within-exactly': 'the highest price is exactly the budget',
    'upper-end-above': 'the highest price is {over} × CNY 10,000 above the budget',
    above: 'even the lowest price is {over} × CNY 10,000 above the budget',
    'no-price': 'no price is given; ask',
  },
  maturity: {
    ready: 'TRL {trl}: shown to work in its real setting',
    'needs-work':
      'TRL {trl}; by the date wanted TRL {level} would be better, so there is work to do',
    'too-early': 'TRL {trl}; by the date wanted TRL {level} is needed, too far away',
  },
  cooperation: {
    unstated: 'no way of cooperation is given; ask',
    shared: 'possible on both sides: {modes}',
    'other-modes-only': 'what you want is not among the ways of cooperation offered',
  },
  region: {
    'same-district': 'the same district',
    'same-city': 'the same city',
    'same-province': 'the same province',
    elsewhere: 'another province; meeting means travel',
  },
  industry: {
    'same-class': 'the same class of industry',
    'same-group': 'the same group of industries',
    'same-division': 'the same division of industries',
  },
  kinds: { achievement: 'Achievement', expert: 'Expert' },
  facts: {
    trl: 'TRL {trl}',
    trlFrom: 'TRL {trl} or higher',
    within: 'up to {amount}',
    noPrice: 'price on request',
  },
  cards: {
    title: '{count} candidates',
    title_one: '{count} candidate',
    none: 'No candidate that we could give reasons for',
    noneText:
      'We do not fill the list up. Say more about what happens, the figures and what you have tried, or publish it as a need and a broker will look for you.',
    filter: 'Which kind to show',
    all: 'All',
    full: 'Line by line',
    brief: 'In brief',
    read: 'Read {achievements} public achievements and {experts} experts, {date} {time}',
    rank: 'No. {rank}',
    rankLabel: '{kind} no. {rank}',
    keywords: 'Keywords',
    example: 'Example',
    reading: '“{title}” and the problem, line by line',
    brieflyWhy: 'Why “{title}”',
    noFilter: 'No candidates of this kind.',
  },
  near: {
    title: 'Near misses',
    lead: 'The words agree, but something stands in the way. Relax it, or add a sentence, and it may come back.',
    why: 'What “{title}” misses',
  },
  account: {
    summary: 'How this place came about',
    intro:
      'Places follow how much the two texts have in common; achievements and experts are ranked apart. There is no total score: the numbers compare only within this answer.',
    what: 'What is read',
    value: 'Value',
    use: 'How it counts',
    text: 'Wording in common; rare wording weighs more',
    textUse: 'decides the place',
    coverage: 'Share of the problem’s telling wording found in the offer',
    coverageUse: 'the line above as a share',
    industry: 'How close the industries are',
    industryUse: 'adds a tenth at most',
    budget: 'Budget against price',
    maturity: 'Maturity; TRL 9 is full',
    cooperation: 'Way of cooperation',
    region: 'Distance',
    conditionUse: 'does not move the place; a plain conflict makes it a near miss',
    regionUse: 'does not move the place',
  },
} satisfies Translated<typeof zhCN>;
