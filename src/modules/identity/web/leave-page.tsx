import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../../ui/case/use-now.ts';
import { createClient } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { leavesContract } from '../leaves.contract.ts';
import { leaveWords } from './leave-words.ts';
import './account-pages.css';

const leavesApi = createClient(leavesContract);
const leavesQuery = queryOptions({
  queryKey: ['leaves'],
  queryFn: () => leavesApi.listMyLeaves(),
});
type Leaves = Awaited<ReturnType<typeof leavesApi.listMyLeaves>>;

/** When I am away, who acts meanwhile, and for whom I act. */
export default function LeavePage(): ReactElement {
  const t = leaveWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(leavesQuery);
  const [entering, setEntering] = useState(false);
  const [ending, setEnding] = useState<Leaves['leaves'][number]>();
  const kept = (next: Leaves): void => {
    queries.setQueryData(leavesQuery.queryKey, next);
    setEntering(false);
    setEnding(undefined);
  };
  const first = data?.leaves[0];
  return (
    <div className="wrap section">
      <PageTitle>
        {first ? (
          <Rich
            book={leaveWords}
            k="away"
            values={{
              name: first.deputyName,
              from: formats.day(first.from),
              until: formats.day(first.until),
            }}
            parts={{ who: <span className="who" />, date: <span className="date calm" /> }}
          />
        ) : (
          t(data ? 'none' : 'title')
        )}
      </PageTitle>
      <p className="meta">{t('about')}</p>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={4} />
      ) : (
        <>
          {data.actingFor.map(({ name, until }) => (
            <p key={name}>
              <b>{t('acting', { name, until: until ? formats.day(until) : '' })}</b>
            </p>
          ))}
          {data.leaves.map((leave) => (
            <p key={leave.id}>
              {formats.day(leave.from)} – {formats.day(leave.until)}　{leave.deputyName}　
              {leave.note}{' '}
              <Button
                small
                aria-label={t('endNamed', {
                  from: formats.day(leave.from),
                  until: formats.day(leave.until),
                })}
                onClick={() => setEnding(leave)}
              >
                {t('end')}
              </Button>
            </p>
          ))}
          {data.deputies.length === 0 ? (
            <p>{t('noDeputy')}</p>
          ) : (
            <p>
              <Button kind="primary" onClick={() => setEntering(true)}>
                {t('enter')}
              </Button>
            </p>
          )}
          {entering ? (
            <LeaveForm deputies={data.deputies} onClose={() => setEntering(false)} onDone={kept} />
          ) : null}
          {ending ? (
            <CommandForm
              title={t('end')}
              submitLabel={t('end')}
              fields={{}}
              intro={t('endNamed', {
                from: formats.day(ending.from),
                until: formats.day(ending.until),
              })}
              onClose={() => setEnding(undefined)}
              submit={(_none, call) => leavesApi.endLeave({ id: ending.id }, { context: call })}
              onDone={kept}
            />
          ) : null}
        </>
      )}
    </div>
  );
}

function LeaveForm({
  deputies,
  onClose,
  onDone,
}: {
  deputies: Leaves['deputies'];
  onClose: () => void;
  onDone: (next: Leaves) => void;
}): ReactElement {
  const t = leaveWords.useText();
  const today = localDay(useNow());
  const fields = {
    from: { kind: 'date', label: t('from'), required: true, min: today },
    until: { kind: 'date', label: t('until'), required: true, min: today },
    deputyId: {
      kind: 'select',
      label: t('deputy'),
      required: true,
      options: deputies.map(({ id, name }) => ({ value: id, label: name })),
    },
    note: { kind: 'text', label: t('note'), hint: t('noteHint'), maxLength: 200 },
  } as const;
  return (
    <CommandForm
      title={t('enter')}
      submitLabel={t('enter')}
      fields={fields}
      initial={{ from: today }}
      onClose={onClose}
      submit={(values, call) => leavesApi.enterLeave(values, { context: call })}
      onDone={onDone}
    />
  );
}
