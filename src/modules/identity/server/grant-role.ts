import { newId } from '../../../kernel/ids.ts';
import { notFound } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { GrantableRole } from '../domain/identity.policy.ts';
import type { IdentityTables } from './tables.ts';

type Input = {
  userId: string;
  role: GrantableRole;
  regionCode: string | null;
  from: string;
  until: string | null;
};

export const grantRole = defineCommand({
  name: 'role.grant',
  // The region of the new grant must lie within the administrator's own.
  load: async (_context, input: Input) => ({ regionCode: input.regionCode }),
  async run({ tx, actor, now, emit }, input) {
    const db = tx.withTables<IdentityTables>();
    const user = await db
      .selectFrom('users')
      .select('id')
      .where('id', '=', input.userId)
      .executeTakeFirst();
    if (!user) throw notFound('account');
    const row = {
      id: newId(now.getTime()),
      userId: input.userId,
      role: input.role,
      regionCode: input.regionCode,
      validFrom: input.from,
      validUntil: input.until,
      grantedBy: actor.userId ?? 'system',
      grantedAt: now,
    };
    await db.insertInto('roleGrants').values(row).execute();
    emit({
      type: 'role.granted',
      subject: { type: 'account', id: input.userId },
      data: { grantId: row.id, role: input.role, regionCode: input.regionCode },
    });
    return {
      id: row.id,
      role: row.role,
      regionCode: row.regionCode,
      from: row.validFrom,
      until: row.validUntil,
      revokedAt: null,
    };
  },
});

export const revokeRole = defineCommand({
  name: 'role.revoke',
  async load({ tx }, input: { id: string }) {
    const row = await tx
      .withTables<IdentityTables>()
      .selectFrom('roleGrants')
      .selectAll()
      .where('id', '=', input.id)
      .executeTakeFirst();
    if (!row) throw notFound('grant');
    return row;
  },
  async run({ tx, now, emit }, input, grant) {
    const revokedAt = grant.revokedAt ?? now;
    await tx
      .withTables<IdentityTables>()
      .updateTable('roleGrants')
      .set({ revokedAt })
      .where('id', '=', input.id)
      .execute();
    emit({
      type: 'role.revoked',
      subject: { type: 'account', id: grant.userId },
      data: { grantId: grant.id, role: grant.role },
    });
    return {
      id: grant.id,
      role: grant.role,
      regionCode: grant.regionCode,
      from: grant.validFrom,
      until: grant.validUntil,
      revokedAt: revokedAt.toISOString(),
    };
  },
});
