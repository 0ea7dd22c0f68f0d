import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { useNow } from '../../../ui/case/use-now.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { useStepDays } from '../../settings/web/index.ts';
import { endReasons } from '../domain/docking.workflow.ts';
import { AssignForm } from './AssignForm.tsx';
import type { CaseCommandName, MeetingCommand } from './case-commands.ts';
import {
  AcceptDeliveryForm,
  DeliverForm,
  PlanForm,
  ReturnDeliveryForm,
} from './CaseDeliveryForms.tsx';
import { ContractForm, PaymentForm } from './CaseEvidenceForms.tsx';
import { meetingSpan } from './meeting-span.ts';
import {
  CancelMeetingForm,
  HeldMeetingForm,
  MeetingForm,
  MinutesForm,
} from './CaseMeetingForms.tsx';
import { PrepareForm, RegisteredForm } from './CasePaperForms.tsx';
import { FilesForm, RateForm } from './CaseShareForms.tsx';
import { oneOf, type RunCommand } from './case-run.ts';
import { PauseForm } from './PauseForm.tsx';
import { taskText } from './case-words.ts';
import { dockingQuery, dockingsApi, keepDocking, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

type CaseCommandProps = {
  name: CaseCommandName | MeetingCommand;
  /** Which meeting it is about. */
  meetingId?: string;
  docking: DockingDetail;
  open: boolean;
  onClose: () => void;
  onDone: (docking: DockingDetail) => void;
};

/**
 * The form of one command of a case. Entries outlive closing and failing; when somebody else changed
 * the case meanwhile, the newest is read, said, and the entries stay for another try.
 */
export function CaseCommand({
  name,
  meetingId,
  docking,
  open,
  onClose,
  onDone,
}: CaseCommandProps): ReactElement | null {
  const t = dockingWords.useText();
  const queries = useQueryClient();
  const stepDays = useStepDays();
  const formats = useFormats();

  const run: RunCommand = (send) => async (values, call) => {
    const query = dockingQuery(docking.id);
    const version = queries.getQueryData(query.queryKey)?.version ?? docking.version;
    try {
      return await send({ id: docking.id, version }, values, {
        context: { idempotencyKey: call.idempotencyKey },
      });
    } catch (error) {
      if (!(error instanceof ApiFailure)) throw error;
      if (error.status !== 409 && error.status !== 422) throw error;
      // Whatever stands against it, the page behind the form should show the case as it is.
      await queries.refetchQueries(query);
      const { code, status } = error;
      if (status === 409) throw new ApiFailure({ code, status, message: t('command.stale') });
      const moved = queries.getQueryData(query.queryKey)?.version !== version;
      if (!moved) throw error;
      throw new ApiFailure({
        code,
        status,
        message: t('command.overtaken', { why: error.message }),
      });
    }
  };
  const shared = {
    open,
    onClose,
    title: t(`action.${name}`),
    submitLabel: t(`action.${name}`),
    note: t('command.seen'),
    onDone: (result: DockingDetail) => {
      keepDocking(queries, result);
      onDone(result);
    },
  };
  const words = {
    kind: 'textarea',
    label: t('command.words'),
    maxLength: 1000,
    song: true,
  } as const;
  const sentence = {
    kind: 'textarea',
    label: t('command.sentence'),
    required: true,
    maxLength: 500,
    song: true,
  } as const;
  const today = localDay(useNow());

  switch (name) {
    case 'accept': {
      const broker = docking.brokerName ?? t('command.acceptBroker');
      return (
        <CommandForm
          {...shared}
          intro={t('command.acceptIntro', {
            broker,
            days: stepDays('due.docking.contact') ?? '…',
          })}
          fields={{ words }}
          submit={run<{ words: typeof words }>((step, values, call) =>
            dockingsApi.acceptDocking({ ...step, ...values }, call),
          )}
        />
      );
    }
    case 'decline':
    case 'end': {
      const fields = {
        reasonCode: {
          kind: 'radio',
          label: t('command.reason'),
          required: true,
          options: endReasons.map((value) => ({ value, label: t(`reason.${value}`) })),
        },
        words: { ...sentence, hint: t('command.reasonHint') },
      } as const;
      return (
        <CommandForm
          {...shared}
          intro={t(name === 'end' ? 'command.endIntro' : 'command.declineIntro')}
          fields={fields}
          submit={run<typeof fields>((step, { reasonCode, words: said }, call) => {
            const input = { ...step, reasonCode: oneOf(endReasons, reasonCode), words: said };
            return name === 'end'
              ? dockingsApi.endDocking(input, call)
              : dockingsApi.declineDocking(input, call);
          })}
        />
      );
    }
    case 'recordContact': {
      const fields = {
        channel: {
          kind: 'radio',
          label: t('command.channel'),
          required: true,
          options: channels.map((value) => ({ value, label: t(`channel.${value}`) })),
        },
        words: {
          ...sentence,
          label: t('command.contactWords'),
          hint: t('command.contactHint'),
        },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={run<typeof fields>((step, { channel, words: said }, call) =>
            dockingsApi.recordContact(
              { ...step, channel: oneOf(channels, channel), words: said },
              call,
            ),
          )}
        />
      );
    }
    case 'recordMeeting': {
      const begun = docking.meetings.find(({ mayRecord }) => mayRecord);
      if (begun) return <MinutesForm {...{ shared, run, today, docking }} meeting={begun} />;
      const held = docking.meetings.filter(({ status }) => status === 'held');
      if (held.length > 0)
        return (
          <HeldMeetingForm
            {...{ shared, run, today, held }}
            describe={(each) => `${meetingSpan(formats, each)[0]} ${each.place || each.link}`}
          />
        );
      const fields = {
        heldOn: { kind: 'date', label: t('command.heldOn'), required: true, max: today },
        place: { kind: 'text', label: t('command.place'), required: true, maxLength: 120 },
        people: {
          kind: 'number',
          label: t('command.people'),
          required: true,
          unit: t('command.peopleUnit'),
          min: 2,
          max: 500,
        },
        words: { ...sentence, label: t('command.minutes'), hint: t('command.minutesHint') },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={run<typeof fields>((step, values, call) =>
            dockingsApi.recordMeeting({ ...step, ...values, people: values.people ?? 0 }, call),
          )}
        />
      );
    }
    case 'startNegotiation':
      return (
        <CommandForm
          {...shared}
          intro={t('command.negotiateIntro')}
          fields={{ words }}
          submit={run<{ words: typeof words }>((step, values, call) =>
            dockingsApi.startNegotiation({ ...step, ...values }, call),
          )}
        />
      );
    case 'startDelivery': {
      const fields = {
        deliverBy: {
          kind: 'date',
          label: t('command.deliverBy'),
          required: true,
          min: today,
          hint: t('command.deliverHint'),
        },
        words,
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={run<typeof fields>((step, values, call) =>
            dockingsApi.startDelivery({ ...step, ...values }, call),
          )}
        />
      );
    }
    case 'complete': {
      const fields = {
        words: { ...sentence, label: t('command.completeWords'), hint: t('command.completeHint') },
      } as const;
      return (
        <CommandForm
          {...shared}
          intro={t('command.completeIntro')}
          fields={fields}
          submit={run<typeof fields>((step, values, call) =>
            dockingsApi.completeDocking({ ...step, ...values }, call),
          )}
        />
      );
    }
    case 'postMessage': {
      const fields = {
        words: {
          kind: 'textarea',
          label: t('command.message'),
          required: true,
          maxLength: 2000,
          song: true,
        },
      } as const;
      return (
        <CommandForm
          {...shared}
          intro={t('command.messageIntro')}
          note={undefined}
          fields={fields}
          submit={run<typeof fields>(({ id }, values, call) =>
            dockingsApi.postMessage({ id, ...values }, call),
          )}
        />
      );
    }
    case 'take':
      return (
        <CommandForm
          {...shared}
          intro={t('command.takeIntro')}
          fields={{}}
          submit={run((step, _none, call) => dockingsApi.takeDocking(step, call))}
        />
      );
    case 'recordContract':
      return <ContractForm shared={shared} run={run} today={today} />;
    case 'recordPayment':
      return <PaymentForm {...{ shared, run, today, docking }} />;
    case 'pause':
      return <PauseForm shared={shared} run={run} today={today} />;
    case 'resume':
      return (
        <CommandForm
          {...shared}
          intro={t('command.resumeIntro')}
          fields={{ words }}
          submit={run<{ words: typeof words }>((step, values, call) =>
            dockingsApi.resumeDocking({ ...step, ...values }, call),
          )}
        />
      );
    case 'assign':
      return <AssignForm shared={shared} run={run} />;
    case 'planMilestones':
      return <PlanForm {...{ shared, run, today, docking }} />;
    case 'deliver':
      return <DeliverForm {...{ shared, run, today, docking }} />;
    case 'acceptDelivery':
      return <AcceptDeliveryForm {...{ shared, run, today, docking }} />;
    case 'returnDelivery':
      return <ReturnDeliveryForm {...{ shared, run, today }} />;
    case 'addFiles':
      return <FilesForm shared={shared} run={run} />;
    case 'rate':
      return <RateForm shared={shared} run={run} />;
    case 'recordRegistration':
      return <RegisteredForm {...{ shared, run, today }} />;
    case 'prepareRegistration': {
      const { registration, contract } = docking;
      return registration && contract ? (
        <PrepareForm {...{ shared, run, today, docking, registration, contract }} />
      ) : null;
    }
    case 'proposeMeeting':
      return <MeetingForm {...{ shared, run, today, docking }} />;
    case 'changeMeeting':
    case 'cancelMeeting':
    case 'recordMinutes': {
      const meeting = docking.meetings.find(({ id }) => id === meetingId);
      if (!meeting) return null;
      const Form = meetingForms[name];
      return <Form {...{ shared, run, today, docking, meeting }} />;
    }
    default:
      return (
        <CommandForm
          {...shared}
          intro={t('command.remindIntro', {
            who: docking.waitingFor ?? '',
            task: taskText(t, docking),
          })}
          fields={{}}
          submit={run(({ id }, _none, call) => dockingsApi.remind({ id }, call))}
        />
      );
  }
}

const meetingForms = {
  changeMeeting: MeetingForm,
  cancelMeeting: CancelMeetingForm,
  recordMinutes: MinutesForm,
};

const channels = ['phone', 'visit', 'video', 'mail'] as const;
