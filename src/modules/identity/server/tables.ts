import type { ColumnType, Generated } from 'kysely';
import type { GrantableRole } from '../domain/identity.policy.ts';

export type IdentityTables = {
  users: {
    id: string;
    name: string;
    email: string;
    emailVerified: boolean;
    isExample: Generated<boolean>;
    createdAt: Date;
    updatedAt: Date;
  };
  roleGrants: {
    id: string;
    userId: string;
    role: GrantableRole;
    regionCode: string | null;
    /** Days in China, as `YYYY-MM-DD`. */
    validFrom: string;
    validUntil: string | null;
    grantedBy: string;
    grantedAt: Date;
    revokedAt: ColumnType<Date | null, Date | undefined, Date>;
  };
  memberships: {
    userId: string;
    organisationId: string;
    since: Date;
    until: ColumnType<Date | null, Date | undefined, Date | null>;
  };
  leaves: {
    id: string;
    userId: string;
    deputyId: string;
    /** Days in China, both inclusive. */
    fromDay: string;
    untilDay: string;
    note: string;
    enteredAt: Date;
    endedAt: Date | null;
  };
};
