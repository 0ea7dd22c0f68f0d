import { implement } from '@orpc/server';
import type { DigestSource } from '../../../platform/digest/source.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf, signingSecret } from '../../identity/index.ts';
import { notificationsContract } from '../contract.ts';
import { chooseMailLanguage, createChooseNotification, getChoices } from './choices.ts';
import { createUnsubscribe, getUnsubscription, kindsOf } from './unsubscribe.ts';

export function createNotificationsRouter(platform: Platform, sources: readonly DigestSource[]) {
  const { db, guard, runCommand } = platform;
  const os = implement(notificationsContract).$context<ApiContext>();
  const secret = signingSecret(platform.config);
  const chooseNotification = createChooseNotification(sources);
  const unsubscribe = createUnsubscribe(sources, secret);

  const mine = async ({ request: { actor }, translate }: ApiContext) => {
    guard.require(actor, 'notification.mine');
    const userId = actor.userId ?? '';
    const { language, frequencies } = await getChoices(db, userId);
    const [contact] = await contactsOf(db, { userIds: [userId] });
    return {
      email: contact?.email ?? '',
      language,
      kinds: sources
        .filter((source) => source.concerns(actor))
        .map(({ kind }) => ({
          kind,
          title: translate(`digest.${kind}.title`),
          about: translate(`digest.${kind}.about`),
          frequency: frequencies.get(kind)?.frequency ?? ('daily' as const),
        })),
    };
  };
  const stopping = async ({ request, translate }: ApiContext, token: string) => {
    guard.require(request.actor, 'notification.unsubscribe');
    const asked = getUnsubscription(token, secret);
    const [contact] = await contactsOf(db, { userIds: [asked.userId] });
    const { frequencies } = await getChoices(db, asked.userId);
    const kinds = contact ? kindsOf(asked, sources) : [];
    return {
      email: masked(contact?.email ?? ''),
      titles: kinds.map(({ kind }) => translate(`digest.${kind}.title`)),
      stopped: kinds.every(({ kind }) => frequencies.get(kind)?.frequency === 'off'),
    };
  };
  return {
    getMyChoices: os.getMyChoices.handler(({ context }) => mine(context)),
    chooseNotification: os.chooseNotification.handler(async ({ context, input }) => {
      await runCommand(context.request, chooseNotification, input);
      return mine(context);
    }),
    chooseMailLanguage: os.chooseMailLanguage.handler(async ({ context, input }) => {
      await runCommand(context.request, chooseMailLanguage, input);
      return mine(context);
    }),
    getUnsubscription: os.getUnsubscription.handler(({ context, input }) =>
      stopping(context, input.token),
    ),
    unsubscribe: os.unsubscribe.handler(async ({ context, input }) => {
      await runCommand(context.request, unsubscribe, input);
      return stopping(context, input.token);
    }),
  };
}

/** Enough for its owner to know it, too little for anybody else: `l***@example.com`. */
const masked = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1***');
