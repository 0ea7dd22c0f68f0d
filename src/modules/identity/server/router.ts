import { implement } from '@orpc/server';
import { rolesOf } from '../../../kernel/policy.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import { identityContract } from '../contract.ts';
import { listAccounts } from './account-queries.ts';
import { grantRole, revokeRole } from './grant-role.ts';
import type { IdentityTables } from './tables.ts';

export type ExampleAccount = { email: string; name: string; role: string; password: string };

export function createIdentityRouter(
  platform: Platform,
  others: {
    /** Of those in use; who acts for one also acts for what was merged into it, which has none. */
    organisationNames: (ids: readonly string[]) => Promise<Map<string, string>>;
    regionName: (code: string, language: Language) => string;
  },
) {
  const { db, guard, runCommand, config } = platform;
  const os = implement(identityContract).$context<ApiContext>();
  return {
    getMe: os.getMe.handler(async ({ context }) => {
      const { actor } = context.request;
      const names = await others.organisationNames(actor.organisationIds);
      const user =
        actor.userId === null
          ? null
          : ((await db
              .withTables<IdentityTables>()
              .selectFrom('users')
              .select(['id', 'name', 'email'])
              .where('id', '=', actor.userId)
              .executeTakeFirst()) ?? null);
      const setting = await findSetting<{ accounts?: ExampleAccount[] }>(db, 'examples');
      const examples = setting?.accounts;
      return {
        signedIn: user !== null,
        user,
        roles: [...rolesOf(actor)],
        organisations: named(actor.organisationIds, names),
        expertIds: actor.expertIds,
        region: { code: config.region, name: others.regionName(config.region, context.language) },
        examples: examples !== undefined,
        exampleAccounts: examples ?? [],
      };
    }),
    listAccounts: os.listAccounts.handler(async ({ context, input }) => {
      guard.require(context.request.actor, 'account.list');
      const { items, total } = await listAccounts(db, input);
      const names = await others.organisationNames(items.flatMap((item) => item.organisationIds));
      return {
        items: items.map(({ organisationIds, ...item }) => ({
          ...item,
          organisations: named(organisationIds, names),
        })),
        total,
        page: input.page,
        pageSize: input.pageSize,
      };
    }),
    grantRole: os.grantRole.handler(({ context, input }) =>
      runCommand(context.request, grantRole, input),
    ),
    revokeRole: os.revokeRole.handler(({ context, input }) =>
      runCommand(context.request, revokeRole, input),
    ),
  };
}

const named = (ids: readonly string[], names: ReadonlyMap<string, string>) =>
  ids.flatMap((id) => {
    const name = names.get(id);
    return name === undefined ? [] : [{ id, name }];
  });
