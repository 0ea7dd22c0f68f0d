import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { newIdempotencyKey, toFailure, type CallContext } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { BadRows } from './BadRows.tsx';
import { importQuery, interchangeClient, isWorking, type Import } from './import-queries.ts';
import { interchangeWords } from './interchange-words.ts';
import { MappingForm } from './MappingForm.tsx';
import './interchange.css';

const listOf: Record<Import['kind'], string> = {
  organisation: '/organisations',
  expert: '/experts',
  facility: '/facilities',
  achievement: '/achievements',
  need: '/needs',
};

/** One file on its way in: where it stands, and what can be done next. */
export default function ImportPage(): ReactElement {
  const t = interchangeWords.useText();
  const id = usePathParam('importId');
  const { data, error, refetch } = useQuery(importQuery(id));
  return (
    <div className="wrap interchange-page">
      <p className="meta">
        <Link to="/imports">{t('one.back')}</Link>
      </p>
      {data ? (
        <Steps key={data.status} item={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </div>
  );
}

function useSentence(item: Import): string {
  const t = interchangeWords.useText();
  const { number } = useFormats();
  const { fileName: name } = item;
  const total = number(item.rowsTotal);
  const bad = number(item.rowsBad);
  const good = number(item.rowsTotal - item.rowsBad);
  const done = number(item.progress);
  switch (item.status) {
    case 'read':
      return t('one.ask', { name });
    case 'checking':
      return t('one.checking', { name, done, total });
    case 'checked':
      return item.rowsBad === 0
        ? t('one.checkedGood', { name, total })
        : item.rowsBad === item.rowsTotal
          ? t('one.checkedNone', { name })
          : t('one.checkedSome', { name, good, bad });
    case 'writing':
      return t('one.writing', { done, total });
    case 'done':
      return t('one.done', { name, good });
    case 'undoing':
      return t('one.undoing', { name });
    case 'undone':
      return t('one.undone', { name });
    case 'cancelled':
      return t('one.cancelled', { name });
  }
}

function Steps({ item }: { item: Import }): ReactElement {
  const t = interchangeWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState('');
  const [mapping, setMapping] = useState(item.status === 'read');
  const [undoing, setUndoing] = useState(false);
  const sentence = useSentence(item);
  const good = formats.number(item.rowsTotal - item.rowsBad);
  const may = (action: string): boolean =>
    item.actions.some((offer) => offer.action === action && offer.allowed);
  const keep = (changed: Import): void => {
    queries.setQueryData(importQuery(item.id).queryKey, changed);
  };
  const run = async (
    send: (options: { context: CallContext }) => Promise<Import>,
  ): Promise<void> => {
    setPending(true);
    setFailed('');
    try {
      keep(await send({ context: { idempotencyKey: newIdempotencyKey() } }));
    } catch (error) {
      const failure = toFailure(error);
      setFailed(failure instanceof ApiFailure ? failure.message : statusText(500));
      await queries.invalidateQueries({ queryKey: importQuery(item.id).queryKey });
    } finally {
      setPending(false);
    }
  };
  const { id, version } = item;
  const cancel = (label: string): ReactElement | null =>
    may('cancel') ? (
      <Button onClick={() => void run((call) => interchangeClient.cancelImport({ id }, call))}>
        {label}
      </Button>
    ) : null;

  return (
    <>
      <PageTitle>{sentence}</PageTitle>
      {failed ? (
        <div className="form-problem" role="alert">
          <b>{t('one.failed')}</b>
          <p>{failed}</p>
        </div>
      ) : null}
      {item.problems.length > 0 ? (
        <div className="form-problem">
          <b>{t('one.problem')}</b>
          {item.problems.map(({ code, message }) => (
            <p key={code}>{message}</p>
          ))}
        </div>
      ) : null}
      {isWorking(item) ? (
        <div className="import-progress">
          <progress max={item.rowsTotal} value={item.progress} aria-label={sentence} />
          {item.status === 'undoing' ? null : cancel(t('one.stop'))}
        </div>
      ) : null}
      {item.status === 'checked' ? (
        <div className="acts">
          {may('start') ? (
            <Button
              kind="primary"
              pending={pending}
              onClick={() =>
                void run((call) =>
                  interchangeClient.startImport(
                    { id, version, leaveOutBad: item.rowsBad > 0 },
                    call,
                  ),
                )
              }
            >
              {t(item.rowsBad > 0 ? 'one.startRest' : 'one.start', { good })}
            </Button>
          ) : null}
          <Button aria-expanded={mapping} onClick={() => setMapping(!mapping)}>
            {t(mapping ? 'one.hide' : 'one.again')}
          </Button>
          {cancel(t('one.cancel'))}
          {may('start') ? <span className="meta">{t('one.startNote')}</span> : null}
        </div>
      ) : null}
      {item.status === 'done' ? (
        <>
          <p className="ink-2">
            {t(
              item.kind === 'need' && item.organisationId !== null
                ? 'one.toTriage'
                : 'one.findable',
            )}
          </p>
          <div className="acts">
            <Link className="button" to={listOf[item.kind]}>
              {t('one.look', { kind: t(`kinds.${item.kind}`) })}
            </Link>
            <Link className="button" to="/imports">
              {t('one.newImport')}
            </Link>
            {may('undo') ? (
              <Button kind="against" onClick={() => setUndoing(true)}>
                {t('one.undo')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
      {item.status === 'undone' || item.status === 'cancelled' ? (
        <div className="acts">
          <Link className="button" to="/imports">
            {t('one.newImport')}
          </Link>
        </div>
      ) : null}
      {mapping && may('check') ? (
        <MappingForm
          item={item}
          pending={pending}
          onCheck={(chosen) =>
            void run((call) =>
              interchangeClient.checkImport({ id, version, mapping: chosen }, call),
            )
          }
          cancel={item.status === 'read' ? cancel(t('one.cancel')) : null}
        />
      ) : null}
      {item.rowsBad > 0 && (item.status === 'checked' || item.status === 'done') ? (
        <BadRows item={item} />
      ) : null}
      {undoing ? (
        <CommandForm
          title={t('one.undoSure', { name: item.fileName })}
          intro={t('one.undoText', { good })}
          fields={{}}
          submitLabel={t('one.undo')}
          submit={(_none, { idempotencyKey }) =>
            interchangeClient.undoImport({ id }, { context: { idempotencyKey } })
          }
          onDone={(changed) => {
            setUndoing(false);
            keep(changed);
          }}
          onClose={() => setUndoing(false)}
        />
      ) : null}
    </>
  );
}
