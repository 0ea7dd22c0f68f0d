import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useNow } from '../../../ui/case/use-now.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { dispatchReasons } from '../domain/report.workflow.ts';
import { dispatchChanged, teamsApi, type Dispatch } from './team-queries.ts';
import { teamWords } from './team-words.ts';

const beads = { sent: 'none', accepted: 'yes', declined: 'no' } as const;

/** Where somebody is sent: what for, who goes, what was seen. */
export function DispatchCard({
  dispatch,
  level = 2,
}: {
  dispatch: Dispatch;
  level?: 2 | 3;
}): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const [open, setOpen] = useState<{ what: 'accept' | 'decline' | 'visit'; id: string }>();
  const Heading = `h${level}` as const;
  return (
    <article className="dispatch">
      <Heading className="song">
        <Link to={`/needs/${dispatch.needId}`}>{dispatch.needTitle}</Link>
      </Heading>
      <p className="meta">
        {dispatch.askerName}　<Link to={`/teams/${dispatch.teamId}`}>{dispatch.teamName}</Link>　
        {t('dispatch.by', { name: dispatch.sentByName, day: formats.day(dispatch.sentAt) })}
      </p>
      <OwnWords>{dispatch.words}</OwnWords>
      <ul className="dispatch-members">
        {dispatch.members.map((member) => (
          <li key={member.id}>
            <Bead kind={beads[member.status]} />
            <span>
              <b>{member.name}</b> {t(`dispatch.status.${member.status}`)}
              {member.reasonCode ? (
                <span className="meta">
                  {' '}
                  {t('dispatch.because', {
                    reason: t(`reason.${member.reasonCode}`),
                    words: member.words ?? '',
                  })}
                </span>
              ) : null}
            </span>
            {member.due ? <DueClock ticks={member.due.ticks} dueAt={member.due.at} /> : null}
            {member.mayAnswer ? (
              <span className="answer">
                <Button
                  small
                  kind="primary"
                  onClick={() => setOpen({ what: 'accept', id: member.id })}
                >
                  {t('action.accept')}
                </Button>
                <Button small onClick={() => setOpen({ what: 'decline', id: member.id })}>
                  {t('action.decline')}
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
      {dispatch.visits.map((visit) => (
        <div key={visit.id} className="visit">
          <p>
            <b>
              {t('dispatch.visit', {
                day: formats.day(visit.visitedOn),
                place: visit.place,
                people: visit.people,
              })}
            </b>{' '}
            <span className="meta">{t('dispatch.recordedBy', { name: visit.recordedByName })}</span>
          </p>
          <OwnWords>{visit.found}</OwnWords>
          <p>{t('dispatch.next', { words: visit.nextStep })}</p>
        </div>
      ))}
      {dispatch.mayRecordVisit ? (
        <p>
          <Button small onClick={() => setOpen({ what: 'visit', id: dispatch.id })}>
            {t('action.visit')}
          </Button>
        </p>
      ) : null}
      {open ? <DispatchForm {...open} onClose={() => setOpen(undefined)} /> : null}
    </article>
  );
}

function DispatchForm({
  what,
  id,
  onClose,
}: {
  what: 'accept' | 'decline' | 'visit';
  id: string;
  onClose: () => void;
}): ReactElement {
  const t = teamWords.useText();
  const queries = useQueryClient();
  const today = localDay(useNow());
  const shared = {
    title: t(`action.${what}`),
    submitLabel: t(`action.${what}`),
    onClose,
    onDone: () => {
      dispatchChanged(queries);
      onClose();
    },
  };
  const text = { kind: 'textarea', maxLength: 500, song: true } as const;
  if (what === 'visit') {
    const fields = {
      visitedOn: { kind: 'date', label: t('form.visitedOn'), required: true, max: today },
      place: { kind: 'text', label: t('form.place'), required: true, maxLength: 120 },
      people: {
        kind: 'number',
        label: t('form.people'),
        required: true,
        unit: t('form.peopleUnit'),
        min: 1,
        max: 500,
      },
      found: {
        ...text,
        label: t('form.found'),
        hint: t('form.foundHint'),
        required: true,
        maxLength: 1000,
      },
      nextStep: {
        ...text,
        label: t('form.nextStep'),
        hint: t('form.nextStepHint'),
        required: true,
      },
    } as const;
    return (
      <CommandForm
        {...shared}
        fields={fields}
        initial={{ visitedOn: today }}
        submit={(values, call) =>
          teamsApi.recordVisit({ id, ...values, people: values.people ?? 0 }, { context: call })
        }
      />
    );
  }
  if (what === 'accept') {
    return (
      <CommandForm
        {...shared}
        fields={{ words: { ...text, label: t('form.acceptWords') } }}
        submit={({ words }, call) =>
          teamsApi.answerDispatch({ id, accept: true, words }, { context: call })
        }
      />
    );
  }
  const fields = {
    reasonCode: {
      kind: 'radio',
      label: t('form.reason'),
      required: true,
      options: dispatchReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
    },
    words: { ...text, label: t('form.words'), hint: t('form.wordsHint'), required: true },
  } as const;
  return (
    <CommandForm
      {...shared}
      fields={fields}
      submit={({ reasonCode, words }, call) =>
        teamsApi.answerDispatch(
          {
            id,
            accept: false,
            reasonCode: dispatchReasons.find((code) => code === reasonCode) ?? 'other',
            words,
          },
          { context: call },
        )
      }
    />
  );
}
