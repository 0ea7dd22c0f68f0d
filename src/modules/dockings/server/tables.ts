import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely';
import type { Json } from '../../../platform/commands/tables.ts';
import type { Match } from '../../matching/contract.ts';
import type { ContractType, Deduction } from '../domain/registration.ts';
import type { DockingSide } from '../domain/docking-turn.ts';
import type { DockingStatus, EndReason } from '../domain/docking.workflow.ts';
import type { ContentTables } from './content-tables.ts';

/** What a step leaves behind beside words: days, places, amounts in fen. */
export type Facts = Record<string, string | number | null>;

export type DockingTables = ContentTables & {
  dockingNumbers: { year: number; last: number };
  dockings: {
    id: string;
    regionCode: string;
    number: string;
    status: DockingStatus;
    version: Generated<number>;
    needId: string;
    needTitle: string;
    askerOrganisationId: string;
    askerName: string;
    offerKind: 'achievement' | 'expert';
    offerId: string;
    offerTitle: string;
    responderOrganisationId: string | null;
    responderExpertId: string | null;
    responderName: string;
    brokerId: string | null;
    matchThen: ColumnType<Match | null, string | null, string | null>;
    proposedAt: Date;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Date | null;
    escalated: Generated<boolean>;
    endedAt: Date | null;
    openMilestones: Generated<number>;
    isExample: boolean;
  };
  dockingEntries: {
    id: string;
    dockingId: string;
    seq: GeneratedAlways<number>;
    at: Date;
    action: string;
    fromStatus: DockingStatus | null;
    toStatus: DockingStatus;
    actorId: string | null;
    actorSide: DockingSide | 'system';
    words: string | null;
    reasonCode: EndReason | null;
    facts: Json<Facts>;
    fileId: string | null;
    isExample: boolean;
  };
  dockingContracts: {
    dockingId: string;
    type: ContractType;
    amountFen: number;
    technologyAmountFen: number;
    registrationNumber: string | null;
    signedOn: string;
    periodFrom: string | null;
    periodUntil: string | null;
    deductions: Json<Deduction[]>;
    registeredOn: string | null;
    certificateFileId: string | null;
    fileId: string;
    recordedAt: Date;
    isExample: boolean;
  };
  dockingPayments: {
    id: string;
    dockingId: string;
    amountFen: number;
    paidOn: string;
    milestoneId: string | null;
    fileId: string;
    recordedAt: Date;
    isExample: boolean;
  };
};

export type Docking = Selectable<DockingTables['dockings']>;
export type DockingEntry = Selectable<DockingTables['dockingEntries']>;
