import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { sentenceStart } from './case-words.ts';
import { fileAddress } from './case-timeline.tsx';
import { contentWords } from './content-words.ts';
import type { DockingDetail, DockingEntry } from './queries.ts';

/** How many are seen at once; older ones are a press away. */
const FEW = 5;

/** Every file of the case with who put it there and when, the newest first. */
export function CaseFiles({ docking }: { docking: DockingDetail }): ReactElement | null {
  const t = contentWords.useText();
  const formats = useFormats();
  const entries = docking.history.filter(({ file }) => file !== null);
  if (entries.length === 0) return null;
  const line = ({ id, file, actorName, at }: DockingEntry): ReactElement | null =>
    file ? (
      <li key={id}>
        <a href={fileAddress(docking.id, file.id)} download={file.name}>
          {file.name}
        </a>
        <span className="meta">{formats.bytes(file.size)}</span>
        <span className="meta who">
          {t('files.by', { name: sentenceStart(actorName), day: formats.day(at) })}
        </span>
      </li>
    ) : null;
  return (
    <section className="case-part">
      <h2 className="story-title">{t('files.title')}</h2>
      <ul className="case-files">{entries.slice(0, FEW).map(line)}</ul>
      {entries.length > FEW ? (
        <details className="earlier">
          <summary>{t('files.all', { count: entries.length })}</summary>
          <ul className="case-files">{entries.slice(FEW).map(line)}</ul>
        </details>
      ) : null}
    </section>
  );
}
