import type { ReactElement } from 'react';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { entryWords } from './entry-words.ts';

type EntryStandingProps = {
  /** Where its kind lives: `/organisations`. */
  path: string;
  status: 'active' | 'retired' | 'merged';
  mergedInto?: { id: string; name: string } | null;
};

/** Says above an entry that it is out of use, or where it went; nothing while it is in use. */
export function EntryStanding({ path, status, mergedInto }: EntryStandingProps): ReactElement {
  const t = entryWords.useText();
  if (status === 'active') return <></>;
  return (
    <p className="entry-standing">
      <Bead kind={status === 'merged' ? 'near' : 'none'} />
      <span>
        {status === 'merged' && mergedInto ? (
          <Rich
            book={entryWords}
            k="status.mergedText"
            values={{ name: mergedInto.name }}
            parts={{ other: <Link to={`${path}/${mergedInto.id}`}>{mergedInto.name}</Link> }}
          />
        ) : (
          t('status.retiredText')
        )}
      </span>
    </p>
  );
}
