import { implement } from '@orpc/server';
import type { Command } from '../../../platform/commands/run-command.ts';
import type { PolicyRecord } from '../../../kernel/policy.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { matchNow } from '../../matching/index.ts';
import { dockingsContract } from '../contract.ts';
import { addFiles } from './add-files.ts';
import { answerMeeting } from './answer-meeting.ts';
import { acceptDelivery, returnDelivery } from './answer-delivery.ts';
import { cancelMeeting, changeMeeting } from './change-meeting.ts';
import { confirmMinutes } from './confirm-minutes.ts';
import { deliver } from './deliver.ts';
import { downloadMeeting } from './meeting-calendar.ts';
import { planMilestones } from './plan-milestones.ts';
import { prepareRegistration } from './prepare-registration.ts';
import { printDocking } from './print-docking.ts';
import { rateDocking } from './rate-docking.ts';
import { organisationRatingsOf } from './ratings.ts';
import { recordRegistration } from './record-registration.ts';
import { downloadRegistration } from './registration-papers.ts';
import { proposeMeeting } from './propose-meeting.ts';
import { recordMinutes } from './record-minutes.ts';
import { acceptDocking } from './accept-docking.ts';
import { completeDocking } from './complete-docking.ts';
import { countFunnel } from './count-funnel.ts';
import { declineDocking } from './decline-docking.ts';
import { getDocking, type DockingDetail } from './docking-detail.ts';
import type { Reader } from './docking-summaries.ts';
import { downloadFile } from './download-file.ts';
import { endDocking } from './end-docking.ts';
import { listMyDockings, type TeamPeople } from './list-my-dockings.ts';
import { pauseDocking, resumeDocking } from './pause-docking.ts';
import { postMessage } from './post-message.ts';
import { proposeDocking, requireMayPropose } from './propose-docking.ts';
import { recordContact } from './record-contact.ts';
import { recordContract } from './record-contract.ts';
import { recordMeeting } from './record-meeting.ts';
import { recordPayment } from './record-payment.ts';
import { remind } from './remind.ts';
import { responseRate } from './response-rate.ts';
import { startDelivery } from './start-delivery.ts';
import { startNegotiation } from './start-negotiation.ts';
import { listBrokers } from './list-brokers.ts';
import { assignDocking, takeDocking } from './take-docking.ts';

/** The handlers of `dockingsContract`; every command answers with the case as it then stands. */
export function createDockingsRouter(platform: Platform, others: { teamPeople: TeamPeople }) {
  const { db, guard, clock, runCommand } = platform;
  const os = implement(dockingsContract).$context<ApiContext>();

  const reader = ({ request, language, translate }: ApiContext): Reader => ({
    actor: request.actor,
    language,
    translate,
    now: clock.now(),
  });
  const perform =
    <Input extends { id: string }, Loaded extends PolicyRecord>(
      command: Command<Input, Loaded, void>,
    ) =>
    async (call: { context: ApiContext; input: Input }): Promise<DockingDetail> => {
      await runCommand(call.context.request, command, call.input);
      return getDocking(platform, call.input.id, reader(call.context));
    };

  return {
    listDockings: os.listDockings.handler(({ context, input }) =>
      listMyDockings(platform, context, input, others.teamPeople),
    ),
    getDocking: os.getDocking.handler(({ context, input }) =>
      getDocking(platform, input.id, reader(context)),
    ),
    proposeDocking: os.proposeDocking.handler(async ({ context, input }) => {
      // Ranking reads the index and the database: before the transaction opens, and not for everybody.
      await requireMayPropose(platform, context.request.actor, input.needId);
      const offer = { kind: input.offerKind, id: input.offerId };
      const match = await matchNow(platform, input.needId, offer);
      const { id } = await runCommand(context.request, proposeDocking(match), input);
      return getDocking(platform, id, reader(context));
    }),
    takeDocking: os.takeDocking.handler(perform(takeDocking)),
    assignDocking: os.assignDocking.handler(perform(assignDocking)),
    listBrokers: os.listBrokers.handler(({ context }) => {
      guard.require(context.request.actor, 'docking.list-brokers');
      return listBrokers(db, context.request.actor, clock.now());
    }),
    acceptDocking: os.acceptDocking.handler(perform(acceptDocking)),
    declineDocking: os.declineDocking.handler(perform(declineDocking)),
    recordContact: os.recordContact.handler(perform(recordContact)),
    recordMeeting: os.recordMeeting.handler(perform(recordMeeting)),
    startNegotiation: os.startNegotiation.handler(perform(startNegotiation)),
    recordContract: os.recordContract.handler(perform(recordContract)),
    startDelivery: os.startDelivery.handler(perform(startDelivery)),
    recordPayment: os.recordPayment.handler(perform(recordPayment)),
    completeDocking: os.completeDocking.handler(perform(completeDocking)),
    prepareRegistration: os.prepareRegistration.handler(perform(prepareRegistration)),
    recordRegistration: os.recordRegistration.handler(perform(recordRegistration)),
    downloadRegistration: os.downloadRegistration.handler(({ context, input }) =>
      downloadRegistration(platform, context.request.actor, reader(context), input.id),
    ),
    rate: os.rate.handler(perform(rateDocking)),
    getOrganisationRatings: os.getOrganisationRatings.handler(({ context, input }) => {
      guard.require(context.request.actor, 'docking.read-ratings');
      return organisationRatingsOf(db, input.id, clock.now());
    }),
    printDocking: os.printDocking.handler(({ context, input }) =>
      printDocking(platform, reader(context), input.id),
    ),
    planMilestones: os.planMilestones.handler(perform(planMilestones)),
    deliver: os.deliver.handler(perform(deliver)),
    acceptDelivery: os.acceptDelivery.handler(perform(acceptDelivery)),
    returnDelivery: os.returnDelivery.handler(perform(returnDelivery)),
    addFiles: os.addFiles.handler(perform(addFiles)),
    proposeMeeting: os.proposeMeeting.handler(perform(proposeMeeting)),
    changeMeeting: os.changeMeeting.handler(perform(changeMeeting)),
    cancelMeeting: os.cancelMeeting.handler(perform(cancelMeeting)),
    answerMeeting: os.answerMeeting.handler(perform(answerMeeting)),
    recordMinutes: os.recordMinutes.handler(perform(recordMinutes)),
    confirmMinutes: os.confirmMinutes.handler(perform(confirmMinutes)),
    downloadMeeting: os.downloadMeeting.handler(({ context, input }) =>
      downloadMeeting(platform, context.request.actor, context.translate, input),
    ),
    endDocking: os.endDocking.handler(perform(endDocking)),
    postMessage: os.postMessage.handler(perform(postMessage)),
    remind: os.remind.handler(perform(remind)),
    pauseDocking: os.pauseDocking.handler(perform(pauseDocking)),
    resumeDocking: os.resumeDocking.handler(perform(resumeDocking)),
    downloadFile: os.downloadFile.handler(({ context, input }) =>
      downloadFile(platform, context.request.actor, input),
    ),
    getResponseRate: os.getResponseRate.handler(({ context, input }) => {
      guard.require(context.request.actor, 'response-rate.read');
      return responseRate(db, input.id, clock.now());
    }),
    getFunnel: os.getFunnel.handler(({ context, input }) => {
      guard.require(context.request.actor, 'funnel.read');
      return countFunnel(db, input, clock.now());
    }),
  };
}
