import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useEndReason } from '../../dockings/web/index.ts';
import { declineReasons } from '../domain/standing.ts';
import { matchingClient } from './matching-client.ts';
import { forgetMatches } from './standing-queries.ts';
import { standingWords } from './standing-words.ts';

type DeclineMatchProps = {
  pair: { needId: string; offerKind: 'achievement' | 'expert'; offerId: string };
  /** Of the other side. */
  title: string;
  onClose: () => void;
};

/** Puts a match aside, with a reason if one wants to give it. */
export function DeclineMatch({ pair, title, onClose }: DeclineMatchProps): ReactElement {
  const t = standingWords.useText();
  const reasonText = useEndReason();
  const queries = useQueryClient();
  return (
    <CommandForm
      open
      onClose={onClose}
      title={t('decline.title')}
      intro={t('decline.intro', { title })}
      fields={{
        reason: {
          kind: 'radio',
          label: t('decline.reason'),
          options: declineReasons.map((code) => ({ value: code, label: reasonText(code) })),
        },
      }}
      submitLabel={t('decline.submit')}
      submit={({ reason }, { idempotencyKey }) =>
        matchingClient.declineMatch(
          { ...pair, reasonCode: declineReasons.find((code) => code === reason) ?? null },
          { context: { idempotencyKey } },
        )
      }
      onDone={() => {
        onClose();
        void forgetMatches(queries);
      }}
      note={t('decline.note')}
    />
  );
}
