import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { partsWords } from './parts-words.ts';

export type ShownAttachment = {
  fileId: string;
  name: string;
  size: number;
  caption: string;
  purpose: 'document' | 'maturity';
  closed: boolean;
};

/** Files of a listing, to be saved. A download that breaks off goes on where it stopped. */
export function AttachmentList({
  kind,
  id,
  attachments,
}: {
  kind: 'need' | 'achievement';
  id: string;
  attachments: readonly ShownAttachment[];
}): ReactElement | null {
  const t = partsWords.useText();
  const formats = useFormats();
  if (attachments.length === 0) return null;
  const base = kind === 'need' ? 'needs' : 'achievements';
  return (
    <ul className="attachments">
      {attachments.map(({ fileId, name, size, caption, purpose, closed }) => (
        <li key={fileId}>
          <a
            href={`/api/${base}/${id}/files/${fileId}`}
            download={name}
            aria-label={t('files.download', { name })}
          >
            {name}
          </a>
          <span className="meta">
            {[
              caption,
              formats.bytes(size),
              purpose === 'maturity' ? t('files.maturity') : '',
              closed ? t('files.closedTag') : '',
            ]
              .filter(Boolean)
              .join('　')}
          </span>
        </li>
      ))}
    </ul>
  );
}
