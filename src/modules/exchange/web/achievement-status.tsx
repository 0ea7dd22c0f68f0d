import type { ReactElement } from 'react';
import { Verdict } from '../../../ui/reading/Verdict.tsx';
import { exchangeWords } from './exchange-words.ts';

const beads = { draft: 'none', published: 'yes', withdrawn: 'no', merged: 'none' } as const;

export function AchievementStatus({ status }: { status: keyof typeof beads }): ReactElement {
  const t = exchangeWords.useText();
  return (
    <span className="nowrap">
      <Verdict kind={beads[status]}>{t(`status.${status}`)}</Verdict>
    </span>
  );
}
