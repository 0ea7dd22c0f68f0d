import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import type { Import } from './import-queries.ts';
import { interchangeWords } from './interchange-words.ts';

type MappingFormProps = {
  item: Import;
  pending: boolean;
  onCheck: (mapping: (string | null)[]) => void;
  cancel: ReactNode;
};

/** Which column of the file is what. A field goes to one column at most: choosing it moves it. */
export function MappingForm({ item, pending, onCheck, cancel }: MappingFormProps): ReactElement {
  const t = interchangeWords.useText();
  const formats = useFormats();
  const [mapping, setMapping] = useState(item.mapping);
  const missing = item.fields.filter(({ field, required }) => required && !mapping.includes(field));
  const choose = (at: number, field: string): void =>
    setMapping((before) =>
      before.map((other, index) => (index === at ? field || null : other === field ? null : other)),
    );
  return (
    <section aria-label={t('one.mapping')}>
      <table className="mapping-table">
        <thead>
          <tr>
            <th scope="col">{t('one.column')}</th>
            <th scope="col">{t('one.sample')}</th>
            <th scope="col">{t('one.field')}</th>
          </tr>
        </thead>
        <tbody>
          {item.columns.map((column, at) => {
            const chosen = item.fields.find(({ field }) => field === mapping[at]);
            return (
              <tr key={`${at} ${column}`}>
                <th scope="row">{column || t('one.unnamed')}</th>
                <td className="own">
                  {item.sample
                    .map((row) => row[at] ?? '')
                    .filter(Boolean)
                    .map((text) => (text.length > 60 ? `${text.slice(0, 60)}…` : text))
                    .join(' ／ ')}
                </td>
                <td>
                  <Select
                    aria-label={`${column || t('one.unnamed')} ${t('one.field')}`}
                    value={mapping[at] ?? ''}
                    placeholder={t('one.leaveOut')}
                    options={item.fields.map(({ field, name, required }) => ({
                      value: field,
                      label: required ? t('one.required', { name }) : name,
                    }))}
                    onChange={(field) => choose(at, field)}
                  />
                  {chosen ? <p className="meta">{chosen.note}</p> : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <div className="acts">
        <Button kind="primary" pending={pending} onClick={() => onCheck(mapping)}>
          {t('one.check')}
        </Button>
        {cancel}
        <output className={missing.length > 0 ? 'missing' : 'meta'}>
          {missing.length > 0
            ? t('one.missing', { names: formats.list(missing.map(({ name }) => name)) })
            : t('one.remember')}
        </output>
      </div>
    </section>
  );
}
