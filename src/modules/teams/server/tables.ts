import type { Generated, Selectable } from 'kysely';
import type { Json } from '../../../platform/commands/tables.ts';
import type { DispatchReason, DispatchStatus, ReportStatus } from '../domain/report.workflow.ts';
import type { TeamKind } from '../domain/team.policy.ts';
import type { Figure } from '../domain/weekly-report.ts';

/** Days are `YYYY-MM-DD` in China. */
export type TeamTables = {
  teams: {
    id: string;
    regionCode: string;
    kind: TeamKind;
    name: string;
    area: string;
    industryCodes: string[];
    leadId: string;
    leadUnitId: string;
    status: 'active' | 'ended';
    foundedOn: string;
    endedOn: string | null;
    version: Generated<number>;
    isExample: Generated<boolean>;
    createdAt: Date;
  };
  teamMembers: {
    id: string;
    teamId: string;
    kind: 'expert' | 'broker';
    expertId: string | null;
    userId: string | null;
    name: string;
    fromDay: string;
    untilDay: string | null;
  };
  teamDispatches: {
    id: string;
    teamId: string;
    needId: string;
    needTitle: string;
    askerOrganisationId: string;
    askerName: string;
    regionCode: string;
    words: string;
    sentBy: string;
    sentByName: string;
    sentAt: Date;
    closedAt: Date | null;
    isExample: Generated<boolean>;
  };
  teamDispatchMembers: {
    id: string;
    dispatchId: string;
    memberId: string;
    status: DispatchStatus;
    reasonCode: DispatchReason | null;
    words: string | null;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Date | null;
    answeredAt: Date | null;
  };
  teamVisits: {
    id: string;
    dispatchId: string;
    visitedOn: string;
    place: string;
    people: number;
    found: string;
    nextStep: string;
    recordedBy: string;
    recordedByName: string;
    recordedAt: Date;
  };
  teamReports: {
    id: string;
    teamId: string;
    weekOf: string;
    status: ReportStatus;
    version: Generated<number>;
    facts: Json<Figure[]>;
    body: string;
    factsAt: Date;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Date | null;
    sentAt: Date | null;
  };
  teamReportVersions: {
    id: string;
    reportId: string;
    number: number;
    action: string;
    facts: Json<Figure[]>;
    body: string;
    words: string | null;
    byId: string;
    byName: string;
    at: Date;
  };
};

export type Team = Selectable<TeamTables['teams']>;
export type TeamMember = Selectable<TeamTables['teamMembers']>;
export type Dispatch = Selectable<TeamTables['teamDispatches']>;
export type DispatchMember = Selectable<TeamTables['teamDispatchMembers']>;
export type Report = Selectable<TeamTables['teamReports']>;
