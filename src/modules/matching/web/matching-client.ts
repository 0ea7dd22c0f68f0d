import { createClient } from '../../../ui/client.ts';
import { matchingContract } from '../contract.ts';

export const matchingClient = createClient(matchingContract);
