import { implement } from '@orpc/server';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf, signingSecret } from '../../identity/index.ts';
import { notificationsContract } from '../contract.ts';
import {
  chooseMailLanguage,
  createChooseNotification,
  frequencyOf,
  getChoices,
} from './choices.ts';
import { countUnread, listNotices, readNotices } from './inbox.ts';
import type { Kind } from './kinds.ts';
import { listDeliveries } from './list-deliveries.ts';
import { createUnsubscribe, getUnsubscription, kindsOf } from './unsubscribe.ts';

export function createNotificationsRouter(platform: Platform, kinds: readonly Kind[]) {
  const { db, guard, runCommand } = platform;
  const os = implement(notificationsContract).$context<ApiContext>();
  const secret = signingSecret(platform.config);
  const chooseNotification = createChooseNotification(kinds);
  const unsubscribe = createUnsubscribe(kinds, secret);

  const mine = async ({ request: { actor }, translate }: ApiContext) => {
    guard.require(actor, 'notification.mine');
    const userId = actor.userId ?? '';
    const choices = await getChoices(db, userId);
    const [contact] = await contactsOf(db, { userIds: [userId] });
    return {
      email: contact?.email ?? '',
      emailVerified: contact?.emailVerified ?? false,
      language: choices.language,
      kinds: kinds
        .filter((kind) => kind.concerns(actor))
        .map((kind) => ({
          kind: kind.kind,
          title: titleOf(translate, kind.kind),
          about: translate(`notice.${kind.kind}.about`),
          app: frequencyOf(choices, kind, 'app'),
          mail: frequencyOf(choices, kind, 'mail'),
          mailOffered: [...kind.offered.mail],
        })),
    };
  };
  const stopping = async ({ request, translate }: ApiContext, token: string) => {
    guard.require(request.actor, 'notification.unsubscribe');
    const asked = getUnsubscription(token, secret);
    const [contact] = await contactsOf(db, { userIds: [asked.userId] });
    const choices = await getChoices(db, asked.userId);
    const stops = contact ? kindsOf(asked, kinds, choices) : [];
    return {
      email: masked(contact?.email ?? ''),
      titles: stops.map(({ kind }) => titleOf(translate, kind)),
      stopped: stops.every((kind) => frequencyOf(choices, kind, 'mail') === 'off'),
    };
  };
  const deliveries = async (
    { translate }: ApiContext,
    query: Parameters<typeof listDeliveries>[1],
  ) => {
    const { items, total } = await listDeliveries(db, query);
    const people = await contactsOf(db, { userIds: items.map(({ userId }) => userId) });
    const named = new Map(people.map((person) => [person.userId, person]));
    return {
      total,
      page: query.page,
      pageSize: query.pageSize,
      items: items.map(({ noticeId: _notice, messageId: _message, ...item }) => ({
        ...item,
        name: named.get(item.userId)?.name ?? '',
        email: masked(named.get(item.userId)?.email ?? ''),
        kindTitle: titleOf(translate, item.kind),
        queuedAt: item.queuedAt.toISOString(),
        settledAt: item.settledAt?.toISOString() ?? null,
      })),
    };
  };
  return {
    listMyNotices: os.listMyNotices.handler(async ({ context, input }) => {
      const { actor } = context.request;
      guard.require(actor, 'notice.mine');
      const userId = actor.userId ?? '';
      const {
        items,
        total,
        kinds: present,
      } = await listNotices(db, {
        ...input,
        userId,
        unread: input.show === 'unread',
      });
      return {
        total,
        page: input.page,
        pageSize: input.pageSize,
        unread: await countUnread(db, userId),
        kinds: present.map((kind) => ({ kind, title: titleOf(context.translate, kind) })),
        items: items.map((item) => ({
          ...item,
          kindTitle: titleOf(context.translate, item.kind),
          at: item.at.toISOString(),
          readAt: item.readAt?.toISOString() ?? null,
        })),
      };
    }),
    countUnread: os.countUnread.handler(async ({ context: { request } }) => {
      guard.require(request.actor, 'notice.mine');
      return { unread: await countUnread(db, request.actor.userId ?? '') };
    }),
    readNotices: os.readNotices.handler(({ context, input }) =>
      runCommand(context.request, readNotices, input),
    ),
    readAllNotices: os.readAllNotices.handler(({ context, input }) =>
      runCommand(context.request, readNotices, input),
    ),
    listMyDeliveries: os.listMyDeliveries.handler(({ context, input }) => {
      const { actor } = context.request;
      guard.require(actor, 'notice.mine');
      return deliveries(context, { ...input, userId: actor.userId ?? '' });
    }),
    listDeliveries: os.listDeliveries.handler(({ context, input }) => {
      guard.require(context.request.actor, 'delivery.list');
      return deliveries(context, input);
    }),
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

const titleOf = (translate: Translate, kind: string): string => translate(`notice.${kind}.title`);

/** Enough for its owner to know it, too little for anybody else: `l***@example.com`. */
const masked = (email: string): string => email.replace(/^(.).*(?=@)/u, '$1***');
