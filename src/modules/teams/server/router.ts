import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { teamsContract } from '../contract.ts';
import { answerDispatch, recordVisit, sendDispatch } from './dispatch-commands.ts';
import {
  approveReport,
  draftReport,
  refreshReport,
  returnReport,
  reviseReport,
  submitReport,
} from './report-commands.ts';
import { getReport, listReports } from './report-queries.ts';
import { addMember, changeTeam, endMember, endTeam, foundTeam } from './team-commands.ts';
import {
  findPeople,
  getDispatch,
  getTeam,
  listMyDispatches,
  listNeedDispatches,
  listTeams,
} from './team-queries.ts';

/** The handlers of `teamsContract`; every command answers with what it changed, as it then stands. */
export function createTeamsRouter(platform: Platform) {
  const { db, guard, clock, runCommand, config } = platform;
  const os = implement(teamsContract).$context<ApiContext>();
  const chinese = platform.translator('zh-CN');
  const draft = draftReport(chinese);
  const refresh = refreshReport(chinese);

  const team = async (context: ApiContext, done: Promise<{ id: string }>) =>
    getTeam(platform, context, (await done).id);
  const dispatch = async (context: ApiContext, done: Promise<{ id: string }>) =>
    getDispatch(platform, context, (await done).id);
  const report = async (context: ApiContext, done: Promise<{ id: string }>) =>
    getReport(platform, context, (await done).id);

  return {
    listTeams: os.listTeams.handler(({ context, input }) => {
      guard.require(context.request.actor, 'team.read');
      return listTeams(platform, context, input);
    }),
    getTeam: os.getTeam.handler(({ context, input }) => {
      guard.require(context.request.actor, 'team.read');
      return getTeam(platform, context, input.id);
    }),
    foundTeam: os.foundTeam.handler(({ context, input }) =>
      team(context, runCommand(context.request, foundTeam, input)),
    ),
    changeTeam: os.changeTeam.handler(({ context, input }) =>
      team(context, runCommand(context.request, changeTeam, input)),
    ),
    endTeam: os.endTeam.handler(({ context, input }) =>
      team(context, runCommand(context.request, endTeam, input)),
    ),
    findPeople: os.findPeople.handler(({ context, input }) => {
      const { actor } = context.request;
      guard.require(actor, 'team.find-people');
      const regions = actor.grants.map(({ regionCode }) => regionCode ?? config.region);
      return findPeople(db, [...new Set(regions)], input.q, clock.now());
    }),
    addMember: os.addMember.handler(({ context, input }) =>
      team(context, runCommand(context.request, addMember, input)),
    ),
    endMember: os.endMember.handler(({ context, input }) =>
      team(context, runCommand(context.request, endMember, input)),
    ),
    sendDispatch: os.sendDispatch.handler(({ context, input }) =>
      dispatch(context, runCommand(context.request, sendDispatch, input)),
    ),
    listMyDispatches: os.listMyDispatches.handler(({ context, input }) =>
      listMyDispatches(platform, context, input),
    ),
    listNeedDispatches: os.listNeedDispatches.handler(({ context, input }) =>
      listNeedDispatches(platform, context, input.id),
    ),
    answerDispatch: os.answerDispatch.handler(({ context, input }) =>
      dispatch(context, runCommand(context.request, answerDispatch, input)),
    ),
    recordVisit: os.recordVisit.handler(({ context, input }) =>
      dispatch(context, runCommand(context.request, recordVisit, input)),
    ),
    listReports: os.listReports.handler(({ context, input }) =>
      listReports(platform, context, input),
    ),
    getReport: os.getReport.handler(({ context, input }) => getReport(platform, context, input.id)),
    draftReport: os.draftReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, draft, input)),
    ),
    refreshReport: os.refreshReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, refresh, input)),
    ),
    reviseReport: os.reviseReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, reviseReport, input)),
    ),
    submitReport: os.submitReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, submitReport, input)),
    ),
    returnReport: os.returnReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, returnReport, input)),
    ),
    approveReport: os.approveReport.handler(({ context, input }) =>
      report(context, runCommand(context.request, approveReport, input)),
    ),
  };
}
