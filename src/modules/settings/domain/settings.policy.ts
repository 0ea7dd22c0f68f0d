import { allow, always } from '../../../kernel/policy.ts';

export const settingsPolicy = [
  allow('settings.days').to('visitor').when(always),
  allow('settings.read').to('operator', 'admin').when(always),
  allow('settings.change').to('operator', 'admin').when(always),
  allow('settings.enter-calendar').to('operator', 'admin').when(always),
];
