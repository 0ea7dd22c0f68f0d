import type { Generated } from 'kysely';
import type { OrganisationKind } from '../domain/directory.policy.ts';

export type DirectoryTables = {
  organisations: {
    id: string;
    regionCode: string;
    kind: OrganisationKind;
    name: string;
    sortKey: string;
    uscc: string | null;
    introduction: string;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
  experts: {
    id: string;
    regionCode: string;
    userId: string | null;
    organisationId: string | null;
    organisationName: string;
    name: string;
    sortKey: string;
    title: string;
    research: string;
    bio: string;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
};
