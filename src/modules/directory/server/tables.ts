import type { ColumnType, Generated, Selectable } from 'kysely';
import type { BookingStatus } from '../domain/booking.workflow.ts';
import type { ClaimReason, ClaimStatus } from '../domain/claim.workflow.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import type { EntryStatus, EntrySubject } from '../domain/entry.workflow.ts';
import type { Availability } from '../domain/experts.ts';
import type { FacilityCategory, OpeningHours } from '../domain/facilities.ts';

/** jsonb that the table gives a value when none is given. */
type GeneratedJson<T> = ColumnType<T, string | undefined, string>;
type Optional<T> = ColumnType<T | null, T | null | undefined, T | null>;

export type DirectoryTables = {
  organisations: {
    id: string;
    regionCode: string;
    kind: OrganisationKind;
    carrierType: Optional<CarrierType>;
    name: string;
    sortKey: string;
    uscc: string | null;
    introduction: string;
    aliases: Generated<string[]>;
    formerNames: Generated<string[]>;
    parentId: Optional<string>;
    status: Generated<EntryStatus>;
    mergedInto: Optional<string>;
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
    /** Codes of technology fields. */
    fields: Generated<string[]>;
    languages: Generated<string[]>;
    orcid: Optional<string>;
    availability: Optional<Availability>;
    /** Available from this day, or busy until it. */
    availabilityDay: Optional<string>;
    availabilityWords: Generated<string>;
    status: Generated<EntryStatus>;
    mergedInto: Optional<string>;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
  facilities: {
    id: string;
    regionCode: string;
    organisationId: string;
    name: string;
    sortKey: string;
    category: Generated<FacilityCategory>;
    model: Generated<string>;
    abilities: string;
    place: Generated<string>;
    fee: Generated<string>;
    opening: GeneratedJson<OpeningHours[]>;
    slotMinutes: Generated<number>;
    leadDays: Generated<number>;
    longestMinutes: Generated<number>;
    needsApproval: Generated<boolean>;
    status: Generated<Exclude<EntryStatus, 'merged'>>;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
  facilityBookings: {
    id: string;
    facilityId: string;
    userId: string;
    bookerOrganisationId: string | null;
    startsAt: Date;
    endsAt: Date;
    purpose: string;
    status: BookingStatus;
    answer: Optional<string>;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Optional<Date>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
  directoryEntries: {
    id: string;
    subjectType: EntrySubject;
    subjectId: string;
    at: Date;
    action: string;
    fromStatus: string | null;
    toStatus: string;
    actorId: string;
    actorName: string;
    words: string | null;
    reasonCode: string | null;
    version: number;
    content: ColumnType<Record<string, unknown> | null, string | null, never>;
  };
  carrierMembers: {
    id: string;
    carrierId: string;
    organisationId: string | null;
    expertId: string | null;
    /** Days in China, as `YYYY-MM-DD`. */
    fromDay: string;
    untilDay: Optional<string>;
    words: Generated<string>;
  };
  carrierActivities: {
    id: string;
    carrierId: string;
    heldOn: string;
    title: string;
    words: string;
    enteredBy: string;
    enteredName: string;
    enteredAt: Date;
  };
  membershipInvitations: {
    id: string;
    organisationId: string;
    email: string;
    tokenHash: string;
    invitedBy: string;
    invitedByName: string;
    invitedAt: Date;
    expiresAt: Date;
    acceptedAt: Optional<Date>;
    revokedAt: Optional<Date>;
  };
  directoryClaims: {
    id: string;
    regionCode: string;
    subjectType: 'organisation' | 'expert';
    organisationId: string | null;
    expertId: string | null;
    userId: string;
    status: ClaimStatus;
    words: string;
    fileId: string;
    reasonCode: Optional<ClaimReason>;
    answer: Optional<string>;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Optional<Date>;
    version: Generated<number>;
    createdAt: Date;
    updatedAt: Date;
  };
};

export type OrganisationEntry = Selectable<DirectoryTables['organisations']>;
export type ExpertEntry = Selectable<DirectoryTables['experts']>;
export type FacilityEntry = Selectable<DirectoryTables['facilities']>;
