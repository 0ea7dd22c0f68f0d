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
} satisfies Translated<typeof zhCN>;
