import type { Translated } from '../../../ui/i18n/messages.ts';
import type zhCN from './zh-CN.ts';

export default {
  region: 'Region',
  industry: 'Industry',
  anyRegion: 'Anywhere',
  anyIndustry: 'Any industry',
  typeToFind: 'Type a name, pinyin or code',
  noneFound: 'Nothing by that name; try another spelling',
  found: '{count} found, choose with the arrow keys',
  found_one: '{count} found, choose with the arrow keys',
  clear: 'Clear {what}',
  pages: 'Pages',
  earlier: 'Previous',
  later: 'Next',
  pageOf: 'Page {page} of {pages}',
  nothingNarrowed: 'Nothing found under these conditions.',
  nothingNarrowedText: 'Try other words, or widen region and industry.',
  seeAll: 'See all',
  ask: {
    title: 'No need to page through',
    text: 'Say your problem; all public achievements and experts are read for you, with reasons line by line.',
    button: 'Say your problem',
  },
} satisfies Translated<typeof zhCN>;
