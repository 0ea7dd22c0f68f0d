import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useHere } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { signInAddress } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { peopleClient } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';

type ClaimEntryProps = {
  subjectType: 'organisation' | 'expert';
  id: string;
  name: string;
  /** Somebody acts for it already: one asks to join. */
  hasPeople: boolean;
  myClaim: { id: string; version: number; dueAt: string | null } | null;
};

/** “This is mine”: with a sentence and evidence, for an operator to check. */
export function ClaimEntry(props: ClaimEntryProps): ReactElement {
  const { subjectType, id, name, hasPeople, myClaim } = props;
  const t = entryWords.useText();
  const formats = useFormats();
  const { session } = useSession();
  const here = useHere();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'claim' | 'withdraw'>();
  const done = (): void => {
    setOpen(undefined);
    void queries.invalidateQueries();
  };
  const way = subjectType === 'expert' ? 'expert' : hasPeople ? 'join' : 'organisation';
  if (myClaim) {
    return (
      <section className="next-step">
        <h2>{t(`claim.${way}Ask`)}</h2>
        <p>{t('claim.waiting', { due: myClaim.dueAt ? formats.due(myClaim.dueAt) : '' })}</p>
        <Button onClick={() => setOpen('withdraw')}>{t('claim.withdraw')}</Button>
        <CommandForm
          open={open === 'withdraw'}
          onClose={() => setOpen(undefined)}
          title={t('claim.withdrawTitle')}
          intro={t('claim.withdrawIntro')}
          fields={{}}
          submitLabel={t('claim.withdraw')}
          submit={(_none, { idempotencyKey }) =>
            peopleClient.withdrawClaim(
              { id: myClaim.id, version: myClaim.version },
              { context: { idempotencyKey } },
            )
          }
          onDone={done}
        />
      </section>
    );
  }
  return (
    <section className="next-step">
      <h2>{t(`claim.${way}Ask`)}</h2>
      <p>{t(`claim.${way}Text`)}</p>
      {session.signedIn ? (
        <Button onClick={() => setOpen('claim')}>
          {t(way === 'join' ? 'claim.joinButton' : 'claim.button')}
        </Button>
      ) : (
        <Link className="button" to={signInAddress(here)}>
          {t('claim.signIn')}
        </Link>
      )}
      <CommandForm
        open={open === 'claim'}
        onClose={() => setOpen(undefined)}
        title={t('claim.title', { name })}
        intro={t('claim.intro')}
        fields={{
          words: {
            kind: 'textarea',
            label: t('claim.words'),
            hint: t('claim.wordsHint'),
            required: true,
            maxLength: 500,
            song: true,
          },
          file: {
            kind: 'files',
            label: t('claim.file'),
            hint: t('claim.fileHint'),
            required: true,
            path: 'fileId',
          },
        }}
        submitLabel={t('claim.submit')}
        submit={({ words, file }, { idempotencyKey }) =>
          peopleClient.submitClaim(
            { subjectType, subjectId: id, words, fileId: file[0]!.id },
            { context: { idempotencyKey } },
          )
        }
        onDone={done}
      />
    </section>
  );
}
