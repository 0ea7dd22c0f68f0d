import { createClient } from '../../../ui/client.ts';
import { exchangeContract } from '../contract.ts';

export const exchangeClient = createClient(exchangeContract);
