// Builds src/modules/reference-data/data/industries.json from industries.source.txt, the table of GB/T 4754-2017 as we keyed it.
import { readFileSync, writeFileSync } from 'node:fs';
import { pinyin } from 'pinyin-pro';

const folder = new URL('../src/modules/reference-data/data/', import.meta.url);
const lines = readFileSync(new URL('industries.source.txt', folder), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'));

const industries = [];
let section = '';
for (const line of lines) {
  const [entry, nameEn] = line.split(' = ');
  const [code, name, ...classes] = entry.split(' ');
  if (/^[A-T]$/.test(code)) {
    section = code;
    add(code, name, undefined, nameEn);
  } else if (code.length === 2) {
    add(section + code, name, section);
  } else {
    const group = section + code;
    add(group, name, group.slice(0, 3));
    if (classes.length === 0) add(`${group}0`, name, group);
    for (const item of classes) add(group + item.charAt(0), item.slice(1), group);
  }
}

const source = {
  standard: 'GB/T 4754-2017',
  title: '国民经济行业分类',
  publisher: '国家统计局（起草），国家质量监督检验检疫总局、国家标准化管理委员会',
  keyedBy: 'Rongtong; see industries.source.txt',
};
const rows = industries.map((row) => JSON.stringify(row)).join(',\n');
writeFileSync(
  new URL('industries.json', folder),
  `${JSON.stringify({ source }).slice(0, -1)},"industries":[\n${rows}\n]}\n`,
);
console.log(`${industries.length} industries`);

function add(code, name, parent, nameEn) {
  industries.push({
    code,
    name,
    ...(parent === undefined ? {} : { parent }),
    pinyin: pinyin(name, { toneType: 'none', v: true, nonZh: 'removed' }),
    ...(nameEn === undefined ? {} : { nameEn }),
  });
}
