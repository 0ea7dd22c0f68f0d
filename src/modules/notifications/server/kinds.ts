import type { DigestSource } from '../../../platform/digest/source.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { Channel, Frequency } from '../domain/notifications.policy.ts';

/** What somebody may be told of, and in which ways; put together of what all modules name. */
export type Kind = Pick<NoticeKind, 'kind' | 'concerns'> & {
  /** Until somebody chooses. */
  initial: Record<Channel, Frequency>;
  offered: Record<Channel, readonly Frequency[]>;
};

/** For what a module tells without naming a kind. */
export const OTHER = 'other';

const inApp = ['at_once', 'off'] as const;

const pushedKind = ({ kind, concerns, mail }: NoticeKind): Kind => ({
  kind,
  concerns,
  initial: { app: 'at_once', mail },
  offered: { app: inApp, mail: ['at_once', 'daily', 'off'] },
});

/** News that is looked for once a day, when the daily mail is written: it cannot come at once. */
export const dailyKind = ({ kind, concerns }: DigestSource): Kind => ({
  kind,
  concerns,
  initial: { app: 'at_once', mail: 'daily' },
  offered: { app: inApp, mail: ['daily', 'off'] },
});

const otherKind: Kind = pushedKind({ kind: OTHER, mail: 'daily', concerns: () => true });

/** All kinds in the order in which people are asked to choose: what waits for them first. */
export function createKinds(
  pushed: readonly NoticeKind[],
  daily: readonly DigestSource[],
): readonly Kind[] {
  const kinds = [...pushed.map(pushedKind), ...daily.map(dailyKind), otherKind];
  const isTurn = ({ initial }: Kind): boolean => initial.mail === 'at_once';
  return [...kinds.filter(isTurn), ...kinds.filter((kind) => !isTurn(kind))];
}
