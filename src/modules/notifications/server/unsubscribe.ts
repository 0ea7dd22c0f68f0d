import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { accountNames } from '../../identity/index.ts';
import { frequencyOf, getChoices, writeChoice, type Choices } from './choices.ts';
import type { Kind } from './kinds.ts';
import { readUnsubscribeToken, type Unsubscription } from './unsubscribe-token.ts';

/** What the link stops. Throws `invalid` for one that was cut off or changed. */
export function getUnsubscription(token: string, secret: string): Unsubscription {
  const read = readUnsubscribeToken(token, secret);
  if (!read) throw new AppError('invalid', { code: 'notification.bad_link' });
  return read;
}

/**
 * The kinds that a link stops: its own, or with none all that the daily mail tells of. What somebody
 * has at once goes on then: each of those mails has a link of its own. One of a kind that is no
 * longer told of stops nothing.
 */
export const kindsOf = (
  { kind }: Unsubscription,
  kinds: readonly Kind[],
  choices: Choices,
): readonly Kind[] =>
  kinds.filter((each) =>
    kind === null ? frequencyOf(choices, each, 'mail') !== 'at_once' : each.kind === kind,
  );

/** Stops this mail for whoever it was sent to. Doing it twice changes nothing. */
export const createUnsubscribe = (kinds: readonly Kind[], secret: string) =>
  defineCommand({
    name: 'notification.unsubscribe',
    load: (_context, { token }: { token: string }) =>
      Promise.resolve(getUnsubscription(token, secret)),
    async run({ tx, now, emit }, _input, asked) {
      const accounts = await accountNames(tx, [asked.userId]);
      // An account that is gone gets no mail any more.
      if (!accounts.has(asked.userId)) return { userId: asked.userId };
      const stopped: string[] = [];
      const choices = await getChoices(tx, asked.userId);
      for (const { kind } of kindsOf(asked, kinds, choices)) {
        const choice = {
          userId: asked.userId,
          kind,
          channel: 'mail' as const,
          frequency: 'off' as const,
          at: now,
        };
        if (await writeChoice(tx, choice)) stopped.push(kind);
      }
      if (stopped.length > 0) {
        emit({
          type: 'notification.unsubscribed',
          subject: { type: 'account', id: asked.userId },
          data: { kinds: stopped },
        });
      }
      return { userId: asked.userId };
    },
  });
