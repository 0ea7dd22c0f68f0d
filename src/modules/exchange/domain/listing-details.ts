/** A figure as it is today and as it is wanted; both as people write them, `6–7` or `≥ 15`. */
export type Metric = { name: string; now: string; wanted: string; unit: string };

/** What a listing says beside its open text. */
export type ListingDetails = {
  metrics: Metric[];
  /** What was tried, and how it went. */
  tried: string;
  /** What a solution must keep to. */
  limits: string;
  /** How much of it there is: pieces a year, machines, stores. */
  scale: string;
  more: string;
};

export const noDetails: ListingDetails = {
  metrics: [],
  tried: '',
  limits: '',
  scale: '',
  more: '',
};

export const saysNothing = ({ metrics, tried, limits, scale, more }: ListingDetails): boolean =>
  metrics.length === 0 && [tried, limits, scale, more].every((text) => text === '');

/**
 * The details as sentences, so that they are read like any description: the figures the way that the
 * reader of quantities knows (现在…，要…). Written in the language of the listings, which is Chinese.
 */
export function detailsText({ metrics, tried, limits, scale, more }: ListingDetails): string {
  const figures = metrics.map(({ name, now, wanted, unit }) => {
    const said = [now && `现在${withUnit(now, unit)}`, wanted && `要${withUnit(wanted, unit)}`];
    return `${name}：${said.filter(Boolean).join('，')}。`;
  });
  return [
    ...figures,
    tried && `试过：${ended(tried)}`,
    limits && `限制：${ended(limits)}`,
    scale && `规模：${ended(scale)}`,
    more,
  ]
    .filter(Boolean)
    .join('\n');
}

const withUnit = (value: string, unit: string): string =>
  unit === '' || value.endsWith(unit) ? value : `${value}${unit}`;

const ended = (text: string): string => (/[。！？.!?]$/u.test(text) ? text : `${text}。`);
