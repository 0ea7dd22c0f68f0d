import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Json } from '../../../platform/commands/tables.ts';
import type { AchievementStatus } from '../domain/achievement.workflow.ts';
import type { NeedCloseReason, NeedStatus } from '../domain/need.workflow.ts';
import type { DisclosureStatus, Tier } from '../domain/disclosure.ts';
import type { ListingDetails } from '../domain/listing-details.ts';
import type { Patent } from '../domain/patents.ts';

export type ListingType = 'need' | 'achievement';

type MomentColumn = ColumnType<Date | null, Date | null | undefined, Date | null>;
/** jsonb with a default. */
type JsonColumn<T> = ColumnType<T, string | undefined, string>;

export type ExchangeTables = {
  needs: {
    id: string;
    regionCode: string;
    organisationId: string;
    title: string;
    description: string;
    industryCode: string | null;
    budgetFen: number | null;
    months: number | null;
    coopModes: string[];
    status: NeedStatus;
    closeReason: NeedCloseReason | null;
    mergedInto: ColumnType<string | null, string | null | undefined, string | null>;
    tier: Generated<Tier>;
    openDetails: Generated<string>;
    visitId: ColumnType<string | null, string | null | undefined, string | null>;
    confirmedAt: MomentColumn;
    confirmRemindedAt: MomentColumn;
    lapsedAt: MomentColumn;
    openDockings: Generated<number>;
    dockings: Generated<number>;
    answered: Generated<boolean>;
    publishedAt: Date | null;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Date | null;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdBy: string;
    createdAt: Date;
    updatedAt: Date;
  };
  achievements: {
    id: string;
    regionCode: string;
    organisationId: string;
    expertId: string | null;
    title: string;
    abstract: string;
    keywords: string[];
    industryCode: string | null;
    trl: number | null;
    priceMinFen: number | null;
    priceMaxFen: number | null;
    coopModes: string[];
    patents: JsonColumn<Patent[]>;
    tier: Generated<Tier>;
    confirmedAt: MomentColumn;
    confirmRemindedAt: MomentColumn;
    lapsedAt: MomentColumn;
    trlProof: ColumnType<string | null, string | null | undefined, string | null>;
    status: AchievementStatus;
    mergedInto: ColumnType<string | null, string | null | undefined, string | null>;
    publishedAt: Date | null;
    isExample: Generated<boolean>;
    version: Generated<number>;
    createdBy: string;
    createdAt: Date;
    updatedAt: Date;
  };
  listingAttachments: {
    fileId: string;
    subjectType: ListingType;
    subjectId: string;
    position: number;
    caption: string;
    purpose: 'document' | 'maturity';
    isClosed: boolean;
  };
  visits: {
    id: string;
    regionCode: string;
    organisationId: string;
    visitedOn: string;
    visitors: string;
    met: string;
    situation: string;
    problem: string;
    wanted: string;
    promised: string;
    version: Generated<number>;
    isExample: boolean;
    recordedBy: string;
    recorderName: string;
    createdAt: Date;
    updatedAt: Date;
  };
  listingDetails: {
    subjectType: ListingType;
    subjectId: string;
    details: Json<ListingDetails>;
  };
  disclosures: {
    id: string;
    subjectType: ListingType;
    subjectId: string;
    ownerId: string;
    requestedBy: string;
    requesterName: string;
    organisationId: string | null;
    requesterOrganisation: string;
    words: string;
    requestedAt: Date;
    status: DisclosureStatus;
    validUntil: ColumnType<string | null, string | null | undefined, string | null>;
    decidedBy: ColumnType<string | null, string | null | undefined, string | null>;
    decidedAt: ColumnType<Date | null, Date | null | undefined, Date | null>;
    reason: ColumnType<string | null, string | null | undefined, string | null>;
  };
  closedOpenings: {
    id: string;
    subjectType: ListingType;
    subjectId: string;
    at: Date;
    actorId: string;
    actorName: string;
    organisationName: string;
    fileId: string | null;
    fileName: string | null;
  };
  listingVersions: {
    subjectType: ListingType;
    subjectId: string;
    number: number;
    at: Date;
    actorName: string;
    content: Json<VersionContent>;
  };
  listingEntries: {
    id: string;
    subjectType: ListingType;
    subjectId: string;
    at: Date;
    action: string;
    fromStatus: string | null;
    toStatus: string;
    actorId: string;
    actorName: string;
    words: ColumnType<string | null, string | null | undefined, never>;
    reasonCode: ColumnType<string | null, string | null | undefined, never>;
  };
};

/** What a listing said, by field, as it was stored; older versions may lack what came later. */
export type VersionContent = {
  title: string;
  text: string;
  keywords?: string[];
  regionCode: string;
  industryCode: string | null;
  budgetFen?: number | null;
  priceMinFen?: number | null;
  priceMaxFen?: number | null;
  months?: number | null;
  trl?: number | null;
  trlProof?: string | null;
  tier?: Tier;
  details?: ListingDetails;
  patents?: Patent[];
  coopModes: string[];
  attachments: {
    name: string;
    sha256: string;
    caption: string;
    purpose: string;
    closed: boolean;
  }[];
};

export type VisitRow = Selectable<ExchangeTables['visits']>;
export type NeedRow = Selectable<ExchangeTables['needs']>;
export type AchievementRow = Selectable<ExchangeTables['achievements']>;
