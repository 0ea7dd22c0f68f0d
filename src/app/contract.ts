import { directoryContract } from '../modules/directory/contract.ts';
import { facilitiesContract } from '../modules/directory/facilities-contract.ts';
import { peopleContract } from '../modules/directory/people-contract.ts';
import { deskContract } from '../modules/desk/contract.ts';
import { dockingsContract } from '../modules/dockings/contract.ts';
import { exchangeContract } from '../modules/exchange/contract.ts';
import { identityContract } from '../modules/identity/contract.ts';
import { leavesContract } from '../modules/identity/leaves.contract.ts';
import { interchangeContract } from '../modules/interchange/contract.ts';
import { matchingContract } from '../modules/matching/contract.ts';
import { notificationsContract } from '../modules/notifications/contract.ts';
import { referenceDataContract } from '../modules/reference-data/contract.ts';
import { settingsContract } from '../modules/settings/contract.ts';
import { teamsContract } from '../modules/teams/contract.ts';
import { filesContract } from '../platform/files/contract.ts';

/** The whole API; `docs/openapi.json` is made of it. */
export const contract = {
  identity: identityContract,
  referenceData: referenceDataContract,
  directory: directoryContract,
  people: peopleContract,
  facilities: facilitiesContract,
  exchange: exchangeContract,
  matching: matchingContract,
  dockings: dockingsContract,
  notifications: notificationsContract,
  teams: teamsContract,
  leaves: leavesContract,
  settings: settingsContract,
  desk: deskContract,
  interchange: interchangeContract,
  files: filesContract,
};
