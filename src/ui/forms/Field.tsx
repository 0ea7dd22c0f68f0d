import { useId, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { Bead } from '../reading/Bead.tsx';

/** What a control needs in order to belong to its label, hint and error. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

type FieldProps = {
  label: ReactNode;
  children: (control: ControlProps) => ReactNode;
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Says “optional” behind the label. */
  markOptional?: boolean;
  /** A group of boxes: fieldset and legend instead of label. */
  group?: boolean;
  /** A heading-sized label, as in long forms. */
  large?: boolean;
  id?: string;
};

/** Label, control, hint and error, tied together for everybody. */
export function Field({
  label,
  children,
  hint,
  error,
  required = false,
  markOptional = false,
  group = false,
  large = false,
  id,
}: FieldProps): ReactElement {
  const t = words.useText();
  const ownId = useId();
  const controlId = id ?? ownId;
  const hintId = `${controlId}-hint`;
  const errorId = `${controlId}-error`;
  const describedBy = [hint ? hintId : '', error ? errorId : ''].filter(Boolean).join(' ');
  const control: ControlProps = {
    id: controlId,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': error ? true : undefined,
    'aria-required': required || undefined,
  };
  const name = (
    <>
      {label}
      {markOptional ? <span className="optional">{t('form.optional')}</span> : null}
    </>
  );
  const tail = (
    <>
      {hint && !large ? (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="wrong" id={errorId}>
          <Bead kind="no" />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
  const lead =
    hint && large ? (
      <p className="hint above" id={hintId}>
        {hint}
      </p>
    ) : null;
  const className = large ? 'field large' : 'field';
  if (group) {
    return (
      <fieldset className={className} id={controlId} aria-describedby={describedBy || undefined}>
        <legend>{name}</legend>
        {lead}
        {children(control)}
        {tail}
      </fieldset>
    );
  }
  return (
    <div className={className}>
      <label htmlFor={controlId}>{name}</label>
      {lead}
      {children(control)}
      {tail}
    </div>
  );
}
