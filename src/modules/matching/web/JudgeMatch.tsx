import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { newIdempotencyKey, toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { Match } from '../contract.ts';
import { judgeReasons, type JudgeReason } from '../domain/judgement.ts';
import { judgementsQuery, standingOf, type Judgements } from './judgements-query.ts';
import { judgingWords } from './judging-words.ts';
import { matchingClient } from './matching-client.ts';
import './judge-match.css';

type JudgeMatchProps = {
  needId: string;
  /** The answer in which the candidate is seen. */
  askId: string;
  match: Pick<Match, 'kind' | 'id' | 'title'>;
  /** What the owner finds of no use is listed no more. */
  asOwner: boolean;
};

type Said = {
  verdict: 'useful' | 'not_useful' | 'withdrawn';
  reason?: JudgeReason;
  words?: string;
};

/** Whether a candidate is of use, said in one press, or with a reason why not; and taken back. */
export function JudgeMatch({
  needId,
  askId,
  match,
  asOwner,
}: JudgeMatchProps): ReactElement | null {
  const t = judgingWords.useText();
  const queries = useQueryClient();
  const { data } = useQuery(judgementsQuery(needId));
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState<Said['verdict']>();
  const [told, setTold] = useState('');
  // The cards do not wait for it, and without it nothing else is amiss.
  if (!data) return null;
  const { mine, others } = standingOf(data, match);
  const { title } = match;

  const judge = ({ verdict, reason, words }: Said, idempotencyKey: string): Promise<Judgements> =>
    matchingClient.judgeMatch(
      {
        id: needId,
        askId,
        kind: match.kind,
        offerId: match.id,
        verdict,
        reason: reason ?? null,
        words: words ?? '',
      },
      { context: { idempotencyKey } },
    );
  const keep = (judgements: Judgements, verdict: Said['verdict']): void => {
    queries.setQueryData(judgementsQuery(needId).queryKey, judgements);
    setTold(t(verdict === 'withdrawn' ? 'undone' : 'kept'));
  };
  const say = async (verdict: 'useful' | 'withdrawn'): Promise<void> => {
    setPending(verdict);
    try {
      keep(await judge({ verdict }, newIdempotencyKey()), verdict);
    } catch (error) {
      const failure = toFailure(error);
      setTold(t('failed', { message: failure instanceof Error ? failure.message : '' }));
    } finally {
      setPending(undefined);
    }
  };
  const reasonText = (reason: JudgeReason | null): string => (reason ? t(`reasons.${reason}`) : '');

  return (
    <div className="judge">
      {data.mayJudge && !mine ? (
        <>
          <Button
            small
            kind="plain"
            aria-label={t('usefulNamed', { title })}
            pending={pending === 'useful'}
            onClick={() => void say('useful')}
          >
            {t('useful')}
          </Button>
          <Button
            small
            kind="plain"
            aria-label={t('notUsefulNamed', { title })}
            onClick={() => setAsking(true)}
          >
            {t('notUseful')}
          </Button>
        </>
      ) : null}
      {mine ? (
        <p>
          {mine.verdict === 'not_useful'
            ? t(asOwner ? 'said.hidden' : 'said.not_useful', {
                reason: mine.words ?? reasonText(mine.reason),
              })
            : t('said.useful')}{' '}
          <Button
            small
            kind="plain"
            aria-label={t('undoNamed', { title })}
            pending={pending === 'withdrawn'}
            onClick={() => void say('withdrawn')}
          >
            {t('undo')}
          </Button>
        </p>
      ) : null}
      {others.map((other) => (
        <p className="meta" key={other.id}>
          {t('others', {
            role: t(`roles.${other.byRole}`),
            verdict: t(`verdicts.${other.verdict}`),
          })}
          {other.verdict === 'not_useful' ? ` · ${other.words ?? reasonText(other.reason)}` : null}
        </p>
      ))}
      <output className={told && !mine ? 'meta' : 'visually-hidden'}>{told}</output>
      {asking ? (
        <CommandForm
          open
          onClose={() => setAsking(false)}
          title={t('form.title')}
          intro={t('form.intro', { title })}
          fields={{
            reason: {
              kind: 'radio',
              label: t('form.reason'),
              required: true,
              options: judgeReasons.map((code) => ({ value: code, label: t(`reasons.${code}`) })),
            },
            words: { kind: 'text', label: t('form.words'), maxLength: 200 },
          }}
          submitLabel={t('form.submit')}
          submit={({ reason, words }, { idempotencyKey }) => {
            const known = judgeReasons.find((code) => code === reason);
            return judge(
              { verdict: 'not_useful', words, ...(known && { reason: known }) },
              idempotencyKey,
            );
          }}
          onDone={(judgements) => {
            setAsking(false);
            keep(judgements, 'not_useful');
          }}
          note={t(asOwner ? 'form.noteOwner' : 'form.note')}
        />
      ) : null}
    </div>
  );
}
