import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/controls/Dialog.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { retireReasons, type EntrySubject, type RetireReason } from '../domain/entry.workflow.ts';
import { directoryClient, facilitiesClient } from './directory-queries.ts';
import { EntryPicker, type Picked } from './EntryPicker.tsx';
import { entryWords } from './entry-words.ts';

type Offer = { action: string; allowed: boolean; reasons: { code: string; message: string }[] };

type EntryActionsProps = {
  subject: EntrySubject;
  id: string;
  name: string;
  version: number;
  actions: readonly Offer[];
  /** Further ways on, such as to the members. */
  children?: ReactNode;
};

const paths = {
  organisation: '/organisations',
  expert: '/experts',
  facility: '/facilities',
} as const;

const retire = (subject: EntrySubject) =>
  subject === 'organisation'
    ? directoryClient.retireOrganisation
    : subject === 'expert'
      ? directoryClient.retireExpert
      : facilitiesClient.retireFacility;

const restore = (subject: EntrySubject) =>
  subject === 'organisation'
    ? directoryClient.restoreOrganisation
    : subject === 'expert'
      ? directoryClient.restoreExpert
      : facilitiesClient.restoreFacility;

/** What those who keep an entry may do with it: change, rest, merge, look back. */
export function EntryActions(props: EntryActionsProps): ReactElement {
  const { subject, id, name, version, actions, children } = props;
  const t = entryWords.useText();
  const queries = useQueryClient();
  const [open, setOpen] = useState<'retire' | 'restore' | 'merge'>();
  const may = (action: string): boolean =>
    actions.some((offer) => offer.action === action && offer.allowed);
  const path = paths[subject];
  const done = (): void => {
    setOpen(undefined);
    void queries.invalidateQueries();
  };
  const words = {
    kind: 'textarea',
    label: t('retire.words'),
    hint: t('retire.wordsHint'),
    required: true,
    maxLength: 500,
    song: true,
  } as const;
  return (
    <section className="next-step">
      <h2>{t('actionsTitle')}</h2>
      <div className="acts">
        {may('revise') ? (
          <Link className="button" to={`${path}/${id}/edit`}>
            {t('edit')}
          </Link>
        ) : null}
        {children}
        <Link className="button" to={`${path}/${id}/history`}>
          {t('history')}
        </Link>
        {may('merge') && subject !== 'facility' ? (
          <Button onClick={() => setOpen('merge')}>{t('merge.button')}</Button>
        ) : null}
        {may('restore') ? (
          <Button onClick={() => setOpen('restore')}>{t('restore.button')}</Button>
        ) : null}
        {may('retire') ? (
          <Button kind="against" onClick={() => setOpen('retire')}>
            {t('retire.button')}
          </Button>
        ) : null}
      </div>
      <CommandForm
        open={open === 'retire'}
        onClose={() => setOpen(undefined)}
        title={t('retire.title', { name })}
        intro={t('retire.intro')}
        fields={{
          reasonCode: {
            kind: 'select',
            label: t('retire.reason'),
            required: true,
            options: retireReasons.map((value) => ({
              value,
              label: t(`retire.reasons.${value}`),
            })),
          },
          words,
        }}
        submitLabel={t('retire.button')}
        submit={async (values, { idempotencyKey }) => {
          const input = {
            id,
            version,
            words: values.words,
            reasonCode: values.reasonCode as RetireReason,
          };
          await retire(subject)(input, { context: { idempotencyKey } });
        }}
        onDone={done}
      />
      <CommandForm
        open={open === 'restore'}
        onClose={() => setOpen(undefined)}
        title={t('restore.title', { name })}
        intro={t('restore.intro')}
        fields={{ words }}
        submitLabel={t('restore.button')}
        submit={async (values, { idempotencyKey }) => {
          await restore(subject)(
            { id, version, words: values.words },
            { context: { idempotencyKey } },
          );
        }}
        onDone={done}
      />
      {open === 'merge' && subject !== 'facility' ? (
        <MergeEntry
          subject={subject}
          id={id}
          name={name}
          version={version}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
    </section>
  );
}

/** First which other entry, then why; afterwards the page of that one. */
function MergeEntry({
  subject,
  id,
  name,
  version,
  onClose,
}: {
  subject: 'organisation' | 'expert';
  id: string;
  name: string;
  version: number;
  onClose: () => void;
}): ReactElement {
  const t = entryWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const [into, setInto] = useState<Picked | null>(null);
  const title = t('merge.title', { name });
  const picker = (
    <EntryPicker
      kind={subject}
      label={t('merge.into')}
      value={into}
      exceptId={id}
      required
      onChange={setInto}
    />
  );
  if (!into) {
    return (
      <Dialog open title={title} onClose={onClose}>
        <div className="form">
          <p className="ink-2">{t('merge.intro')}</p>
          {picker}
        </div>
      </Dialog>
    );
  }
  return (
    <CommandForm
      title={title}
      intro={picker}
      fields={{
        words: {
          kind: 'textarea',
          label: t('merge.words'),
          required: true,
          maxLength: 500,
          song: true,
        },
      }}
      submitLabel={t('merge.submit')}
      submit={async ({ words }, { idempotencyKey }) => {
        const input = { id, version, intoId: into.id, words };
        const call = { context: { idempotencyKey } };
        await (subject === 'organisation'
          ? directoryClient.mergeOrganisation(input, call)
          : directoryClient.mergeExpert(input, call));
      }}
      onDone={() => {
        onClose();
        void queries.invalidateQueries();
        go(`${paths[subject]}/${into.id}`);
      }}
      onClose={onClose}
    />
  );
}
