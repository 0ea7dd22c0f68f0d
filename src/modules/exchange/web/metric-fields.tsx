import { useId, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import type { Metric } from '../domain/listing-details.ts';
import { partsWords } from './parts-words.ts';
import './parts.css';

const empty: Metric = { name: '', now: '', wanted: '', unit: '' };
const parts = ['name', 'now', 'wanted', 'unit'] as const;

/** Lines that say anything at all. */
export const saidMetrics = (metrics: readonly Metric[]): Metric[] =>
  metrics.filter((metric) => parts.some((part) => metric[part].trim() !== ''));

/** Figures as they are today and as they are wanted; one empty line stands there from the start. */
export function MetricFields({
  id,
  metrics,
  onChange,
  error,
}: {
  id: string;
  metrics: readonly Metric[];
  onChange: (metrics: readonly Metric[]) => void;
  error?: string | undefined;
}): ReactElement {
  const t = partsWords.useText();
  const base = useId();
  const lines = metrics.length === 0 ? [empty] : metrics;
  const set = (at: number, part: keyof Metric, value: string): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, [part]: value } : line)));
  return (
    <Field
      id={id}
      label={t('metrics.title')}
      hint={t('metrics.hint')}
      error={error}
      group
      large
      markOptional
    >
      {() => (
        <>
          {lines.map((line, at) => {
            const input = (part: keyof Metric, placeholder?: string): ReactElement => (
              <div>
                <label htmlFor={`${base}-${at}-${part}`}>{t(`metrics.${part}`)}</label>
                <TextInput
                  id={`${base}-${at}-${part}`}
                  value={line[part]}
                  maxLength={part === 'unit' ? 20 : 40}
                  placeholder={placeholder}
                  onChange={(value) => set(at, part, value)}
                />
              </div>
            );
            return (
              <div className="metric-row" key={at}>
                {input('name', t('metrics.nameExample'))}
                {input('now')}
                <span className="to" aria-hidden="true">
                  {t('metrics.to')}
                </span>
                {input('wanted')}
                {input('unit')}
                {metrics.length > 0 ? (
                  <Button
                    small
                    kind="plain"
                    aria-label={t('metrics.remove', { count: at + 1 })}
                    onClick={() => onChange(lines.filter((_line, index) => index !== at))}
                  >
                    ✕
                  </Button>
                ) : (
                  <span />
                )}
              </div>
            );
          })}
          {lines.length < 12 ? (
            <Button small kind="plain" onClick={() => onChange([...lines, empty])}>
              {t('metrics.add')}
            </Button>
          ) : null}
        </>
      )}
    </Field>
  );
}
