import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { CommandFields } from '../../../ui/forms/command-fields.ts';
import type { CaseFormProps } from './case-run.ts';
import { contentWords } from './content-words.ts';
import { dockingsApi, type DockingDetail } from './queries.ts';

type Meeting = DockingDetail['meetings'][number];
type WithMeeting = CaseFormProps & { docking: DockingDetail; meeting: Meeting };

/** `2026-11-25T14:00`, in China, as a field for a date and a time wants it. */
const fieldMoment = (at: string): string =>
  new Date(new Date(at).getTime() + 8 * 3_600_000).toISOString().slice(0, 16);

/** Calls both sides together, or moves a meeting that stands. */
export function MeetingForm({
  shared,
  run,
  docking,
  today,
  meeting,
}: CaseFormProps & { docking: DockingDetail; meeting?: Meeting }): ReactElement {
  const t = contentWords.useText();
  const person = ({ name, side }: DockingDetail['people'][number]): string =>
    t('meetingForm.person', { name, side: t(`side.${side}`) });
  const fields = {
    beginsAt: {
      kind: 'datetime',
      label: t('meetingForm.begins'),
      required: true,
      min: `${today}T00:00`,
    },
    endsAt: {
      kind: 'datetime',
      label: t('meetingForm.ends'),
      required: true,
      min: `${today}T00:00`,
    },
    place: { kind: 'text', label: t('meetingForm.place'), maxLength: 120 },
    link: {
      kind: 'text',
      label: t('meetingForm.link'),
      hint: t('meetingForm.linkHint'),
      maxLength: 500,
    },
    agenda: {
      kind: 'textarea',
      label: t('meetingForm.agenda'),
      hint: t('meetingForm.agendaHint'),
      required: true,
      maxLength: 1000,
      song: true,
    },
    people: {
      kind: 'checkboxes',
      label: t('meetingForm.people'),
      required: true,
      options: docking.people.map((each) => ({ value: each.userId, label: person(each) })),
    },
  } as const;
  const initial = meeting
    ? {
        beginsAt: fieldMoment(meeting.beginsAt),
        endsAt: fieldMoment(meeting.endsAt),
        place: meeting.place,
        link: meeting.link,
        agenda: meeting.agenda,
        people: meeting.people.map(({ userId }) => userId),
      }
    : { people: docking.people.map(({ userId }) => userId) };
  return (
    <CommandForm
      {...shared}
      intro={t(meeting ? 'meetingForm.changeIntro' : 'meetingForm.intro')}
      note={undefined}
      fields={fields}
      initial={initial}
      submit={run<typeof fields>(({ id }, values, call) =>
        meeting
          ? dockingsApi.changeMeeting({ id, ...seen(meeting), ...values }, call)
          : dockingsApi.proposeMeeting({ id, ...values }, call),
      )}
    />
  );
}

const seen = ({ id, sequence }: Meeting) => ({ meetingId: id, sequence });

export function CancelMeetingForm({ shared, run, meeting }: WithMeeting): ReactElement {
  const t = contentWords.useText();
  const fields = {
    words: {
      kind: 'textarea',
      label: t('meetingForm.heldWords'),
      required: true,
      maxLength: 500,
      song: true,
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('meetingForm.cancelIntro')}
      fields={fields}
      submit={run<typeof fields>(({ id }, values, call) =>
        dockingsApi.cancelMeeting({ id, ...seen(meeting), ...values }, call),
      )}
    />
  );
}

/** Who came and what was said; with it the case has met, where it waited for that. */
export function MinutesForm({ shared, run, meeting }: WithMeeting): ReactElement {
  const t = contentWords.useText();
  const fields = {
    attended: {
      kind: 'checkboxes',
      label: t('meetingForm.attended'),
      options: meeting.people.map(({ userId, name, side }) => ({
        value: userId,
        label: t('meetingForm.person', { name, side: t(`side.${side}`) }),
      })),
    },
    others: {
      kind: 'number',
      label: t('meetingForm.others'),
      unit: t('meetingForm.othersUnit'),
      min: 0,
      max: 500,
    },
    words: {
      kind: 'textarea',
      label: t('meetingForm.minutes'),
      hint: t('meetingForm.minutesHint'),
      required: true,
      maxLength: 3000,
      song: true,
    },
    file: { kind: 'files', label: t('meetingForm.minutesFile'), path: 'fileId' },
  } as const satisfies CommandFields;
  const came = meeting.people
    .filter(({ answer }) => answer === 'comes')
    .map(({ userId }) => userId);
  return (
    <CommandForm
      {...shared}
      fields={fields}
      initial={{ attended: came }}
      submit={run<typeof fields>(({ id }, { file, others, ...values }, call) =>
        dockingsApi.recordMinutes(
          {
            id,
            meetingId: meeting.id,
            ...values,
            others: others ?? 0,
            fileId: file[0]?.id ?? null,
          },
          call,
        ),
      )}
    />
  );
}

/** Takes the case on with a meeting whose minutes a side has written. */
export function HeldMeetingForm({
  shared,
  run,
  held,
  describe,
}: CaseFormProps & { held: readonly Meeting[]; describe: (meeting: Meeting) => string }) {
  const t = contentWords.useText();
  const fields = {
    meetingId: {
      kind: 'radio',
      label: t('meetingForm.heldMeeting'),
      required: true,
      options: held.map((meeting) => ({ value: meeting.id, label: describe(meeting) })),
    },
    words: {
      kind: 'textarea',
      label: t('meetingForm.heldWords'),
      required: true,
      maxLength: 500,
      song: true,
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('meetingForm.heldIntro')}
      fields={fields}
      initial={{ meetingId: held[0]?.id ?? '' }}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.recordMeeting({ ...step, ...values }, call),
      )}
    />
  );
}
