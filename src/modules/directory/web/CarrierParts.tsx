import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../../ui/case/use-now.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Dialog } from '../../../ui/controls/Dialog.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { directoryClient, type OrganisationDetail } from './directory-queries.ts';
import { EntryPicker, type Picked } from './EntryPicker.tsx';
import { entryWords } from './entry-words.ts';

type Member = OrganisationDetail['members'][number];

/** “2026-03-01 起” or from when until when. */
function usePeriod(): (member: Member) => string {
  const t = entryWords.useText();
  const formats = useFormats();
  return ({ fromDay, untilDay }) =>
    untilDay === null
      ? t('carrier.from', { from: formats.date(fromDay) })
      : t('carrier.period', { from: formats.date(fromDay), until: formats.date(untilDay) });
}

/** Whom a carrier houses, or an alliance joins; those who left after them. */
export function CarrierMembers({
  organisation,
}: {
  organisation: OrganisationDetail;
}): ReactElement {
  const t = entryWords.useText();
  const period = usePeriod();
  const today = localDay(useNow());
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [ending, setEnding] = useState<Member>();
  const { members, manages, status, id } = organisation;
  const keeps = manages && status === 'active';
  const present = members.filter((member) => member.present);
  const former = members.filter((member) => !member.present);
  const done = (): void => {
    setAdding(false);
    setEnding(undefined);
    void queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  const row = (member: Member): ReactElement => (
    <ListingRow
      key={member.id}
      to={
        member.organisationId
          ? `/organisations/${member.organisationId}`
          : `/experts/${member.expertId ?? ''}`
      }
      title={member.name}
      about={[member.words, period(member)]}
      outcome={
        keeps && member.untilDay === null ? (
          <Button
            kind="plain"
            small
            aria-label={t('carrier.endTitle', { name: member.name })}
            onClick={() => setEnding(member)}
          >
            {t('carrier.end')}
          </Button>
        ) : undefined
      }
    />
  );
  return (
    <section>
      <header className="list-head">
        <h2>{t('carrier.members')}</h2>
        <span className="meta">{t('carrier.memberCount', { count: present.length })}</span>
        {keeps ? (
          <Button className="end" small onClick={() => setAdding(true)}>
            {t('carrier.add')}
          </Button>
        ) : null}
      </header>
      {members.length === 0 ? <p className="meta">{t('carrier.noMembers')}</p> : null}
      {present.map(row)}
      {former.length > 0 ? (
        <>
          <h3 className="former">{t('carrier.former')}</h3>
          {former.map(row)}
        </>
      ) : null}
      {adding ? (
        <AddMember organisation={organisation} onClose={() => setAdding(false)} onDone={done} />
      ) : null}
      {ending ? (
        <CommandForm
          title={t('carrier.endTitle', { name: ending.name })}
          fields={{
            untilDay: {
              kind: 'date',
              label: t('carrier.untilDay'),
              required: true,
              min: ending.fromDay,
            },
          }}
          initial={{ untilDay: today }}
          submitLabel={t('carrier.end')}
          submit={({ untilDay }, { idempotencyKey }) =>
            directoryClient.endCarrierMember(
              { id, memberId: ending.id, untilDay },
              { context: { idempotencyKey } },
            )
          }
          onDone={done}
          onClose={() => setEnding(undefined)}
        />
      ) : null}
    </section>
  );
}

/** First who, then since when and as what. */
function AddMember({
  organisation,
  onClose,
  onDone,
}: {
  organisation: OrganisationDetail;
  onClose: () => void;
  onDone: () => void;
}): ReactElement {
  const t = entryWords.useText();
  const today = localDay(useNow());
  const [kind, setKind] = useState<'organisation' | 'expert'>('organisation');
  const [who, setWho] = useState<Picked | null>(null);
  const title = t('carrier.addTitle', { name: organisation.name });
  const picker = (
    <EntryPicker
      kind={kind}
      label={t('carrier.who')}
      value={who}
      exceptId={organisation.id}
      required
      onChange={setWho}
    />
  );
  if (!who) {
    return (
      <Dialog open title={title} onClose={onClose}>
        <div className="form">
          <Field label={t('carrier.addKind')} group>
            {() => (
              <RadioGroup
                name="member-kind"
                value={kind}
                onChange={(value) => setKind(value as typeof kind)}
                options={[
                  { value: 'organisation', label: t('carrier.organisation') },
                  { value: 'expert', label: t('carrier.expert') },
                ]}
              />
            )}
          </Field>
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
        fromDay: { kind: 'date', label: t('carrier.fromDay'), required: true },
        words: {
          kind: 'text',
          label: t('carrier.words'),
          hint: t('carrier.wordsHint'),
          maxLength: 200,
        },
      }}
      initial={{ fromDay: today }}
      submitLabel={t('carrier.add')}
      submit={({ fromDay, words }, { idempotencyKey }) =>
        directoryClient.addCarrierMember(
          {
            id: organisation.id,
            ...(kind === 'organisation' ? { organisationId: who.id } : { expertId: who.id }),
            fromDay,
            words,
          },
          { context: { idempotencyKey } },
        )
      }
      onDone={onDone}
      onClose={onClose}
    />
  );
}

/** What happened at a carrier, the latest first. */
export function CarrierActivities({
  organisation,
}: {
  organisation: OrganisationDetail;
}): ReactElement {
  const t = entryWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const today = localDay(useNow());
  const [noting, setNoting] = useState(false);
  const { activities, mayNoteActivity, id, name } = organisation;
  return (
    <section>
      <header className="list-head">
        <h2>{t('carrier.activities')}</h2>
        {mayNoteActivity ? (
          <Button className="end" small onClick={() => setNoting(true)}>
            {t('carrier.note')}
          </Button>
        ) : null}
      </header>
      {activities.length === 0 ? <p className="meta">{t('carrier.noActivities')}</p> : null}
      {activities.map((activity) => (
        <ListingRow
          key={activity.id}
          title={activity.title}
          about={[formats.date(activity.heldOn), t('carrier.by', { name: activity.enteredName })]}
        >
          <div className="excerpt">
            <OwnWords>{activity.words}</OwnWords>
          </div>
        </ListingRow>
      ))}
      <CommandForm
        open={noting}
        onClose={() => setNoting(false)}
        title={t('carrier.noteTitle', { name })}
        fields={{
          heldOn: {
            kind: 'date',
            label: t('carrier.heldOn'),
            required: true,
            max: today,
          },
          title: { kind: 'text', label: t('carrier.what'), required: true, maxLength: 120 },
          words: {
            kind: 'textarea',
            label: t('carrier.story'),
            hint: t('carrier.storyHint'),
            required: true,
            maxLength: 2000,
            song: true,
          },
        }}
        initial={{ heldOn: today }}
        submitLabel={t('carrier.note')}
        submit={(values, { idempotencyKey }) =>
          directoryClient.noteCarrierActivity({ id, ...values }, { context: { idempotencyKey } })
        }
        onDone={() => {
          setNoting(false);
          void queries.invalidateQueries({ queryKey: ['organisations'] });
        }}
      />
    </section>
  );
}

/** The carriers and alliances that somebody belongs or belonged to. */
export function InCarriers({ carriers }: { carriers: readonly Member[] }): ReactElement | null {
  const t = entryWords.useText();
  const period = usePeriod();
  if (carriers.length === 0) return null;
  return (
    <section>
      <h2>{t('carrier.in')}</h2>
      {carriers.map((member) => (
        <ListingRow
          key={member.id}
          to={`/organisations/${member.carrierId}`}
          title={member.carrierName}
          about={[member.words, period(member)]}
        />
      ))}
    </section>
  );
}
