import type { ReactElement } from 'react';
import { Button } from '../controls/Button.tsx';
import { words } from '../i18n/words.ts';
import type { Row, RowColumn } from './command-fields.ts';
import { TextInput } from './TextInput.tsx';

type RowsFieldProps = {
  name: string;
  columns: readonly RowColumn[];
  rows: readonly Row[];
  onChange: (rows: Row[]) => void;
  addLabel: string;
  max?: number;
};

/** A short list of which each row says the same few things; stands in a `Field group`. */
export function RowsField({
  name,
  columns,
  rows,
  onChange,
  addLabel,
  max,
}: RowsFieldProps): ReactElement {
  const t = words.useText();
  // There is always a row to write in.
  const shown = rows.length > 0 ? rows : [{}];
  const write = (at: number, column: string, text: string): void =>
    onChange(shown.map((row, index) => (index === at ? { ...row, [column]: text } : row)));
  return (
    <div className="rows">
      {shown.map((row, at) => (
        <div className="one" key={at}>
          {columns.map((column) => (
            <label className={`cell ${column.kind}`} key={column.name}>
              <span className="meta">{column.label}</span>
              <TextInput
                name={`${name}.${at}.${column.name}`}
                aria-label={t('form.rowNamed', { row: at + 1, what: column.label })}
                value={row[column.name] ?? ''}
                onChange={(text) => write(at, column.name, text)}
                type={column.kind === 'date' ? 'date' : 'text'}
                inputMode={column.kind === 'number' ? 'decimal' : undefined}
                unit={column.unit}
                maxLength={column.maxLength}
                min={column.min}
              />
            </label>
          ))}
          <Button
            small
            kind="plain"
            aria-label={t('form.removeRowNamed', { row: at + 1 })}
            onClick={() => onChange(shown.filter((_row, index) => index !== at))}
          >
            {t('form.removeRow')}
          </Button>
        </div>
      ))}
      {max !== undefined && shown.length >= max ? null : (
        <Button small onClick={() => onChange([...shown, {}])}>
          {addLabel}
        </Button>
      )}
    </div>
  );
}
