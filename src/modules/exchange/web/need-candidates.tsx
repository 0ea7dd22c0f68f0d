import { queryOptions, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useLanguage } from '../../../ui/i18n/language.ts';
import type { Language } from '../../../ui/i18n/messages.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { ProposeDocking } from '../../dockings/web/index.ts';
import {
  DeclinedMatches,
  JudgeMatch,
  MatchCards,
  matchingClient,
  type Match,
} from '../../matching/web/index.ts';
import { SimilarNeeds } from './similar-needs.tsx';
import type { NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';

const most = 10;

/** Read once a visit: every reading is counted as shown. A changed need is another question. */
const candidatesQuery = (need: NeedDetail, language: Language) =>
  queryOptions({
    queryKey: ['match', 'need', need.id, need.title, need.description, language],
    queryFn: ({ signal }) => matchingClient.matchNeed({ id: need.id, limit: most }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Who can answer, with all reasons, and the button that brings both together. */
export function NeedCandidates({ need }: { need: NeedDetail }): ReactElement {
  const t = workWords.useText();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(candidatesQuery(need, language));
  const [chosen, setChosen] = useState<Match>();
  const [open, setOpen] = useState(false);
  const mayPropose = need.status === 'published' || need.status === 'in_docking';
  const action = t(need.mine ? 'candidates.enterprise' : 'candidates.worker');
  const proposeButton = (match: Match): ReactElement => (
    <Button
      kind="primary"
      aria-label={t('candidates.doNamed', { action, title: match.title })}
      onClick={() => {
        setChosen(match);
        setOpen(true);
      }}
    >
      {action}
    </Button>
  );
  const actionsOf = (match: Match): ReactElement => (
    <>
      {mayPropose ? proposeButton(match) : null}
      {data?.askId ? (
        <JudgeMatch needId={need.id} askId={data.askId} match={match} asOwner={need.mine} />
      ) : null}
    </>
  );
  return (
    <section aria-label={t('candidates.label')}>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <>
          <h2>{t('candidates.title')}</h2>
          <p className="meta">{t('candidates.loading')}</p>
          <LoadingState lines={7} />
        </>
      ) : (
        <>
          {mayPropose ? null : <p className="need-note">{t('candidates.notYet')}</p>}
          <MatchCards answer={data} whenNone={t('candidates.whenNone')} action={actionsOf} />
        </>
      )}
      <DeclinedMatches of={{ needId: need.id }} />
      <SimilarNeeds needId={need.id} />
      {chosen ? (
        <ProposeDocking
          key={`${chosen.kind}-${chosen.id}`}
          pair={{ needId: need.id, offerKind: chosen.kind, offerId: chosen.id }}
          name={chosen.kind === 'expert' ? chosen.title : chosen.organisationName}
          asAsker={need.mine}
          open={open}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </section>
  );
}
