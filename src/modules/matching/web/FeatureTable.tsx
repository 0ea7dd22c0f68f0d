import type { ReactElement } from 'react';
import { useFormats, type Formats } from '../../../ui/i18n/format.ts';
import type { Match } from '../contract.ts';
import { matchingWords } from './matching-words.ts';

const rows = [
  { feature: 'text', use: 'textUse' },
  { feature: 'kindred', use: 'kindredUse' },
  { feature: 'nearTerms', use: 'nearUse' },
  { feature: 'nearWhole', use: 'nearUse' },
  { feature: 'nearBrief', use: 'nearUse' },
  { feature: 'dense', use: 'modelUse' },
  { feature: 'rerank', use: 'modelUse' },
  { feature: 'trade', use: 'industryUse' },
  { feature: 'budget', use: 'conditionUse' },
  { feature: 'maturity', use: 'conditionUse' },
  { feature: 'cooperation', use: 'conditionUse' },
  { feature: 'region', use: 'regionUse' },
] as const;

/** The whole account: every number that the ranking saw, and what it did with it. */
export function FeatureTable({ match }: { match: Pick<Match, 'features'> }): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  return (
    <details className="account">
      <summary>{t('account.summary')}</summary>
      <p className="meta">{t('account.intro')}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('account.what')}</th>
            <th scope="col" className="number">
              {t('account.value')}
            </th>
            <th scope="col">{t('account.use')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ feature, use }) => {
            const value = match.features[feature];
            return value === undefined ? null : (
              <tr key={feature}>
                <th scope="row">{t(`account.${feature}`)}</th>
                <td className="number">{valueText(feature, value, formats)}</td>
                <td>{t(`account.${use}`)}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </details>
  );
}

const valueText = (feature: string, value: number, formats: Formats): string =>
  feature === 'text' || feature === 'trade' || feature === 'kindred'
    ? formats.number(Math.round(value * 100) / 100)
    : formats.percent(value, 0);
