import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { exchangeClient } from './exchange-client.ts';
import type { ListingKind } from './similar-query.ts';
import { similarWords } from './similar-words.ts';

type MergeCommandProps = {
  kind: ListingKind;
  id: string;
  version: number;
  into: { id: string; title: string };
  /** The other listing is somebody else's: a sentence is owed. */
  otherOwner: boolean;
  /** Something may have been typed that is not saved. */
  unsaved: boolean;
  open: boolean;
  onClose: () => void;
};

/** Lets this listing end in another one, and goes there. */
export function MergeCommand(props: MergeCommandProps): ReactElement {
  const { kind, id, version, into, otherOwner, unsaved, open, onClose } = props;
  const t = similarWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  return (
    <CommandForm
      open={open}
      onClose={onClose}
      title={t('mergeTitle', { title: into.title })}
      intro={unsaved ? `${t('mergeIntro')}${t('mergeTyped')}` : t('mergeIntro')}
      fields={{
        words: {
          kind: 'textarea',
          label: t('mergeWords'),
          hint: otherOwner ? t('mergeWordsHint') : undefined,
          required: otherOwner,
          maxLength: 500,
          song: true,
        },
      }}
      submitLabel={t('merge')}
      submit={async ({ words }: { words: string }, { idempotencyKey }) => {
        const merge = { id, version, intoId: into.id, words: words || undefined };
        const call = { context: { idempotencyKey } };
        await (kind === 'need'
          ? exchangeClient.mergeNeed(merge, call)
          : exchangeClient.mergeAchievement(merge, call));
      }}
      onDone={() => {
        onClose();
        for (const key of ['needs', 'achievements', 'similar']) {
          void queries.invalidateQueries({ queryKey: [key] });
        }
        go(`/${kind}s/${into.id}`);
      }}
    />
  );
}
