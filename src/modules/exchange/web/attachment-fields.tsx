import type { ReactElement } from 'react';
import { FileField } from '../../../ui/forms/FileField.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { partsWords } from './parts-words.ts';
import './parts.css';

/** A file of a listing as its form holds it; as a list the server takes ids, captions and marks. */
export type AttachmentEntry = {
  fileId: string;
  name: string;
  size: number;
  caption: string;
  purpose: 'document' | 'maturity';
  closed: boolean;
};

const accept = '.pdf,.png,.jpg,.jpeg,.docx,.xlsx,.txt,.csv';

export const attachmentsSaid = (entries: readonly AttachmentEntry[]) =>
  entries.map(({ fileId, caption, purpose, closed }) => ({
    fileId,
    caption: caption.trim(),
    purpose,
    closed,
  }));

/** Files with their captions: uploaded at once, kept with the listing when the form is sent. */
export function AttachmentFields({
  id,
  entries,
  onChange,
  onBusy,
  error,
  maturity,
  mayClose,
}: {
  id: string;
  entries: readonly AttachmentEntry[];
  onChange: (entries: readonly AttachmentEntry[]) => void;
  onBusy: (busy: boolean) => void;
  error?: string | undefined;
  /** A file may prove the level of maturity. */
  maturity: boolean;
  /** There is a closed part to which a file may belong. */
  mayClose: boolean;
}): ReactElement {
  const t = partsWords.useText();
  const set = (fileId: string, to: Partial<AttachmentEntry>): void =>
    onChange(entries.map((entry) => (entry.fileId === fileId ? { ...entry, ...to } : entry)));
  return (
    <FileField
      id={id}
      label={t('files.title')}
      hint={t('files.hint')}
      error={error}
      files={entries.map(({ fileId, name, size }) => ({ id: fileId, name, size, sha256: '' }))}
      onChange={(files) =>
        onChange(
          files.map(
            (file) =>
              entries.find(({ fileId }) => fileId === file.id) ?? {
                fileId: file.id,
                name: file.name,
                size: file.size,
                caption: '',
                purpose: 'document',
                closed: mayClose,
              },
          ),
        )
      }
      onBusy={onBusy}
      accept={accept}
      multiple
      markOptional
      renderDetail={(file) => {
        const entry = entries.find(({ fileId }) => fileId === file.id);
        if (!entry) return null;
        return (
          <div className="file-detail">
            <TextInput
              value={entry.caption}
              maxLength={120}
              aria-label={t('files.captionOf', { name: file.name })}
              placeholder={t('files.captionExample')}
              onChange={(caption) => set(file.id, { caption })}
            />
            {maturity ? (
              <label className="mini">
                <input
                  type="checkbox"
                  checked={entry.purpose === 'maturity'}
                  aria-label={t('files.maturityOf', { name: file.name })}
                  onChange={(event) =>
                    set(file.id, { purpose: event.target.checked ? 'maturity' : 'document' })
                  }
                />
                {t('files.maturity')}
              </label>
            ) : null}
            {mayClose ? (
              <label className="mini">
                <input
                  type="checkbox"
                  checked={entry.closed}
                  aria-label={t('files.closedOf', { name: file.name })}
                  onChange={(event) => set(file.id, { closed: event.target.checked })}
                />
                {t('files.closed')}
              </label>
            ) : null}
          </div>
        );
      }}
    />
  );
}
