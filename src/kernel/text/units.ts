/**
 * Units of measure as they are written in Chinese technical text. Each belongs to one dimension and
 * has a factor to that dimension's base unit: m, m², m³, kg, s, ℃, °, Pa, N, W, J, V, A, Hz, r/min,
 * dB, 1, CNY (GB 3100–3102 names; 丝 is the machinist's 10 μm). Things counted keep their word.
 */
export type Dimension =
  | 'length'
  | 'area'
  | 'volume'
  | 'mass'
  | 'time'
  | 'temperature'
  | 'degree'
  | 'pressure'
  | 'force'
  | 'power'
  | 'energy'
  | 'voltage'
  | 'current'
  | 'frequency'
  | 'rotation'
  | 'level'
  | 'ratio'
  | 'money'
  | 'count';

type Unit = { dimension: Dimension; factor: number };

const DAY = 86_400;
// A month of 30 days and a year of 365: enough to compare "半年" with "6个月" and "180d".
const MONTH = 30 * DAY;
const YEAR = 365 * DAY;

const TABLE: Record<Exclude<Dimension, 'count'>, Record<string, number>> = {
  length: {
    km: 1e3,
    公里: 1e3,
    千米: 1e3,
    m: 1,
    米: 1,
    dm: 0.1,
    分米: 0.1,
    cm: 1e-2,
    厘米: 1e-2,
    公分: 1e-2,
    mm: 1e-3,
    毫米: 1e-3,
    丝: 1e-5,
    忽米: 1e-5,
    μm: 1e-6,
    um: 1e-6,
    微米: 1e-6,
    nm: 1e-9,
    纳米: 1e-9,
  },
  area: {
    km2: 1e6,
    'km²': 1e6,
    平方公里: 1e6,
    公顷: 1e4,
    亩: 10_000 / 15,
    m2: 1,
    'm²': 1,
    平方米: 1,
    平米: 1,
    平方: 1,
    cm2: 1e-4,
    'cm²': 1e-4,
    平方厘米: 1e-4,
    mm2: 1e-6,
    'mm²': 1e-6,
    平方毫米: 1e-6,
  },
  volume: {
    m3: 1,
    'm³': 1,
    立方米: 1,
    立方: 1,
    L: 1e-3,
    l: 1e-3,
    升: 1e-3,
    mL: 1e-6,
    ml: 1e-6,
    毫升: 1e-6,
    μL: 1e-9,
    uL: 1e-9,
    微升: 1e-9,
    cm3: 1e-6,
    'cm³': 1e-6,
  },
  mass: {
    t: 1e3,
    吨: 1e3,
    kg: 1,
    公斤: 1,
    千克: 1,
    斤: 0.5,
    g: 1e-3,
    克: 1e-3,
    mg: 1e-6,
    毫克: 1e-6,
    μg: 1e-9,
    ug: 1e-9,
    微克: 1e-9,
    ng: 1e-12,
  },
  time: {
    年: YEAR,
    个月: MONTH,
    周: 7 * DAY,
    星期: 7 * DAY,
    个星期: 7 * DAY,
    天: DAY,
    d: DAY,
    昼夜: DAY,
    h: 3600,
    小时: 3600,
    个小时: 3600,
    个钟头: 3600,
    min: 60,
    分钟: 60,
    s: 1,
    秒: 1,
    秒钟: 1,
    ms: 1e-3,
    毫秒: 1e-3,
    μs: 1e-6,
    us: 1e-6,
    微秒: 1e-6,
    ns: 1e-9,
    纳秒: 1e-9,
  },
  temperature: { '°C': 1, 摄氏度: 1 },
  degree: { '°': 1, 度: 1 },
  pressure: {
    GPa: 1e9,
    MPa: 1e6,
    兆帕: 1e6,
    bar: 1e5,
    kPa: 1e3,
    千帕: 1e3,
    Pa: 1,
    帕: 1,
  },
  force: { kN: 1e3, 千牛: 1e3, N: 1, 牛: 1, 牛顿: 1, mN: 1e-3 },
  power: {
    GW: 1e9,
    MW: 1e6,
    兆瓦: 1e6,
    kW: 1e3,
    KW: 1e3,
    千瓦: 1e3,
    W: 1,
    瓦: 1,
    mW: 1e-3,
    毫瓦: 1e-3,
  },
  energy: {
    MWh: 3.6e9,
    kWh: 3.6e6,
    千瓦时: 3.6e6,
    度电: 3.6e6,
    Wh: 3600,
    MJ: 1e6,
    兆焦: 1e6,
    kJ: 1e3,
    千焦: 1e3,
    J: 1,
    焦耳: 1,
  },
  voltage: { kV: 1e3, 千伏: 1e3, V: 1, 伏: 1, mV: 1e-3, 毫伏: 1e-3 },
  current: { kA: 1e3, A: 1, 安培: 1, mA: 1e-3, 毫安: 1e-3 },
  frequency: { GHz: 1e9, MHz: 1e6, 兆赫: 1e6, kHz: 1e3, 千赫: 1e3, Hz: 1, 赫兹: 1, 赫: 1 },
  rotation: { 'r/min': 1, rpm: 1, 转每分: 1, '转/分': 1 },
  level: { 'dB(A)': 1, dB: 1, 分贝: 1 },
  ratio: {
    '%': 1e-2,
    '‰': 1e-3,
    个百分点: 1e-2,
    个点: 1e-2,
    成: 0.1,
    ppm: 1e-6,
    ppb: 1e-9,
  },
  money: { 元: 1, 块: 1, 块钱: 1, 毛: 0.1, 角: 0.1, 人民币: 1 },
};

/** Things counted: compared only when the word is the same. */
const COUNTED = [
  '台',
  '套',
  '件',
  '次',
  '人',
  '例',
  '条',
  '类',
  '路',
  '辆',
  '根',
  '只',
  '张',
  '页',
  '份',
  '批',
  '炉',
  '片',
  '种',
  '圈',
  '个',
];

const UNITS = new Map<string, Unit & { written: string }>();
for (const [dimension, units] of Object.entries(TABLE)) {
  for (const [written, factor] of Object.entries(units)) {
    UNITS.set(written, { dimension: dimension as Dimension, factor, written });
  }
}
for (const written of COUNTED) UNITS.set(written, { dimension: 'count', factor: 1, written });

const LONGEST = Math.max(...[...UNITS.keys()].map((unit) => unit.length));
const LATIN_AFTER = /^[A-Za-z0-9]/;
const LATIN_END = /[A-Za-zμ]$/;
/** What follows that makes the character something else than a unit: 三升级, 个别, 成本, 年级, 天然 … */
const NOT_A_UNIT =
  /^(?:升[级温高至到降起]|成[本品分效功为果套都员了]|年[级代]|天然|度[数假过]|克服|米[饭色]|周[边围期]|块状|角[度色]|安装|个别|人[才工机员]|条件|次[品品要]|路[面侧径]|件事|只[有能要是])/u;

/** The longest unit that begins at `at`, or undefined. `text` is NFKC with its case kept. */
export function unitAt(text: string, at: number): (Unit & { written: string }) | undefined {
  for (let length = Math.min(LONGEST, text.length - at); length > 0; length--) {
    const written = text.slice(at, at + length);
    const unit = UNITS.get(written);
    if (!unit) continue;
    if (LATIN_END.test(written) && LATIN_AFTER.test(text.slice(at + length))) continue;
    if (length === 1 && NOT_A_UNIT.test(text.slice(at, at + 2))) continue;
    return unit;
  }
  return undefined;
}
