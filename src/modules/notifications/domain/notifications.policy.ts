import { allow, always, mine, signedIn } from '../../../kernel/policy.ts';

export const frequencies = ['daily', 'off'] as const;
export type Frequency = (typeof frequencies)[number];

export const notificationsPolicy = [
  allow('notification.mine').to('visitor').when(signedIn),
  allow('notification.choose').to('visitor').when(mine('userId', 'userId')),
  // Who holds the link out of a mail may stop that mail: no account is asked for.
  allow('notification.unsubscribe').to('visitor').when(always),
  allow('notification.send-digest').to('system').when(always),
];
