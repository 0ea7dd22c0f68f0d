import { z } from 'zod';
import { route } from '../../platform/contract/route.ts';
import { frequencies } from './domain/notifications.policy.ts';

const frequency = z.enum(frequencies);
const kindName = z.string().min(1).max(60);
const language = z.enum(['zh-CN', 'en']);

/** What the person is told of by mail. `kinds` are those that can ever concern them. */
const choices = z.object({
  email: z.string(),
  language,
  kinds: z.array(z.object({ kind: kindName, title: z.string(), about: z.string(), frequency })),
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

export const notificationsContract = {
  getMyChoices: route(
    'GET',
    '/my/notifications',
    'notification.mine',
    'What I am told of by mail, and how often',
  ).output(choices),
  chooseNotification: route(
    'POST',
    '/my/notifications/choose',
    'notification.choose',
    'Choose how often I am told of one kind of news',
  )
    .input(z.object({ kind: kindName, frequency }))
    .output(choices),
  chooseMailLanguage: route(
    'POST',
    '/my/notifications/language',
    'notification.choose',
    'Choose the language of my daily mail',
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
