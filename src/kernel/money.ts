/** An amount in fen (分, a hundredth of a yuan): a safe integer, so it passes through JSON and PostgreSQL int8 without loss. At most 90 trillion yuan. */
export type Fen = number;

export type MoneyProblem = 'empty' | 'format' | 'precision' | 'range';
export type MoneyResult = { ok: true; fen: Fen } | { ok: false; problem: MoneyProblem };
export type MoneyLocale = 'zh-CN' | 'en';

const FEN_IN = { yuan: 100n, wan: 1_000_000n, yi: 10_000_000_000n } as const;
type Unit = keyof typeof FEN_IN;

const WRITTEN_UNITS: Readonly<Record<string, Unit>> = {
  亿元: 'yi',
  亿: 'yi',
  万元: 'wan',
  万: 'wan',
  元: 'yuan',
  圆: 'yuan',
};

/**
 * Reads an amount that somebody typed: `48`, `48.5万元`, `1.2亿`, `¥480,000`, full-width digits too.
 * A number without a unit counts in `defaultUnit`; one with ¥ counts in yuan.
 * Amounts below a fen (`precision`), negative ones (`format`) and unsafe ones (`range`) are refused, never rounded.
 */
export function parseMoney(input: string, defaultUnit: 'yuan' | 'wan'): MoneyResult {
  const text = input.normalize('NFKC').replace(/\s/gu, '');
  if (text === '') return { ok: false, problem: 'empty' };
  const match =
    /^(?<sign>¥|RMB|CNY|人民币)?(?<whole>\d+|\d{1,3}(?:,\d{3})+)(?:\.(?<part>\d+))?(?<unit>亿元?|万元?|元|圆)?整?$/iu.exec(
      text,
    );
  if (match?.groups === undefined) return { ok: false, problem: 'format' };
  const { sign, whole = '', part = '', unit } = match.groups;
  const unitless: Unit = sign === undefined ? defaultUnit : 'yuan';
  const fenInUnit = FEN_IN[unit === undefined ? unitless : (WRITTEN_UNITS[unit] ?? 'yuan')];
  const scale = 10n ** BigInt(part.length);
  const scaled = BigInt(whole.replaceAll(',', '') + part) * fenInUnit;
  if (scaled % scale !== 0n) return { ok: false, problem: 'precision' };
  const fen = scaled / scale;
  if (fen > BigInt(Number.MAX_SAFE_INTEGER)) return { ok: false, problem: 'range' };
  return { ok: true, fen: Number(fen) };
}

/** Fen of an amount in 万元 that a data file gives as a number (45, 0.5). Throws RangeError when it is negative or not a whole number of fen. */
export function fenFromWan(wan: number): Fen {
  const result = parseMoney(String(wan), 'wan');
  if (!result.ok) throw new RangeError(`not an amount in 万元: ${wan} (${result.problem})`);
  return result.fen;
}

/**
 * Writes an amount so that nothing is lost: reading it back gives the same fen.
 * Chinese takes the largest unit that needs at most two decimals (`1.2亿元`, `48万元`, `4,800.5元`); English writes yuan in full (`¥480,000`).
 */
export function formatMoney(fen: Fen, locale: MoneyLocale): string {
  const amount = exactFen(fen);
  if (locale === 'en') return `¥${inUnit(amount, 'yuan')}`;
  return chineseAmount(amount, chineseUnit(amount));
}

/** Writes a range; the unit stands once when both ends share it: `40–60万元`, `¥400,000–600,000`. */
export function formatMoneyRange(minFen: Fen, maxFen: Fen, locale: MoneyLocale): string {
  if (minFen === maxFen) return formatMoney(minFen, locale);
  const [min, max] = [exactFen(minFen), exactFen(maxFen)];
  if (locale === 'en') return `¥${inUnit(min, 'yuan')}–${inUnit(max, 'yuan')}`;
  const unit = chineseUnit(max);
  if (chineseUnit(min) !== unit)
    return `${formatMoney(minFen, locale)}–${formatMoney(maxFen, locale)}`;
  return `${inUnit(min, unit)}–${chineseAmount(max, unit)}`;
}

function exactFen(fen: Fen): bigint {
  if (!Number.isSafeInteger(fen) || fen < 0) throw new RangeError(`not an amount in fen: ${fen}`);
  return BigInt(fen);
}

function chineseUnit(fen: bigint): Unit {
  for (const unit of ['yi', 'wan'] as const) {
    const isTidy = (fen * 100n) % FEN_IN[unit] === 0n;
    if (fen >= FEN_IN[unit] && isTidy) return unit;
  }
  return 'yuan';
}

function chineseAmount(fen: bigint, unit: Unit): string {
  return `${inUnit(fen, unit)}${{ yi: '亿元', wan: '万元', yuan: '元' }[unit]}`;
}

function inUnit(fen: bigint, unit: Unit): string {
  const whole = String(fen / FEN_IN[unit]).replaceAll(/\B(?=(\d{3})+$)/g, ',');
  const hundredths = String(((fen % FEN_IN[unit]) * 100n) / FEN_IN[unit]).padStart(2, '0');
  if (hundredths === '00') return whole;
  // Money in full shows its fen as ¥0.50; a share of 万 or 亿 drops the zero: 1.2亿元.
  return `${whole}.${unit === 'yuan' ? hundredths : hundredths.replace(/0$/, '')}`;
}
