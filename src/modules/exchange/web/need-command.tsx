import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { pauseReasons } from '../../../kernel/step-clock.ts';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { pauseFields } from '../../../ui/case/pause-fields.ts';
import { useNow } from '../../../ui/case/use-now.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay } from '../../../ui/i18n/format.ts';
import { useStepDays } from '../../settings/web/index.ts';
import { statedCloseReasons } from '../domain/need.workflow.ts';
import { exchangeClient } from './exchange-client.ts';
import { keepNeed, needQuery, type NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';

export const needCommands = ['publish', 'submit', 'return', 'pause', 'resume', 'close'] as const;
export type NeedCommandName = (typeof needCommands)[number];

export const isNeedCommand = (name: string | undefined): name is NeedCommandName =>
  needCommands.some((command) => command === name);

type NeedCommandProps = {
  name: NeedCommandName;
  need: NeedDetail;
  open: boolean;
  onClose: () => void;
  onDone: (need: NeedDetail) => void;
};

type Step = { id: string; version: number };
type Call = { context: { idempotencyKey: string } };

/** The form of one command of a need. Entries outlive closing and failing, also when others were faster. */
export function NeedCommand({ name, need, open, onClose, onDone }: NeedCommandProps): ReactElement {
  const t = workWords.useText();
  const queries = useQueryClient();
  const stepDays = useStepDays();
  const run =
    <V,>(send: (step: Step, values: V, call: Call) => Promise<NeedDetail>) =>
    async (values: V, { idempotencyKey }: { idempotencyKey: string }): Promise<NeedDetail> => {
      const query = needQuery(need.id);
      const version = queries.getQueryData(query.queryKey)?.version ?? need.version;
      try {
        return await send({ id: need.id, version }, values, { context: { idempotencyKey } });
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        if (error.status === 409 || error.status === 422) await queries.refetchQueries(query);
        throw error.status === 409
          ? new ApiFailure({ code: error.code, status: 409, message: t('command.stale') })
          : error;
      }
    };
  const shared = {
    open,
    onClose,
    title: t(`action.${name}`),
    submitLabel: t(`action.${name}`),
    onDone: (result: NeedDetail) => {
      keepNeed(queries, result);
      onDone(result);
    },
  };
  const today = localDay(useNow());
  const sentence = { kind: 'textarea', required: true, maxLength: 500, song: true } as const;
  switch (name) {
    case 'submit':
      return (
        <CommandForm
          {...shared}
          intro={t('command.submitIntro', { days: stepDays('due.need.triage') ?? '…' })}
          fields={{}}
          submit={run((step, _none: object, call) => exchangeClient.submitNeed(step, call))}
        />
      );
    case 'publish':
      return (
        <CommandForm
          {...shared}
          intro={t('command.publishIntro')}
          fields={{
            words: {
              kind: 'textarea',
              label: t('command.publishWords'),
              maxLength: 500,
              song: true,
            },
          }}
          submit={run((step, { words }: { words: string }, call) =>
            exchangeClient.publishNeed({ ...step, words: words || undefined }, call),
          )}
        />
      );
    case 'return':
      return (
        <CommandForm
          {...shared}
          intro={t('command.returnIntro', { days: stepDays('due.need.amend') ?? '…' })}
          fields={{
            words: {
              ...sentence,
              label: t('command.returnWords'),
              hint: t('command.returnHint'),
            },
          }}
          submit={run((step, { words }: { words: string }, call) =>
            exchangeClient.returnNeed({ ...step, words }, call),
          )}
        />
      );
    case 'pause':
      return (
        <CommandForm
          {...shared}
          intro={t('command.pauseIntro')}
          fields={pauseFields(today)}
          submit={run(
            (step, values: { reasonCode: string; words: string; until: string }, call) => {
              const reasonCode = pauseReasons.find((code) => code === values.reasonCode) ?? 'other';
              return exchangeClient.pauseNeed({ ...step, ...values, reasonCode }, call);
            },
          )}
        />
      );
    case 'resume':
      return (
        <CommandForm
          {...shared}
          intro={t('command.resumeIntro')}
          fields={{}}
          submit={run((step, _none: object, call) => exchangeClient.resumeNeed(step, call))}
        />
      );
    default:
      return (
        <CommandForm
          {...shared}
          intro={t('command.closeIntro')}
          fields={{
            reasonCode: {
              kind: 'radio',
              label: t('command.reason'),
              required: true,
              options: statedCloseReasons.map((value) => ({
                value,
                label: t(`closeReason.${value}`),
              })),
            },
            words: { ...sentence, label: t('command.sentence') },
          }}
          submit={run((step, values: { reasonCode: string; words: string }, call) =>
            exchangeClient.closeNeed(
              {
                ...step,
                reasonCode:
                  statedCloseReasons.find((code) => code === values.reasonCode) ?? 'other',
                words: values.words,
              },
              call,
            ),
          )}
        />
      );
  }
}
