import { useId, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { newIdempotencyKey, toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { words } from '../../../ui/i18n/words.ts';

type Texts = Record<string, string | readonly unknown[]>;
type Wrong<V> = Partial<Record<keyof V & string, string>>;

type EntryFormOptions<V extends Texts, R> = {
  initial: V;
  /** What is wrong before anything is sent. */
  check: (values: V) => Wrong<V>;
  submit: (values: V, call: { idempotencyKey: string }) => Promise<R>;
  onDone: (result: R) => void;
  /** Where the server's issues belong when its field has another name. */
  fieldOf?: (path: string) => (keyof V & string) | undefined;
  /** The server's words for a failure, when better ones are known. */
  wordsFor?: (failure: ApiFailure) => string | undefined;
};

type EntryFormState<V extends Texts> = {
  values: V;
  wrong: Wrong<V>;
  problem: { title: string; text?: string; requestId?: string } | undefined;
  pending: boolean;
  set: <K extends keyof V>(name: K, value: V[K]) => void;
  send: () => Promise<void>;
  idOf: (name: keyof V & string) => string;
  problemId: string;
};

/** The state of a form with controls of its own kind: entries survive failing, focus goes to what is wrong. */
export function useEntryForm<V extends Texts, R>(
  options: EntryFormOptions<V, R>,
): EntryFormState<V> {
  const t = words.useText();
  const base = useId();
  const problemId = `${base}-problem`;
  const [values, setValues] = useState(options.initial);
  const [wrong, setWrong] = useState<Wrong<V>>({});
  const [problem, setProblem] = useState<EntryFormState<V>['problem']>();
  const [pending, setPending] = useState(false);
  const intent = useRef<string>(undefined);

  const show = (found: Wrong<V>, said: NonNullable<EntryFormState<V>['problem']>): void => {
    setWrong(found);
    setProblem(said);
    requestAnimationFrame(() => document.getElementById(problemId)?.focus());
  };
  const send = async (): Promise<void> => {
    if (pending) return;
    const found = options.check(values);
    if (Object.keys(found).length > 0) {
      show(found, { title: t('form.problem') });
      return;
    }
    setPending(true);
    intent.current ??= newIdempotencyKey();
    try {
      const result = await options.submit(values, { idempotencyKey: intent.current });
      intent.current = undefined;
      setWrong({});
      setProblem(undefined);
      options.onDone(result);
    } catch (error) {
      const failure = toFailure(error);
      if (!(failure instanceof ApiFailure)) {
        show({}, { title: t('form.failed'), text: statusText(500) });
        throw error;
      }
      // A firm answer ends the intent; after silence the same one is tried again.
      if (!failure.passing) intent.current = undefined;
      const placed: Wrong<V> = {};
      const rest: string[] = [];
      for (const { path, message } of failure.issues) {
        const name = options.fieldOf?.(path) ?? path;
        if (name in values) placed[name as keyof V & string] ??= message;
        else rest.push(message);
      }
      const said = options.wordsFor?.(failure) ?? failure.message;
      show(placed, {
        title: t('form.failed'),
        text: [said, ...rest].join(' '),
        requestId: failure.requestId,
      });
    } finally {
      setPending(false);
    }
  };
  return {
    values,
    wrong,
    problem,
    pending,
    send,
    problemId,
    set: (name, value) => {
      intent.current = undefined;
      setValues((before) => ({ ...before, [name]: value }));
      setWrong(({ [name as keyof Wrong<V>]: _gone, ...others }) => others as Wrong<V>);
    },
    idOf: (name) => `${base}-${name}`,
  };
}

type EntryFormProps<V extends Texts> = {
  form: EntryFormState<V>;
  labels: { readonly [K in keyof V & string]: string };
  submitLabel: string;
  children: ReactNode;
  /** Beside the button. */
  end?: ReactNode;
  label?: string;
};

/** The form around its fields: what is wrong on top, one primary button at the end. */
export function EntryForm<V extends Texts>(props: EntryFormProps<V>): ReactElement {
  const { form, labels, submitLabel, children, end, label } = props;
  const t = words.useText();
  const { wrong, problem, idOf } = form;
  const names = Object.keys(labels).filter((name) => wrong[name]);
  return (
    <form
      className="form"
      noValidate
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void form.send();
      }}
    >
      {problem ? (
        <div className="form-problem" role="alert" tabIndex={-1} id={form.problemId}>
          <b>{problem.title}</b>
          {problem.text ? <p>{problem.text}</p> : null}
          {names.length > 0 ? (
            <>
              <p>{t('form.problems', { count: names.length })}</p>
              <ul>
                {names.map((name) => (
                  <li key={name}>
                    <a
                      href={`#${idOf(name)}`}
                      onClick={(event) => {
                        event.preventDefault();
                        const element = document.getElementById(idOf(name));
                        (element?.matches('fieldset')
                          ? element.querySelector('input')
                          : element
                        )?.focus();
                      }}
                    >
                      {labels[name]}
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
      {children}
      <div className="form-end">
        <Button kind="primary" type="submit" pending={form.pending}>
          {submitLabel}
        </Button>
        {end}
      </div>
    </form>
  );
}
