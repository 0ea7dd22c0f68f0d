import type { ReactElement, ReactNode } from 'react';
import { useFormats } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';

type FunnelViewProps = {
  steps: readonly { id: string; label: string; count: number }[];
  /** ISO dates, both included. */
  period: { from: string; to: string };
  /** What counts as evidence: “签约以合同文件、付款以回单为准。” */
  evidence: ReactNode;
  label?: string;
};

/** Bars in true proportion to the first step; the share of the step before at the right. */
export function FunnelView({ steps, period, evidence, label }: FunnelViewProps): ReactElement {
  const t = words.useText();
  const formats = useFormats();
  const most = Math.max(1, ...steps.map((step) => step.count));
  return (
    <>
      <ol className="funnel" aria-label={label}>
        {steps.map((step, at) => {
          const before = steps[at - 1]?.count;
          const rate =
            before === undefined || before === 0 ? undefined : formats.percent(step.count / before);
          const count = formats.number(step.count);
          return (
            <li key={step.id}>
              <span className="visually-hidden">
                {rate
                  ? t('funnel.stepOf', { label: step.label, count, rate })
                  : t('funnel.step', { label: step.label, count })}
              </span>
              <span aria-hidden="true">{step.label}</span>
              <span className="bar" aria-hidden="true">
                <i
                  className={step.count > 0 ? 'some' : undefined}
                  style={{ width: `${(100 * step.count) / most}%` }}
                />
              </span>
              <span className="number" aria-hidden="true">
                <b>{count}</b>
                <span className="rate">{rate}</span>
              </span>
            </li>
          );
        })}
      </ol>
      <p className="meta">
        {t('funnel.period', { from: formats.date(period.from), to: formats.date(period.to) })}{' '}
        {t('funnel.rateRule')} {evidence}
      </p>
    </>
  );
}
