import { useEffect, useRef, useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { useFormats } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import { Bead } from '../reading/Bead.tsx';
import { Field } from './Field.tsx';
import { failureText, uploadFile, type UploadedFile } from './upload.ts';

type FileFieldProps = {
  label: string;
  files: readonly UploadedFile[];
  onChange: (files: UploadedFile[]) => void;
  /** Whether a file is on its way: a form that is sent meanwhile would go without it. */
  onBusy?: (busy: boolean) => void;
  /** What belongs to a file beside its name, such as a caption. */
  renderDetail?: (file: UploadedFile) => ReactNode;
  /** As the input's `accept`: `.pdf,.docx`. */
  accept?: string;
  /** Bytes. */
  maxSize?: number;
  multiple?: boolean;
  hint?: string;
  error?: string;
  required?: boolean;
  /** Says “optional” behind the label. */
  markOptional?: boolean;
  id?: string;
};

type Upload = { key: number; file: File; share: number; failed?: string; abort: AbortController };

const defaultMaxSize = 20_000_000;

/** Uploads as soon as files are chosen; the form then carries their ids. */
export function FileField({
  label,
  files,
  onChange,
  onBusy,
  renderDetail,
  accept,
  maxSize = defaultMaxSize,
  multiple = false,
  hint,
  error,
  required,
  markOptional = false,
  id,
}: FileFieldProps): ReactElement {
  const t = words.useText();
  const formats = useFormats();
  const input = useRef<HTMLInputElement>(null);
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [dragging, setDragging] = useState(false);
  const nextKey = useRef(0);
  // Uploads end at different times; each adds to what stands then, not when it began.
  const current = useRef({ files, onChange });
  useEffect(() => {
    current.current = { files, onChange };
  });
  const running = useRef(new Set<AbortController>());
  useEffect(() => {
    const all = running.current;
    return () => all.forEach((abort) => abort.abort());
  }, []);

  const busy = uploads.some(({ failed }) => failed === undefined);
  const tellBusy = useRef(onBusy);
  useEffect(() => {
    tellBusy.current = onBusy;
  });
  useEffect(() => tellBusy.current?.(busy), [busy]);

  const change = (key: number, to: Partial<Upload>): void =>
    setUploads((list) => list.map((item) => (item.key === key ? { ...item, ...to } : item)));
  const drop = (key: number): void => setUploads((list) => list.filter((item) => item.key !== key));

  const start = async (upload: Upload): Promise<void> => {
    const { key, file, abort } = upload;
    running.current.add(abort);
    try {
      const done = await uploadFile(file, (share) => change(key, { share }), abort.signal);
      const { files: before, onChange: tell } = current.current;
      const next = multiple ? [...before, done] : [done];
      current.current.files = next;
      tell(next);
      drop(key);
    } catch (failure) {
      change(key, { failed: t('files.failed', { why: failureText(failure) }) });
    } finally {
      running.current.delete(abort);
    }
  };

  const add = (chosen: FileList | null): void => {
    const picked = [...(chosen ?? [])].slice(0, multiple ? undefined : 1);
    const made = picked.map((file): Upload => {
      nextKey.current += 1;
      const tooLarge =
        file.size > maxSize
          ? t('files.tooLarge', { size: formats.bytes(file.size), max: formats.bytes(maxSize) })
          : undefined;
      return {
        key: nextKey.current,
        file,
        share: 0,
        failed: tooLarge,
        abort: new AbortController(),
      };
    });
    setUploads((list) => [...list.filter((item) => multiple || !item.failed), ...made]);
    for (const upload of made) if (!upload.failed) void start(upload);
  };

  const limits = t('files.limits', {
    types: accept?.replaceAll(',', ' ') ?? t('files.anyType'),
    size: formats.bytes(maxSize),
  });
  return (
    <Field
      label={label}
      hint={hint}
      markOptional={markOptional}
      error={error}
      required={required}
      id={id}
    >
      {(control) => (
        <>
          <div
            className={dragging ? 'drop over' : 'drop'}
            onDragOver={(event) => {
              event.preventDefault();
              setDragging(true);
            }}
            onDragLeave={() => setDragging(false)}
            onDrop={(event) => {
              event.preventDefault();
              setDragging(false);
              add(event.dataTransfer.files);
            }}
          >
            <input
              {...control}
              ref={input}
              type="file"
              className="visually-hidden"
              accept={accept}
              multiple={multiple}
              onChange={(event) => {
                add(event.target.files);
                event.target.value = ''; // the same file may be chosen again
              }}
            />
            <Button small tabIndex={-1} aria-hidden="true" onClick={() => input.current?.click()}>
              {t('files.choose')}
            </Button>
            <span className="meta">
              {t('files.drop')}
              <br />
              {limits}
            </span>
          </div>
          <ul className="uploads" aria-live="polite">
            {files.map((file) => (
              <li key={file.id}>
                <Bead kind="yes" label={t('files.done')} />
                <span>{file.name}</span>
                <span className="meta">{formats.bytes(file.size)}</span>
                <Button
                  small
                  kind="plain"
                  aria-label={t('files.removeNamed', { name: file.name })}
                  onClick={() => onChange(files.filter((other) => other.id !== file.id))}
                >
                  {t('files.remove')}
                </Button>
                {renderDetail?.(file)}
              </li>
            ))}
            {uploads.map((upload) => (
              <li key={upload.key}>
                <Bead kind={upload.failed ? 'no' : 'near'} />
                <span>{upload.file.name}</span>
                {upload.failed ? (
                  <span className="failed">{upload.failed}</span>
                ) : (
                  <progress
                    value={upload.share}
                    aria-label={t('files.uploading', { percent: formats.percent(upload.share, 0) })}
                  />
                )}
                {upload.failed && upload.file.size <= maxSize ? (
                  <Button
                    small
                    kind="plain"
                    onClick={() => {
                      const again = { ...upload, failed: undefined, abort: new AbortController() };
                      change(upload.key, again);
                      void start(again);
                    }}
                  >
                    {t('files.retry')}
                  </Button>
                ) : null}
                <Button
                  small
                  kind="plain"
                  aria-label={t('files.removeNamed', { name: upload.file.name })}
                  onClick={() => {
                    upload.abort.abort();
                    drop(upload.key);
                  }}
                >
                  {t('files.remove')}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
    </Field>
  );
}
