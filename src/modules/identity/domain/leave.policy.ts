import { allow, always, mine } from '../../../kernel/policy.ts';

/** Who brokers or operates can hand over while away. */
export const leavePolicy = [
  allow('leave.mine').to('broker', 'operator').when(always),
  allow('leave.enter').to('broker', 'operator').when(always),
  allow('leave.end').to('broker', 'operator').when(mine('userId', 'userId')),
];
