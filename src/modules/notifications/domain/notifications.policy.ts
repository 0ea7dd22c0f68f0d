import { allow, always, mine, signedIn } from '../../../kernel/policy.ts';

/** How somebody is told of one kind: in the app at once or not at all; by mail also once a day. */
export const frequencies = ['at_once', 'daily', 'off'] as const;
export type Frequency = (typeof frequencies)[number];

export const channels = ['app', 'mail'] as const;
export type Channel = (typeof channels)[number];

export const deliveryStates = ['queued', 'sent', 'failed'] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const notificationsPolicy = [
  allow('notification.mine').to('visitor').when(signedIn),
  allow('notification.choose').to('visitor').when(mine('userId', 'userId')),
  // Who holds the link out of a mail may stop that mail: no account is asked for.
  allow('notification.unsubscribe').to('visitor').when(always),
  allow('notification.send-digest').to('system').when(always),
  allow('notice.mine').to('visitor').when(signedIn),
  allow('notice.read').to('visitor').when(mine('userId', 'userId')),
  allow('delivery.list').to('operator', 'admin').when(always),
];
