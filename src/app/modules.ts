import { definePolicy, type Policy } from '../kernel/policy.ts';
import { buildDirectory, directoryManifest } from '../modules/directory/module.ts';
import { createFacilitiesRouter } from '../modules/directory/server/facilities-router.ts';
import { createPeopleRouter } from '../modules/directory/server/people-router.ts';
import { createDirectoryRouter } from '../modules/directory/server/router.ts';
import { activeOrganisationNames } from '../modules/directory/index.ts';
import { countOpenDockingsOn, findNeedOutcomes } from '../modules/dockings/index.ts';
import { deskManifest } from '../modules/desk/module.ts';
import { createDeskRouter } from '../modules/desk/server/router.ts';
import { stuckClaims } from '../modules/directory/index.ts';
import { stuckDockings } from '../modules/dockings/index.ts';
import { stuckNeeds } from '../modules/exchange/index.ts';
import { buildDockings, dockingsManifest } from '../modules/dockings/module.ts';
import { createDockingsRouter } from '../modules/dockings/server/router.ts';
import { listingCounts } from '../modules/exchange/index.ts';
import { buildExchange, exchangeManifest } from '../modules/exchange/module.ts';
import { createExchangeRouter } from '../modules/exchange/server/router.ts';
import { identityManifest } from '../modules/identity/module.ts';
import { systemActor } from '../modules/identity/index.ts';
import { createLeavesRouter } from '../modules/identity/server/leaves-router.ts';
import { createIdentityRouter } from '../modules/identity/server/router.ts';
import {
  buildInterchange,
  interchangeDocuments,
  interchangeManifest,
} from '../modules/interchange/module.ts';
import type { ActorOf } from '../modules/interchange/server/import.job.ts';
import { createInterchangeRouter } from '../modules/interchange/server/router.ts';
import { listingWeights } from '../modules/matching/index.ts';
import { buildMatching, matchingManifest } from '../modules/matching/module.ts';
import { createMatchingRouter } from '../modules/matching/server/router.ts';
import { createKinds } from '../modules/notifications/index.ts';
import { buildNotifications, notificationsManifest } from '../modules/notifications/module.ts';
import { createNotificationsRouter } from '../modules/notifications/server/router.ts';
import { regionLabel } from '../modules/reference-data/index.ts';
import {
  createReferenceDataRouter,
  referenceDataManifest,
} from '../modules/reference-data/server/router.ts';
import { clocksJob } from '../platform/clocks/clock-job.ts';
import { settingsManifest } from '../modules/settings/module.ts';
import { createSettingsRouter } from '../modules/settings/server/router.ts';
import { stuckDispatches, stuckReports, teamPeople } from '../modules/teams/index.ts';
import { buildTeams, teamsManifest } from '../modules/teams/module.ts';
import { createTeamsRouter } from '../modules/teams/server/router.ts';
import type { DigestSource } from '../platform/digest/source.ts';
import { filePolicy } from '../platform/files/file-commands.ts';
import { createFilesRouter } from '../platform/files/router.ts';
import type { PlainRoute } from '../platform/http/plain-route.ts';
import { platformMessages } from '../platform/i18n/messages.ts';
import type { Manifest, ModuleParts, Platform } from '../platform/platform.ts';
import { libraryPolicy } from './library-policy.ts';
import { daysSettings } from './settings-catalogue.ts';
import { sweepJob } from './sweep-job.ts';

/** Every module, in the order in which they may know of each other. */
const manifests: readonly Manifest[] = [
  { name: 'platform', rules: [...filePolicy, ...libraryPolicy], messages: platformMessages },
  referenceDataManifest,
  identityManifest,
  directoryManifest,
  exchangeManifest,
  matchingManifest,
  dockingsManifest,
  teamsManifest,
  settingsManifest,
  deskManifest,
  notificationsManifest,
  interchangeManifest,
];

export const policy: Policy = definePolicy(...manifests.map((manifest) => manifest.rules));
export const catalogs = manifests.map((manifest) => manifest.messages);
export const noticeKinds = manifests.flatMap((manifest) => manifest.notices ?? []);

/** Where everything that is overdue or silent is found. */
const stuckSources = [stuckDockings, stuckNeeds, stuckClaims, stuckDispatches, stuckReports];

/** The routers of all modules, put together as the contract names them. */
export function createRouter(platform: Platform, digest: readonly DigestSource[]) {
  return {
    identity: createIdentityRouter(platform, {
      organisationNames: (ids) => activeOrganisationNames(platform.db, ids),
      regionName: regionLabel,
    }),
    referenceData: createReferenceDataRouter(platform),
    directory: createDirectoryRouter(platform, listingCounts),
    people: createPeopleRouter(platform),
    facilities: createFacilitiesRouter(platform),
    exchange: createExchangeRouter(platform, {
      weights: listingWeights,
      countOpenDockings: countOpenDockingsOn,
    }),
    matching: createMatchingRouter(platform, {
      outcomesOf: (actor, needIds) => findNeedOutcomes(platform, actor, needIds),
    }),
    dockings: createDockingsRouter(platform, {
      teamPeople: (teamId) => teamPeople(platform.db, teamId),
    }),
    notifications: createNotificationsRouter(platform, createKinds(noticeKinds, digest)),
    teams: createTeamsRouter(platform),
    leaves: createLeavesRouter(platform),
    settings: createSettingsRouter(platform, daysSettings),
    desk: createDeskRouter(platform, stuckSources),
    interchange: createInterchangeRouter(platform),
    files: createFilesRouter(platform),
  };
}

/** Documents that are no part of the contract: files to save, feeds, calendars. */
export const createDocuments = (platform: Platform, actorOf: ActorOf): readonly PlainRoute[] =>
  interchangeDocuments(platform, actorOf);

/** What the modules add to the running server. */
export function buildModules(
  platform: Platform,
  actorOf: ActorOf,
): Required<Omit<ModuleParts, 'reader'>> & Pick<ModuleParts, 'reader'> {
  const holders = [buildDirectory(platform), buildExchange(platform)];
  const sources = holders.flatMap((part) => part.retrieval ?? []);
  const matching = buildMatching(platform, sources);
  const { reader } = matching;
  const parts: ModuleParts[] = [
    ...holders,
    matching,
    buildDockings(platform),
    buildTeams(platform),
  ];
  const digest = parts.flatMap((part) => part.digest ?? []);
  parts.push(buildNotifications(platform, digest), buildInterchange(platform, actorOf));
  const clocks = parts.flatMap((part) => part.clocks ?? []);
  return {
    subscribers: parts.flatMap((part) => part.subscribers ?? []),
    jobs: [
      sweepJob(platform),
      clocksJob(platform, clocks, systemActor),
      ...parts.flatMap((part) => part.jobs ?? []),
    ],
    clocks,
    retrieval: parts.flatMap((part) => part.retrieval ?? []),
    background: parts.flatMap((part) => part.background ?? []),
    reader,
    digest,
  };
}
