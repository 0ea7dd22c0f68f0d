import { z } from 'zod';
import { id, line, moment, pageOf, paging, route } from '../../platform/contract/route.ts';
import { channels, deliveryStates, frequencies } from './domain/notifications.policy.ts';

const frequency = z.enum(frequencies);
const channel = z.enum(channels);
const kindName = z.string().min(1).max(60);
const language = z.enum(['zh-CN', 'en']);

/** What the person is told of, and how. `kinds` are those that can ever concern them. */
const choices = z.object({
  email: z.string(),
  /** Whether the address was confirmed by a mail sent there. */
  emailVerified: z.boolean(),
  language,
  kinds: z.array(
    z.object({
      kind: kindName,
      title: z.string(),
      about: z.string(),
      app: frequency,
      mail: frequency,
      /** Which of them can be chosen for mail. */
      mailOffered: z.array(frequency),
    }),
  ),
});

/** What a link out of a mail stops. `titles` are the kinds, in the reader's language. */
const unsubscription = z.object({
  /** Of whom, as far as a holder of the link may know: `l***@example.com`. */
  email: z.string(),
  titles: z.array(z.string()),
  /** Nothing of this is sent any more. */
  stopped: z.boolean(),
});

const token = z.string().min(1).max(600);

const notice = z.object({
  id,
  kind: kindName,
  /** Name of the kind, in the reader's language. */
  kindTitle: z.string(),
  at: moment,
  title: z.string(),
  text: z.string(),
  /** Where it leads, within the platform. */
  path: z.string().nullable(),
  readAt: moment.nullable(),
});

const inbox = pageOf(notice).extend({
  unread: z.number().int(),
  /** The kinds of which there is any, to filter by. */
  kinds: z.array(z.object({ kind: kindName, title: z.string() })),
});

const delivery = z.object({
  id,
  /** Who it was for, by name; `email` is masked. */
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  kind: kindName,
  kindTitle: z.string(),
  channel,
  title: z.string(),
  status: z.enum(deliveryStates),
  attempts: z.number().int(),
  /** Of the last attempt that failed, as the mail server put it. */
  reason: z.string().nullable(),
  queuedAt: moment,
  settledAt: moment.nullable(),
});

const deliveryFilters = {
  ...paging,
  channel: channel.optional(),
  status: z.enum(deliveryStates).optional(),
};

export const notificationsContract = {
  listMyNotices: route('GET', '/my/notices', 'notice.mine', 'What I was told, the newest first')
    .input(
      z.object({
        ...paging,
        show: z.enum(['all', 'unread']).default('all'),
        kind: kindName.optional(),
      }),
    )
    .output(inbox),
  countUnread: route(
    'GET',
    '/my/notices/unread',
    'notice.mine',
    'How many notices I have not read',
  ).output(z.object({ unread: z.number().int() })),
  readNotices: route('POST', '/my/notices/read', 'notice.read', 'Mark some of my notices as read')
    .input(z.object({ ids: z.array(id).min(1).max(100) }))
    .output(z.object({ unread: z.number().int() })),
  readAllNotices: route(
    'POST',
    '/my/notices/read-all',
    'notice.read',
    'Mark all my notices up to a moment as read',
  )
    .input(z.object({ until: moment, kind: kindName.optional() }))
    .output(z.object({ unread: z.number().int() })),
  listMyDeliveries: route(
    'GET',
    '/my/deliveries',
    'notice.mine',
    'The messages that were to reach me, and what became of each',
  )
    .input(z.object(deliveryFilters))
    .output(pageOf(delivery)),
  listDeliveries: route(
    'GET',
    '/deliveries',
    'delivery.list',
    'All messages to everybody, and what became of each',
  )
    .input(z.object({ ...deliveryFilters, q: line(100).optional() }))
    .output(pageOf(delivery)),
  getMyChoices: route(
    'GET',
    '/my/notifications',
    'notification.mine',
    'What I am told of, in which ways',
  ).output(choices),
  chooseNotification: route(
    'POST',
    '/my/notifications/choose',
    'notification.choose',
    'Choose how I am told of one kind of news: in the app, or by mail',
  )
    .input(z.object({ kind: kindName, channel: channel.default('mail'), frequency }))
    .output(choices),
  chooseMailLanguage: route(
    'POST',
    '/my/notifications/language',
    'notification.choose',
    'Choose the language of my notices and mails',
  )
    .input(z.object({ language }))
    .output(choices),
  getUnsubscription: route(
    'GET',
    '/unsubscribe/{token}',
    'notification.unsubscribe',
    'What a link out of a mail stops; changes nothing',
  )
    .input(z.object({ token }))
    .output(unsubscription),
  unsubscribe: route(
    'POST',
    '/unsubscribe/{token}',
    'notification.unsubscribe',
    'Stop this mail, without an account (RFC 8058)',
  )
    .input(z.object({ token }))
    .output(unsubscription),
};
