import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { ApiFailure, statusText } from '../api-failure.ts';
import { newIdempotencyKey, toFailure } from '../client.ts';
import { Button } from '../controls/Button.tsx';
import { Dialog } from '../controls/Dialog.tsx';
import { words } from '../i18n/words.ts';
import {
  checkEntries,
  emptyEntries,
  placeIssues,
  valuesOf,
  type CommandFields,
  type CommandValues,
  type Entries,
} from './command-fields.ts';
import { CommandFieldControl } from './CommandFieldControl.tsx';

type CommandFormProps<F extends CommandFields, R> = {
  /** The command as one says it: “婉拒对接，说明原因”. */
  title: string;
  fields: F;
  /** What stands in the fields at first, as text; numbers too. */
  initial?: Partial<Entries>;
  /** Above the fields: what will happen, who will see it, by when. */
  intro?: ReactNode;
  submitLabel: string;
  /**
   * Runs the command. The key belongs in the call's context (`{ context: { idempotencyKey } }`): it
   * stays the same while the same entries are tried again.
   */
  submit: (values: CommandValues<F>, call: { idempotencyKey: string }) => Promise<R>;
  onDone: (result: R) => void;
  /** A modal dialog (full screen on phones), or in place. */
  as?: 'dialog' | 'panel';
  open?: boolean;
  onClose?: () => void;
  /** Beside the buttons: “双方都看得到”. */
  note?: ReactNode;
};

type Problem = { title: string; text?: string; requestId?: string };

/**
 * One named command with its fields. Wrong fields are said at the field and counted on top, where
 * focus goes; entries survive closing and failing.
 */
export function CommandForm<const F extends CommandFields, R>(
  props: CommandFormProps<F, R>,
): ReactElement {
  const { title, fields, initial, intro, submitLabel, submit, onDone, note, onClose } = props;
  const { as = 'dialog', open = true } = props;
  const t = words.useText();
  const baseId = useId();
  const titleId = useId();
  const [entries, setEntries] = useState<Entries>(() => emptyEntries(fields, initial));
  const [wrong, setWrong] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<Problem>();
  const [pending, setPending] = useState(false);
  const intent = useRef<string>(undefined);
  // Fields whose file is still on its way.
  const [uploading, setUploading] = useState<ReadonlySet<string>>(new Set());
  const idOf = (name: string): string => `${baseId}-${name}`;

  const show = (found: Record<string, string>, said: Problem): void => {
    setWrong(found);
    setProblem(said);
    // After the alert is in the document.
    requestAnimationFrame(() => document.getElementById(`${baseId}-problem`)?.focus());
  };

  const send = async (): Promise<void> => {
    if (pending) return;
    const found = checkEntries(fields, entries);
    for (const name of uploading) found[name] = t('files.wait');
    if (Object.keys(found).length > 0) {
      show(found, { title: t('form.problem') });
      return;
    }
    setPending(true);
    intent.current ??= newIdempotencyKey();
    try {
      const result = await submit(valuesOf(fields, entries), { idempotencyKey: intent.current });
      intent.current = undefined;
      setWrong({});
      setProblem(undefined);
      setEntries(emptyEntries(fields, initial));
      onDone(result);
    } catch (error) {
      const failure = toFailure(error);
      const known = failure instanceof ApiFailure;
      // A firm answer ends the intent; after silence the same one is tried again.
      if (!known || !failure.passing) intent.current = undefined;
      const { wrong: placed, rest } = placeIssues(fields, known ? failure.issues : []);
      show(placed, {
        title: t('form.failed'),
        text: [known ? failure.message : statusText(500), ...rest].join(' '),
        requestId: known ? failure.requestId : undefined,
      });
      if (!known) throw error;
    } finally {
      setPending(false);
    }
  };

  const wrongNames = Object.keys(fields).filter((name) => wrong[name]);
  const form = (
    <form
      className="form"
      noValidate
      aria-labelledby={as === 'panel' ? titleId : undefined}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      {as === 'panel' ? <h2 id={titleId}>{title}</h2> : null}
      {intro ? (
        <div className="ink-2" id={`${baseId}-intro`}>
          {intro}
        </div>
      ) : null}
      {problem ? (
        <div className="form-problem" role="alert" tabIndex={-1} id={`${baseId}-problem`}>
          <b>{problem.title}</b>
          {problem.text ? <p>{problem.text}</p> : null}
          {wrongNames.length > 0 ? (
            <>
              <p>{t('form.problems', { count: wrongNames.length })}</p>
              <ul>
                {wrongNames.map((name) => (
                  <li key={name}>
                    <a
                      href={`#${idOf(name)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        focusControl(idOf(name));
                      }}
                    >
                      {fields[name]?.label}
                    </a>
                    <span>{wrong[name]}</span>
                  </li>
                ))}
              </ul>
            </>
          ) : null}
          {problem.requestId ? (
            <p className="meta">{t('form.requestId', { id: problem.requestId })}</p>
          ) : null}
        </div>
      ) : null}
      {Object.entries(fields).map(([name, field]) => (
        <CommandFieldControl
          key={name}
          id={idOf(name)}
          name={name}
          field={field}
          entry={entries[name] ?? ''}
          error={wrong[name]}
          onBusy={(busy) => {
            setUploading((before) => {
              const names = new Set(before);
              if (busy) names.add(name);
              else names.delete(name);
              return names;
            });
            if (!busy) setWrong(({ [name]: _gone, ...others }) => others);
          }}
          onChange={(entry) => {
            intent.current = undefined;
            setEntries((before) => ({ ...before, [name]: entry }));
            setWrong(({ [name]: _gone, ...others }) => others);
          }}
        />
      ))}
      <div className="form-end">
        <Button kind="primary" type="submit" pending={pending}>
          {submitLabel}
        </Button>
        {onClose ? <Button onClick={onClose}>{t('button.cancel')}</Button> : null}
        {note ? <span className="meta">{note}</span> : null}
      </div>
    </form>
  );
  if (as === 'panel') return form;
  return (
    <Dialog
      open={open}
      title={title}
      describedBy={intro ? `${baseId}-intro` : undefined}
      onClose={onClose ?? (() => undefined)}
    >
      {form}
    </Dialog>
  );
}

/** A group's fieldset cannot take focus; its first box can. */
function focusControl(id: string): void {
  const element = document.getElementById(id);
  const control = element?.matches('fieldset') ? element.querySelector('input') : element;
  control?.focus();
}
