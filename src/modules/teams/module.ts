import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { teamPolicy } from './domain/team.policy.ts';
import { teamMessages } from './i18n/messages.ts';
import { DISPATCH_CLOCK, keepDispatchClock } from './server/dispatch-commands.ts';
import { draftReportsJob } from './server/draft-reports.job.ts';
import { keepReportClock, REPORT_CLOCK } from './server/report-commands.ts';
import { teamMails, teamNotices } from './server/team-mail.ts';

export const teamsManifest: Manifest = {
  name: 'teams',
  rules: teamPolicy,
  messages: teamMessages,
  notices: teamNotices,
};

export const buildTeams = (platform: Platform): ModuleParts => ({
  subscribers: [teamMails(platform)],
  jobs: [draftReportsJob(platform)],
  clocks: [
    {
      subjectType: DISPATCH_CLOCK,
      keep: (request, id) => platform.runCommand(request, keepDispatchClock, { id }),
    },
    {
      subjectType: REPORT_CLOCK,
      keep: (request, id) => platform.runCommand(request, keepReportClock, { id }),
    },
  ],
});
