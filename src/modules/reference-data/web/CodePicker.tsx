import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactElement } from 'react';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { placeName } from './place-name.ts';
import { codesQuery, useCodeNames, type CodeEntry, type CodeKind } from './reference-queries.ts';
import { referenceWords } from './reference-words.ts';
import './code-picker.css';

type CodePickerProps = {
  kind: CodeKind;
  /** The chosen code; empty for none. */
  value: string;
  onChange: (code: string) => void;
  /** From `Field`, or an own label. */
  id?: string;
  label?: string;
  placeholder?: string;
  'aria-describedby'?: string | undefined;
  'aria-invalid'?: true | undefined;
  'aria-required'?: true | undefined;
};

const pauseMs = 160;
const most = 12;

/**
 * One region or industry, found by typing its name, pinyin or code. Enter takes the first that was
 * found; arrows go into the list, Escape gives the former choice back.
 */
export function CodePicker(props: CodePickerProps): ReactElement {
  const { kind, value, onChange, id, label, placeholder, ...aria } = props;
  const t = referenceWords.useText();
  const language = useLanguage();
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string>();
  const [asked, setAsked] = useState('');
  const names = useCodeNames(value ? [{ kind, code: value }] : []);
  const open = typed !== undefined && asked !== '';

  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => setAsked(typed.trim()), pauseMs);
    return () => clearTimeout(timer);
  }, [typed]);

  const { data, isFetched } = useQuery({
    ...codesQuery(kind, asked, most, language),
    enabled: open,
  });
  const found = open && data ? data : [];

  const close = (): void => {
    setTyped(undefined);
    setAsked('');
  };
  const take = (entry: CodeEntry): void => {
    onChange(entry.code);
    close();
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.nativeEvent.isComposing || typed === undefined) return;
    const entries = [...(box.current?.querySelectorAll<HTMLElement>('li button') ?? [])];
    const at = entries.findIndex((entry) => entry === document.activeElement);
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const next = at + (event.key === 'ArrowDown' ? 1 : -1);
      (next < 0 ? input.current : entries[Math.min(next, entries.length - 1)])?.focus();
    } else if (event.key === 'Enter' && at < 0 && found[0]) {
      event.preventDefault();
      take(found[0]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      close();
      input.current?.focus();
    }
  };

  return (
    <div
      className="code-picker"
      ref={box}
      onBlur={(event) => {
        if (box.current?.contains(event.relatedTarget)) return;
        // Emptied on purpose: no choice. Half typed: the former choice stays.
        if (typed?.trim() === '' && value) onChange('');
        close();
      }}
    >
      <div className={aria['aria-invalid'] ? 'input invalid' : 'input'}>
        <input
          {...aria}
          ref={input}
          id={id}
          aria-label={label}
          aria-controls={listId}
          autoComplete="off"
          spellCheck={false}
          value={typed ?? (value ? entryText(kind, names.get(value)) : '')}
          placeholder={placeholder ?? t('typeToFind')}
          onChange={(event) => setTyped(event.target.value)}
          onFocus={(event) => event.target.select()}
          onKeyDown={onKeyDown}
        />
        {value && typed === undefined ? (
          <button
            type="button"
            className="code-clear"
            aria-label={t('clear', { what: label ?? t(kind) })}
            onClick={() => onChange('')}
          >
            <span aria-hidden="true">×</span>
          </button>
        ) : null}
      </div>
      <ul id={listId} hidden={found.length === 0}>
        {found.map((entry) => (
          <li key={entry.code}>
            <button type="button" tabIndex={-1} onClick={() => take(entry)} onKeyDown={onKeyDown}>
              <span>{entry.name}</span>
              <span className="meta">{kind === 'region' ? entry.path : entry.code}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="visually-hidden" aria-live="polite">
        {open && found.length > 0 ? t('found', { count: found.length }) : ''}
      </p>
      {open && isFetched && found.length === 0 ? (
        <output className="code-none meta">{t('noneFound')}</output>
      ) : null}
    </div>
  );
}

const entryText = (kind: CodeKind, entry: CodeEntry | undefined): string =>
  entry === undefined ? '' : kind === 'region' ? placeName(entry.path) : entry.name;
