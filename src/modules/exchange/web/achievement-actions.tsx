import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import type { z } from 'zod';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import type { achievementDetail } from '../contract.ts';
import { exchangeClient } from './exchange-client.ts';
import { exchangeWords } from './exchange-words.ts';
import { achievementQuery } from './listing-queries.ts';

export type AchievementDetail = z.infer<typeof achievementDetail>;

/** What its holder, or an operator, may do with an achievement. */
export function AchievementActions({
  achievement,
}: {
  achievement: AchievementDetail;
}): ReactElement {
  const t = exchangeWords.useText();
  const queries = useQueryClient();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [withdrawing, setWithdrawing] = useState(false);
  const { id, version, actions } = achievement;
  const may = (name: string): boolean =>
    actions.some(({ action, allowed }) => action === name && allowed);
  const done = async (changed: AchievementDetail): Promise<void> => {
    queries.setQueryData(achievementQuery(id).queryKey, changed);
    await queries.invalidateQueries({ queryKey: ['achievements'] });
  };
  const publish = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      await done(await exchangeClient.publishAchievement({ id, version }));
    } catch (error) {
      setFailure(error instanceof ApiFailure ? error.message : statusText(500));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="next-step">
      <h2>{t(`achievements.state.${achievement.status}`)}</h2>
      <p>{t(`achievements.stateText.${achievement.status}`)}</p>
      <div className="acts">
        {may('publish') ? (
          <Button kind="primary" pending={pending} onClick={() => void publish()}>
            {t('achievements.publish')}
          </Button>
        ) : null}
        {achievement.mine ? (
          <Link className="button" to={`/achievements/${id}/edit`}>
            {t('achievements.edit')}
          </Link>
        ) : null}
        {may('withdraw') ? (
          <Button kind="against" onClick={() => setWithdrawing(true)}>
            {t('achievements.withdraw')}
          </Button>
        ) : null}
      </div>
      {failure ? (
        <p className="failed" role="alert">
          <Bead kind="no" /> {failure}
        </p>
      ) : null}
      <CommandForm
        open={withdrawing}
        onClose={() => setWithdrawing(false)}
        title={t('achievements.withdrawTitle')}
        intro={t('achievements.withdrawIntro')}
        fields={{
          words: {
            kind: 'textarea',
            label: t('achievements.withdrawWhy'),
            hint: t('achievements.withdrawHint'),
            required: true,
            maxLength: 500,
            song: true,
          },
        }}
        submitLabel={t('achievements.withdraw')}
        submit={({ words }, { idempotencyKey }) =>
          exchangeClient.withdrawAchievement(
            { id, version, words },
            { context: { idempotencyKey } },
          )
        }
        onDone={(changed) => {
          setWithdrawing(false);
          void done(changed);
        }}
      />
    </div>
  );
}
