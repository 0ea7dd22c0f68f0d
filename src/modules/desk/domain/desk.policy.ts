import { allow, always } from '../../../kernel/policy.ts';

export const deskPolicy = [allow('stuck.read').to('operator').when(always)];
