import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import type { ModelSummary } from '../contract.ts';
import { judgingWords } from './judging-words.ts';
import { matchingClient } from './matching-client.ts';
import './models-page.css';

const modelsQuery = () =>
  queryOptions({
    queryKey: ['match', 'models'],
    queryFn: ({ signal }) => matchingClient.listModels({}, { signal }),
  });

/** By which model candidates are ordered, what others gave, and the switch. */
export default function ModelsPage(): ReactElement {
  const t = judgingWords.useText();
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(modelsQuery());
  const [chosen, setChosen] = useState<string>();
  return (
    <div className="wrap models-page">
      <PageTitle>{t('models.title')}</PageTitle>
      <p className="lead">{t('models.lead')}</p>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={4} /> : null}
      {data?.items.map((model) => (
        <ModelRow
          key={model.version}
          model={model}
          onUse={data.mayUse ? () => setChosen(model.version) : undefined}
        />
      ))}
      {data && data.items.length < 2 ? <p className="meta">{t('models.only')}</p> : null}
      {data && !data.mayUse ? <p className="meta">{t('models.mayNot')}</p> : null}
      {chosen === undefined ? null : (
        <CommandForm
          title={t('models.useNamed', { version: chosen })}
          intro={t('models.sure')}
          fields={{}}
          submitLabel={t('models.use')}
          submit={(_none, { idempotencyKey }) =>
            matchingClient.switchModel({ version: chosen }, { context: { idempotencyKey } })
          }
          onDone={(models) => {
            setChosen(undefined);
            queries.setQueryData(modelsQuery().queryKey, models);
          }}
          onClose={() => setChosen(undefined)}
        />
      )}
    </div>
  );
}

type ModelRowProps = { model: ModelSummary; onUse: (() => void) | undefined };

function ModelRow({ model, onUse }: ModelRowProps): ReactElement {
  const t = judgingWords.useText();
  const formats = useFormats();
  const { version, inUse, shipped, problem, madeAt, figures } = model;
  const places = (value: number): string => value.toFixed(3);
  const signed = (value: number): string => `${value < 0 ? '−' : '+'}${places(Math.abs(value))}`;
  const facts = [
    inUse ? t('models.inUse') : '',
    shipped ? t('models.shipped') : '',
    madeAt ? t('models.made', { day: formats.date(madeAt) }) : '',
  ];
  return (
    <article className="row">
      <h2 className="title">
        <b>{version}</b>
      </h2>
      <FactLine className="about" facts={facts} />
      <div className="outcome">
        {onUse && !inUse && problem === null ? (
          <Button small aria-label={t('models.useNamed', { version })} onClick={onUse}>
            {t('models.use')}
          </Button>
        ) : null}
      </div>
      {problem === null ? null : <p className="problem">{problem}</p>}
      {figures.length === 0 ? null : (
        <ul className="model-gains" aria-label={t('models.figures')}>
          {figures.map(({ kind, taken, questions, before, after, lo, hi }) => (
            <li key={kind}>
              {taken
                ? t('models.figure', {
                    kind: t(`models.kinds.${kind}`),
                    before: places(before),
                    after: places(after),
                    lo: signed(lo),
                    hi: signed(hi),
                    questions: formats.number(questions),
                  })
                : t('models.kept', { kind: t(`models.kinds.${kind}`) })}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
