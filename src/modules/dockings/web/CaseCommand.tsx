import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import type { CallContext } from '../../../ui/client.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { CommandFields, CommandValues } from '../../../ui/forms/command-fields.ts';
import type { UploadedFile } from '../../../ui/forms/upload.ts';
import { useNow } from '../../../ui/case/use-now.ts';
import { localDay } from '../../../ui/i18n/format.ts';
import { fenFromWan } from '../../../kernel/money.ts';
import { contractTypes } from '../contract.ts';
import { endReasons } from '../domain/docking.workflow.ts';
import { taskText, type DockingText } from './case-words.ts';
import { dockingQuery, dockingsApi, keepDocking, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

export const caseCommands = [
  'accept',
  'take',
  'recordContact',
  'recordMeeting',
  'startNegotiation',
  'recordContract',
  'startDelivery',
  'complete',
  'recordPayment',
  'remind',
  'postMessage',
  'decline',
  'end',
] as const;
export type CaseCommandName = (typeof caseCommands)[number];

export const isCaseCommand = (name: string | undefined): name is CaseCommandName =>
  caseCommands.some((command) => command === name);

type Call = { context: CallContext };
/** What every step carries: the case, and the version that was read when it is sent. */
type Step = { id: string; version: number };

type CaseCommandProps = {
  name: CaseCommandName;
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
  docking,
  open,
  onClose,
  onDone,
}: CaseCommandProps): ReactElement {
  const t = dockingWords.useText();
  const queries = useQueryClient();

  const run =
    <F extends CommandFields>(
      send: (step: Step, values: CommandValues<F>, call: Call) => Promise<DockingDetail>,
    ) =>
    async (values: CommandValues<F>, call: { idempotencyKey: string }): Promise<DockingDetail> => {
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
          intro={t('command.acceptIntro', { broker })}
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
    case 'recordContract': {
      const fields = contractFields(t, today);
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={run<typeof fields>((step, values, call) =>
            dockingsApi.recordContract(
              {
                ...step,
                type: oneOf(contractTypes, values.type),
                amountFen: fenIn(values.amount, 'amountFen', t),
                technologyAmountFen: fenIn(values.technology, 'technologyAmountFen', t),
                registrationNumber: values.registration || null,
                signedOn: values.signedOn,
                fileId: fileIn(values.file),
              },
              call,
            ),
          )}
        />
      );
    }
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
    case 'recordPayment': {
      const fields = {
        amount: {
          kind: 'number',
          label: t('command.payAmount'),
          required: true,
          unit: t('command.wan'),
          path: 'amountFen',
        },
        paidOn: { kind: 'date', label: t('command.paidOn'), required: true, max: today },
        file: {
          kind: 'files',
          label: t('command.payFile'),
          required: true,
          hint: t('command.payFileHint'),
          path: 'fileId',
        },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={run<typeof fields>((step, values, call) =>
            dockingsApi.recordPayment(
              {
                ...step,
                amountFen: fenIn(values.amount, 'amountFen', t),
                paidOn: values.paidOn,
                fileId: fileIn(values.file),
              },
              call,
            ),
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

const channels = ['phone', 'visit', 'video', 'mail'] as const;

const contractFields = (t: DockingText, today: string) =>
  ({
    type: {
      kind: 'radio',
      label: t('command.contractType'),
      required: true,
      options: contractTypes.map((value) => ({ value, label: t(`contractType.${value}`) })),
    },
    amount: {
      kind: 'number',
      label: t('command.amount'),
      required: true,
      unit: t('command.wan'),
      path: 'amountFen',
    },
    technology: {
      kind: 'number',
      label: t('command.technologyAmount'),
      required: true,
      unit: t('command.wan'),
      hint: t('command.technologyHint'),
      path: 'technologyAmountFen',
    },
    signedOn: { kind: 'date', label: t('command.signedOn'), required: true, max: today },
    registration: {
      kind: 'text',
      label: t('command.registration'),
      hint: t('command.registrationHint'),
      path: 'registrationNumber',
    },
    file: {
      kind: 'files',
      label: t('command.contractFile'),
      required: true,
      hint: t('command.contractFileHint'),
      path: 'fileId',
    },
  }) as const;

/** A typed amount in 万元 as fen. Throws a failure that belongs to its field. */
function fenIn(wan: number | null, path: string, t: DockingText): number {
  try {
    return fenFromWan(wan ?? 0);
  } catch {
    const message = t('command.badAmount');
    throw new ApiFailure({ code: 'INVALID', status: 400, message, issues: [{ path, message }] });
  }
}

const fileIn = (files: readonly UploadedFile[]): string => files[0]?.id ?? '';

/** The form's options are these very codes; the form has seen to it that one is chosen. */
const oneOf = <T extends string>(codes: readonly T[], chosen: string): T =>
  codes.find((code) => code === chosen) ?? codes[0]!;
