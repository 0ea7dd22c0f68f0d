import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import { teamsContract } from '../contract.ts';

export const teamsApi = createClient(teamsContract);

type Outputs = InferContractRouterOutputs<typeof teamsContract>;
export type TeamDetail = Outputs['getTeam'];
export type Dispatch = Outputs['listMyDispatches']['items'][number];
export type ReportDetail = Outputs['getReport'];
export type Person = Outputs['findPeople'][number];

// Answers carry names and reasons in the reader's language.
export const teamsQuery = (ended: boolean) =>
  queryOptions({
    queryKey: ['teams', 'list', ended, currentLanguage()],
    queryFn: () => teamsApi.listTeams({ ended: ended ? 'true' : 'false', pageSize: 100 }),
  });
export const teamQuery = (id: string) =>
  queryOptions({
    queryKey: ['teams', 'one', id, currentLanguage()],
    queryFn: () => teamsApi.getTeam({ id }),
  });
export const dispatchesQuery = () =>
  queryOptions({
    queryKey: ['teams', 'dispatches', currentLanguage()],
    queryFn: () => teamsApi.listMyDispatches({ pageSize: 100 }),
  });
export const needDispatchesQuery = (id: string) =>
  queryOptions({
    queryKey: ['teams', 'of-need', id, currentLanguage()],
    queryFn: () => teamsApi.listNeedDispatches({ id }),
  });
export const reportsQuery = () =>
  queryOptions({
    queryKey: ['teams', 'reports', currentLanguage()],
    queryFn: () => teamsApi.listReports({ pageSize: 100 }),
  });
export const reportQuery = (id: string) =>
  queryOptions({
    queryKey: ['teams', 'report', id, currentLanguage()],
    queryFn: () => teamsApi.getReport({ id }),
  });
export const peopleQuery = (q: string) =>
  queryOptions({
    queryKey: ['teams', 'people', q],
    queryFn: () => teamsApi.findPeople({ q }),
    enabled: q.trim() !== '',
  });

/** What a command answered replaces what was read; all else of the teams is read anew. */
export function keepTeam(queries: QueryClient, team: TeamDetail): void {
  queries.setQueryData(teamQuery(team.id).queryKey, team);
  void queries.invalidateQueries({ queryKey: ['teams', 'list'] });
  void queries.invalidateQueries({ queryKey: ['teams', 'reports'] });
}
export function keepReport(queries: QueryClient, report: ReportDetail): void {
  queries.setQueryData(reportQuery(report.id).queryKey, report);
  void queries.invalidateQueries({ queryKey: ['teams', 'reports'] });
  void queries.invalidateQueries({ queryKey: ['teams', 'one'] });
}
export const dispatchChanged = (queries: QueryClient): void => {
  void queries.invalidateQueries({ queryKey: ['teams'] });
};

// The pages of needs show who was sent there: their contract is asked, not their pages.
const exchangeApi = createClient(exchangeContract);

/** Needs to which somebody can be sent, the newest first. */
export const openNeedsQuery = () =>
  queryOptions({
    queryKey: ['teams', 'needs', currentLanguage()],
    queryFn: () => exchangeApi.listNeeds({ pageSize: 100 }),
  });
