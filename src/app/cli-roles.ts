import { beijingDate } from '../kernel/calendar.ts';
import { grantableRoles, type GrantableRole } from '../modules/identity/domain/identity.policy.ts';
import { grantRole, systemActor } from '../modules/identity/index.ts';
import type { IdentityTables } from '../modules/identity/server/tables.ts';
import { findRegion } from '../modules/reference-data/index.ts';
import { StartError } from '../platform/config/config.ts';
import type { App } from './compose.ts';

/** Gives an account a role from today on; how an instance gets its first administrator. */
export async function grantByEmail(
  { platform }: App,
  email: string,
  role: string,
  region: string | null,
): Promise<number> {
  const wanted = grantableRoles.find((known) => known === role);
  if (!wanted) throw new StartError(`${role} is no role; choose of ${grantableRoles.join(', ')}.`);
  if (region !== null && !findRegion(region)) {
    throw new StartError(`${region} is no region code (GB/T 2260), for example 500118.`);
  }
  const user = await platform.db
    .withTables<IdentityTables>()
    .selectFrom('users')
    .select(['id', 'name'])
    .where('email', '=', email.toLowerCase())
    .executeTakeFirst();
  if (!user) throw new StartError(`There is no account ${email}. Sign up in the browser first.`);
  const input = {
    userId: user.id,
    role: wanted satisfies GrantableRole,
    regionCode: region,
    from: beijingDate(platform.clock.now()),
    until: null,
  };
  await platform.runCommand({ actor: systemActor, requestId: 'cli' }, grantRole, input);
  process.stdout.write(
    `${user.name} (${email}) is ${role} ${region === null ? 'everywhere' : `for ${region}`} from today.\n`,
  );
  return 0;
}
