import type { ReactElement } from 'react';
import { CheckboxGroup } from './CheckboxGroup.tsx';
import type { CommandField, Entry, Row } from './command-fields.ts';
import { Field } from './Field.tsx';
import { FileField } from './FileField.tsx';
import { RadioGroup } from './RadioGroup.tsx';
import { RowsField } from './RowsField.tsx';
import { Select } from './Select.tsx';
import { TextArea } from './TextArea.tsx';
import { TextInput } from './TextInput.tsx';
import type { UploadedFile } from './upload.ts';

type Props = {
  id: string;
  name: string;
  field: CommandField;
  entry: Entry;
  error: string | undefined;
  onChange: (entry: Entry) => void;
  onBusy: (busy: boolean) => void;
};

/** The control that a field of a command asks for. */
export function CommandFieldControl({
  id,
  name,
  field,
  entry,
  error,
  onChange,
  onBusy,
}: Props): ReactElement {
  const text = typeof entry === 'string' ? entry : '';
  if (field.kind === 'files') {
    return (
      <FileField
        id={id}
        label={field.label}
        files={entry as readonly UploadedFile[]}
        onChange={onChange}
        onBusy={onBusy}
        accept={field.accept}
        maxSize={field.maxSize}
        multiple={field.multiple}
        hint={field.hint}
        error={error}
        required={field.required}
        markOptional={!field.required}
      />
    );
  }
  return (
    <Field
      id={id}
      label={field.label}
      hint={field.hint}
      error={error}
      required={field.required}
      markOptional={!field.required}
      group={field.kind === 'radio' || field.kind === 'checkboxes' || field.kind === 'rows'}
    >
      {(control) => {
        switch (field.kind) {
          case 'text':
            return (
              <TextInput
                {...control}
                name={name}
                value={text}
                onChange={onChange}
                song={field.song}
                placeholder={field.placeholder}
              />
            );
          case 'textarea':
            return (
              <TextArea
                {...control}
                name={name}
                value={text}
                onChange={onChange}
                song={field.song}
                placeholder={field.placeholder}
              />
            );
          case 'number':
            return (
              <TextInput
                {...control}
                name={name}
                value={text}
                onChange={onChange}
                inputMode="decimal"
                unit={field.unit}
                placeholder={field.placeholder}
              />
            );
          case 'date':
          case 'datetime':
            return (
              <TextInput
                {...control}
                name={name}
                type={field.kind === 'date' ? 'date' : 'datetime-local'}
                value={text}
                onChange={onChange}
                min={field.min}
                max={field.max}
              />
            );
          case 'select':
            return (
              <Select
                {...control}
                name={name}
                value={text}
                onChange={onChange}
                options={field.options}
              />
            );
          case 'radio':
            return (
              <RadioGroup name={name} value={text} onChange={onChange} options={field.options} />
            );
          case 'rows':
            return (
              <RowsField
                columns={field.columns}
                rows={entry as readonly Row[]}
                onChange={onChange}
                addLabel={field.addLabel}
                max={field.max}
                name={name}
              />
            );
          default:
            return (
              <CheckboxGroup
                name={name}
                values={entry as readonly string[]}
                onChange={onChange}
                options={field.options}
              />
            );
        }
      }}
    </Field>
  );
}
