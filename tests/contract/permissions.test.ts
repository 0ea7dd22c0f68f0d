import { traverseContractProcedures } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contract } from '../../src/app/contract.ts';
import { startTestApp, type Api, type TestApp } from '../support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  inventedUscc,
  type Person,
} from '../support/people.ts';

/**
 * Every route for every kind of person. The table is the agreement: who may call what. Commands are
 * sent with a version nobody has, so that a permitted one changes nothing (409, 422) and a refused
 * one is refused for the right reason: 401 without an account, 403 or, where even the existence is
 * nobody's business, 404.
 */
const people = [
  'visitor',
  'member', // an account without a role
  'asker', // the enterprise whose need it is
  'stranger', // another enterprise
  'responder', // the enterprise whose achievement it is
  'expert', // an expert without a part in it
  'broker', // the case's broker
  'otherBroker',
  'operator', // of this district
  'farOperator', // of another district
  'admin',
] as const;
type Who = (typeof people)[number];

const everybody = [...people];
const signedIn = people.filter((who) => who !== 'visitor');
const parties: Who[] = ['asker', 'responder', 'broker', 'operator'];
const sides: Who[] = ['asker', 'responder', 'broker'];

type World = {
  needId: string;
  draftId: string;
  achievementId: string;
  expertId: string;
  organisationId: string;
  responderOrganisationId: string;
  dockingId: string;
  teamId: string;
  leaveId: string;
  memberId: string;
  dispatchId: string;
  answerId: string;
  reportId: string;
  fileId: string;
  draftFileId: string;
  /** A need of the asker, read whole after consent only, and a question about it. */
  confidentialId: string;
  disclosureId: string;
  visitId: string;
  achievementFileId: string;
  carrierId: string;
  claimId: string;
  facilityId: string;
  bookingId: string;
  askId: string;
  needAskId: string;
  grantId: string;
  userId: string;
  importId: string;
  keyId: string;
  webhookId: string;
};
const tableFile = () => new File(['名称,描述\n甲,乙'], '表.csv');
let seed = 500;
const version = 999;
const words = '这是一句够长的话。';
const meeting = {
  place: '会议室',
  beginsAt: '2026-11-25T06:00:00Z',
  endsAt: '2026-11-25T07:00:00Z',
  agenda: '看看现场再定。',
  people: [],
};
const party = { name: '某单位', country: 'CHN', regionCode: '500118', nature: 'enterprise' };
const registrationForm = {
  projectName: '热误差补偿',
  buyer: party,
  seller: party,
  rights: [],
  field: null,
  objective: null,
  payment: null,
  conditions: [],
  periodFrom: null,
  periodUntil: null,
};
const achievementWords = {
  title: '一项新的成果',
  abstract: '这里写十个字以上的摘要内容。',
  regionCode: '500118',
};

const facilityWords = {
  name: '三坐标测量机',
  abilities: '测量箱体类零件的尺寸和形位误差。',
  regionCode: '500118',
  opening: [{ weekday: 1, from: '09:00', until: '17:00' }],
};

const visitWords = {
  visitedOn: '2026-11-20',
  visitors: '沈怀瑾',
  met: '林厂长',
  problem: '早上第一件和下午的件尺寸差三四丝。',
};

const agreement: Record<string, { who: readonly Who[]; input?: (world: World) => unknown }> = {
  'identity.getMe': { who: everybody },
  'identity.listAccounts': { who: ['admin'], input: () => ({}) },
  'identity.grantRole': {
    who: ['admin'],
    input: ({ userId }) => ({
      userId,
      role: 'expert',
      regionCode: '500118',
      from: '2027-01-01',
      until: null,
    }),
  },
  'identity.revokeRole': { who: ['admin'], input: ({ grantId }) => ({ id: grantId }) },
  'referenceData.searchRegions': { who: everybody, input: () => ({ q: '永川' }) },
  'referenceData.searchIndustries': { who: everybody, input: () => ({ q: '机床' }) },
  'referenceData.listFields': { who: everybody },
  'directory.listOrganisations': { who: everybody, input: () => ({}) },
  'directory.getOrganisation': {
    who: everybody,
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'directory.listExperts': { who: everybody, input: () => ({}) },
  'directory.getExpert': { who: everybody, input: ({ expertId }) => ({ id: expertId }) },
  'directory.findSimilarOrganisations': { who: signedIn, input: () => ({ name: '机械厂' }) },
  'directory.enterOrganisation': {
    who: ['operator'],
    input: () => ({ name: '某海智工作站', kind: 'carrier', regionCode: '500118' }),
  },
  'directory.reviseOrganisation': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({
      id: organisationId,
      version,
      name: '改了名的厂',
      kind: 'enterprise',
      uscc: null,
      regionCode: '500118',
    }),
  },
  'directory.retireOrganisation': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId, version, reasonCode: 'other', words }),
  },
  'directory.restoreOrganisation': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId, version, words }),
  },
  'directory.mergeOrganisation': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId, version, intoId: organisationId, words }),
  },
  'directory.getOrganisationHistory': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'directory.compareOrganisation': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId, from: 1, to: 1 }),
  },
  'directory.addCarrierMember': {
    who: ['asker', 'operator'],
    input: ({ organisationId, expertId }) => ({
      id: organisationId,
      expertId,
      fromDay: '2026-11-01',
    }),
  },
  'directory.endCarrierMember': {
    who: ['asker', 'operator'],
    input: ({ organisationId, expertId }) => ({
      id: organisationId,
      memberId: expertId,
      untilDay: '2026-11-01',
    }),
  },
  'directory.noteCarrierActivity': {
    // The responder is a member of this carrier of the operator's.
    who: ['responder', 'operator'],
    input: ({ carrierId }) => ({ id: carrierId, heldOn: '2027-01-01', title: '开放日', words }),
  },
  'directory.findSimilarExperts': { who: signedIn, input: () => ({ name: '郁承钧' }) },
  // The profile lies in another district than the operator's.
  'directory.reviseExpert': {
    who: ['expert'],
    input: ({ expertId }) => ({
      id: expertId,
      version,
      name: '某人',
      title: '工程师',
      organisationName: '某所',
      research: '机床',
      regionCode: '500109',
    }),
  },
  'directory.retireExpert': {
    who: ['expert'],
    input: ({ expertId }) => ({ id: expertId, version, reasonCode: 'other', words }),
  },
  'directory.restoreExpert': {
    who: ['expert'],
    input: ({ expertId }) => ({ id: expertId, version, words }),
  },
  'directory.mergeExpert': {
    who: [],
    input: ({ expertId }) => ({ id: expertId, version, intoId: expertId, words }),
  },
  'directory.getExpertHistory': { who: ['expert'], input: ({ expertId }) => ({ id: expertId }) },
  'directory.compareExpert': {
    who: ['expert'],
    input: ({ expertId }) => ({ id: expertId, from: 1, to: 1 }),
  },
  'people.listPeople': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'people.invitePerson': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ id: organisationId, email: 'someone@example.com' }),
  },
  'people.revokeInvitation': {
    who: ['asker', 'operator'],
    input: ({ organisationId, expertId }) => ({ id: organisationId, invitationId: expertId }),
  },
  'people.removePerson': {
    who: ['asker', 'operator'],
    input: ({ organisationId, userId }) => ({ id: organisationId, userId, words }),
  },
  'people.leaveOrganisation': {
    who: ['asker'],
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  // With a link that nobody was sent: refused to nobody, and of no use to anybody (400).
  'people.getInvitation': { who: everybody, input: () => ({ token: 'x' }) },
  'people.acceptInvitation': { who: signedIn, input: () => ({ token: 'x' }) },
  'people.submitClaim': {
    who: signedIn,
    input: ({ organisationId, expertId }) => ({
      subjectType: 'organisation',
      subjectId: organisationId,
      words,
      // Of a file that nobody uploaded.
      fileId: expertId,
    }),
  },
  'people.listClaims': { who: ['operator', 'farOperator'] },
  'people.getClaim': { who: ['member', 'operator'], input: ({ claimId }) => ({ id: claimId }) },
  'people.downloadClaimFile': {
    who: ['member', 'operator'],
    input: ({ claimId }) => ({ id: claimId }),
  },
  'people.approveClaim': { who: ['operator'], input: ({ claimId }) => ({ id: claimId, version }) },
  'people.refuseClaim': {
    who: ['operator'],
    input: ({ claimId }) => ({ id: claimId, version, reasonCode: 'other', words }),
  },
  'people.withdrawClaim': { who: ['member'], input: ({ claimId }) => ({ id: claimId, version }) },
  'facilities.listFacilities': { who: everybody, input: () => ({}) },
  'facilities.getFacility': { who: everybody, input: ({ facilityId }) => ({ id: facilityId }) },
  'facilities.getSlots': { who: everybody, input: ({ facilityId }) => ({ id: facilityId }) },
  'facilities.enterFacility': {
    who: ['asker', 'operator'],
    input: ({ organisationId }) => ({ organisationId, ...facilityWords }),
  },
  'facilities.reviseFacility': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId, version, ...facilityWords }),
  },
  'facilities.retireFacility': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId, version, reasonCode: 'other', words }),
  },
  'facilities.restoreFacility': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId, version, words }),
  },
  'facilities.getFacilityHistory': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId }),
  },
  'facilities.compareFacility': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId, from: 1, to: 1 }),
  },
  'facilities.listBookings': {
    who: ['asker', 'operator'],
    input: ({ facilityId }) => ({ id: facilityId }),
  },
  'facilities.listMyBookings': { who: signedIn },
  'facilities.requestBooking': {
    // In the middle of the night: refused to everybody for the same reason.
    who: signedIn,
    input: ({ facilityId }) => ({
      facilityId,
      startsAt: '2026-11-30T18:00:00Z',
      endsAt: '2026-11-30T19:00:00Z',
      purpose: words,
    }),
  },
  'facilities.approveBooking': {
    who: ['asker', 'operator'],
    input: ({ bookingId }) => ({ id: bookingId, version }),
  },
  'facilities.refuseBooking': {
    who: ['asker', 'operator'],
    input: ({ bookingId }) => ({ id: bookingId, version, words }),
  },
  'facilities.cancelBooking': {
    who: ['member', 'asker', 'operator'],
    input: ({ bookingId }) => ({ id: bookingId, version, words }),
  },
  'exchange.listNeeds': { who: everybody, input: () => ({}) },
  'exchange.listMyNeeds': {
    who: ['asker', 'stranger', 'responder'],
    input: () => ({}),
  },
  'exchange.listTriage': { who: ['operator', 'farOperator'], input: () => ({}) },
  'exchange.getNeed': {
    who: ['asker', 'operator', 'admin'],
    input: ({ draftId }) => ({ id: draftId }),
  },
  'exchange.draftNeed': {
    who: ['asker'],
    input: ({ organisationId }) => ({ organisationId, regionCode: '500118', ...heatNeed }),
  },
  'exchange.reviseNeed': {
    who: ['asker'],
    input: ({ draftId }) => ({ id: draftId, version, regionCode: '500118', ...heatNeed }),
  },
  'exchange.submitNeed': { who: ['asker'], input: ({ draftId }) => ({ id: draftId, version }) },
  'exchange.publishNeed': { who: ['operator'], input: ({ needId }) => ({ id: needId, version }) },
  'exchange.returnNeed': {
    who: ['operator'],
    input: ({ needId }) => ({ id: needId, version, words }),
  },
  'exchange.closeNeed': {
    who: ['asker', 'operator'],
    input: ({ needId }) => ({ id: needId, version, reasonCode: 'other', words }),
  },
  'exchange.pauseNeed': {
    who: ['asker', 'operator'],
    input: ({ needId }) => ({
      id: needId,
      version,
      reasonCode: 'test',
      words,
      until: '2026-12-01',
    }),
  },
  'exchange.resumeNeed': {
    who: ['asker', 'operator'],
    input: ({ needId }) => ({ id: needId, version }),
  },
  'exchange.setNeedTier': {
    who: ['asker'],
    input: ({ needId }) => ({ id: needId, version, tier: 'members' }),
  },
  'exchange.openClosedPart': {
    // A draft, so that none but its owner and the operators of the region find it.
    who: ['asker', 'operator', 'admin'],
    input: ({ draftId }) => ({ kind: 'need', id: draftId }),
  },
  'exchange.askForClosedPart': {
    // Everybody in turn asks for their own organisation, or for themselves.
    who: ['asker', 'stranger', 'responder', 'expert', 'broker', 'otherBroker'],
    input: ({ confidentialId }) => ({ kind: 'need', id: confidentialId, words }),
  },
  'exchange.listDisclosures': {
    who: ['asker', 'operator', 'admin'],
    input: ({ needId }) => ({ kind: 'need', id: needId }),
  },
  'exchange.listMyDisclosures': {
    who: ['asker', 'stranger', 'responder', 'expert'],
    input: () => ({}),
  },
  'exchange.consentToDisclosure': {
    who: ['asker'],
    input: ({ disclosureId }) => ({ id: disclosureId, until: '2020-01-01' }),
  },
  'exchange.refuseDisclosure': {
    who: ['asker'],
    input: ({ disclosureId }) => ({ id: disclosureId, words }),
  },
  'exchange.revokeDisclosure': {
    who: ['asker'],
    input: ({ disclosureId }) => ({ id: disclosureId, words }),
  },
  'exchange.confirmNeed': { who: ['asker'], input: ({ draftId }) => ({ id: draftId }) },
  'exchange.confirmAchievement': {
    who: ['responder'],
    input: ({ achievementId }) => ({ id: achievementId }),
  },
  'exchange.listVisits': {
    who: [
      'asker',
      'stranger',
      'responder',
      'broker',
      'otherBroker',
      'operator',
      'farOperator',
      'admin',
    ],
    input: () => ({}),
  },
  'exchange.getVisit': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ visitId }) => ({ id: visitId }),
  },
  'exchange.recordVisit': {
    who: ['broker', 'otherBroker', 'operator'],
    input: ({ organisationId }) => ({ organisationId, ...visitWords }),
  },
  'exchange.reviseVisit': {
    who: ['broker', 'otherBroker', 'operator'],
    input: ({ visitId }) => ({ id: visitId, version, ...visitWords }),
  },
  'exchange.draftNeedFromVisit': {
    who: ['broker', 'otherBroker', 'operator'],
    input: ({ visitId }) => ({ id: visitId, ...heatNeed }),
  },
  'exchange.findSimilarNeeds': {
    who: ['asker', 'stranger', 'responder', 'operator', 'farOperator'],
    input: () => heatNeed,
  },
  'exchange.mergeNeed': {
    who: ['asker', 'operator'],
    input: ({ needId, draftId }) => ({ id: draftId, version, intoId: needId }),
  },
  'exchange.listNeedVersions': {
    who: ['asker', 'operator', 'admin'],
    input: ({ draftId }) => ({ id: draftId }),
  },
  'exchange.downloadNeedFile': {
    who: ['asker', 'operator', 'admin'],
    input: ({ draftId, draftFileId }) => ({ id: draftId, fileId: draftFileId }),
  },
  'exchange.listAchievementVersions': {
    who: ['responder', 'admin'],
    input: ({ achievementId }) => ({ id: achievementId }),
  },
  'exchange.downloadAchievementFile': {
    who: everybody,
    input: ({ achievementId, achievementFileId }) => ({
      id: achievementId,
      fileId: achievementFileId,
    }),
  },
  'exchange.listAchievements': { who: everybody, input: () => ({}) },
  'exchange.listMyAchievements': {
    who: ['asker', 'stranger', 'responder', 'expert'],
    input: () => ({}),
  },
  'exchange.getAchievement': {
    who: everybody,
    input: ({ achievementId }) => ({ id: achievementId }),
  },
  'exchange.draftAchievement': {
    who: ['responder'],
    input: ({ responderOrganisationId }) => ({
      organisationId: responderOrganisationId,
      ...achievementWords,
    }),
  },
  'exchange.reviseAchievement': {
    who: ['responder'],
    input: ({ achievementId }) => ({ id: achievementId, version, ...achievementWords }),
  },
  'exchange.publishAchievement': {
    who: ['responder'],
    input: ({ achievementId }) => ({ id: achievementId, version }),
  },
  'exchange.withdrawAchievement': {
    // An operator may for its own region; this one lies in another.
    who: ['responder'],
    input: ({ achievementId }) => ({ id: achievementId, version, words }),
  },
  'exchange.findSimilarAchievements': {
    who: ['asker', 'stranger', 'responder', 'expert', 'operator', 'farOperator'],
    input: () => ({ title: achievementWords.title, abstract: achievementWords.abstract }),
  },
  'exchange.mergeAchievement': {
    who: ['responder'],
    input: ({ achievementId }) => ({ id: achievementId, version, intoId: achievementId }),
  },
  'matching.ask': { who: everybody, input: () => ({ text: '机床热误差补偿' }) },
  'matching.matchNeed': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ needId }) => ({ id: needId }),
  },
  'matching.openMatch': {
    who: everybody,
    input: ({ askId, achievementId }) => ({ askId, kind: 'achievement', offerId: achievementId }),
  },
  'matching.matchOffer': {
    // It lies in another district than the operator's.
    who: ['responder', 'broker', 'otherBroker', 'admin'],
    input: ({ achievementId }) => ({ kind: 'achievement', id: achievementId }),
  },
  'matching.listSimilarNeeds': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ needId }) => ({ id: needId }),
  },
  'matching.listOrganisationMatches': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'matching.listMyMatches': {
    who: ['asker', 'stranger', 'responder', 'expert'],
    input: () => ({}),
  },
  'matching.listDeclinedOfNeed': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ needId }) => ({ id: needId }),
  },
  'matching.listDeclinedOfOffer': {
    who: ['expert', 'broker', 'otherBroker', 'admin'],
    input: ({ expertId }) => ({ kind: 'expert', id: expertId }),
  },
  'matching.declineMatch': {
    who: ['asker', 'responder'],
    input: ({ needId, achievementId }) => ({
      needId,
      offerKind: 'achievement',
      offerId: achievementId,
    }),
  },
  'matching.restoreMatch': {
    who: ['asker', 'responder'],
    input: ({ needId, achievementId }) => ({
      needId,
      offerKind: 'achievement',
      offerId: achievementId,
    }),
  },
  'matching.judgeMatch': {
    who: ['asker', 'broker', 'otherBroker', 'operator'],
    input: ({ needId, needAskId, achievementId }) => ({
      id: needId,
      askId: needAskId,
      kind: 'achievement',
      offerId: achievementId,
      verdict: 'useful',
    }),
  },
  'matching.listJudgements': {
    who: ['asker', 'broker', 'otherBroker', 'operator', 'admin'],
    input: ({ needId }) => ({ id: needId }),
  },
  'matching.listModels': { who: ['operator', 'farOperator', 'admin'], input: () => ({}) },
  'matching.switchModel': { who: ['admin'], input: () => ({ version: 'shipped' }) },
  'leaves.listMyLeaves': { who: ['broker', 'otherBroker', 'operator', 'farOperator'] },
  'leaves.enterLeave': {
    who: ['broker', 'otherBroker', 'operator', 'farOperator'],
    input: () => ({ deputyId: 'nobody', from: '2026-12-01', until: '2026-12-02' }),
  },
  'leaves.endLeave': { who: ['broker'], input: ({ leaveId }) => ({ id: leaveId }) },
  'settings.getDays': { who: everybody },
  'settings.getSettings': { who: ['operator', 'farOperator', 'admin'] },
  'settings.changeDays': {
    who: ['operator', 'farOperator', 'admin'],
    input: () => ({ key: 'due.nothing', value: 3, source: '试一试' }),
  },
  'settings.enterCalendar': {
    who: ['operator', 'farOperator', 'admin'],
    input: () => ({
      year: 2027,
      holidays: ['2026-01-01'],
      makeUpDays: [],
      source: '没有这样的通知',
    }),
  },
  'desk.listStuck': { who: ['operator', 'farOperator'], input: () => ({}) },
  'dockings.getResponseRate': {
    who: everybody,
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'teams.listTeams': { who: everybody, input: () => ({}) },
  'teams.getTeam': { who: everybody, input: ({ teamId }) => ({ id: teamId }) },
  'teams.foundTeam': {
    who: ['operator'],
    input: ({ userId, organisationId }) => ({
      name: `专家服务队${(seed += 1)}`,
      kind: 'expert_team',
      regionCode: '500118',
      leadId: userId,
      leadUnitId: organisationId,
    }),
  },
  'teams.changeTeam': {
    who: ['operator'],
    input: ({ teamId, userId, organisationId }) => ({
      id: teamId,
      version,
      name: '另一个名字',
      kind: 'expert_team',
      leadId: userId,
      leadUnitId: organisationId,
    }),
  },
  'teams.endTeam': { who: ['operator'], input: ({ teamId }) => ({ id: teamId, version }) },
  'teams.findPeople': { who: signedIn, input: () => ({ q: '郁' }) },
  'teams.addMember': {
    who: ['operator', 'broker'],
    input: ({ teamId }) => ({
      id: teamId,
      kind: 'broker',
      userId: 'nobody',
      from: '2026-11-23',
    }),
  },
  'teams.endMember': {
    who: ['operator', 'broker'],
    input: ({ teamId, memberId }) => ({ id: teamId, memberId, until: '2026-10-01' }),
  },
  'teams.sendDispatch': {
    who: ['operator', 'broker'],
    input: ({ teamId, draftId }) => ({ id: teamId, needId: draftId, words }),
  },
  'teams.listMyDispatches': { who: signedIn, input: () => ({}) },
  'teams.listNeedDispatches': { who: signedIn, input: ({ needId }) => ({ id: needId }) },
  'teams.answerDispatch': {
    who: ['expert'],
    input: ({ answerId }) => ({ id: answerId, accept: false }),
  },
  'teams.recordVisit': {
    who: ['operator', 'broker', 'expert'],
    input: ({ dispatchId }) => ({
      id: dispatchId,
      visitedOn: '2026-12-31',
      place: '车间',
      people: 2,
      found: words,
      nextStep: words,
    }),
  },
  'teams.listReports': { who: signedIn, input: () => ({}) },
  'teams.getReport': {
    who: ['operator', 'broker', 'expert', 'admin'],
    input: ({ reportId }) => ({ id: reportId }),
  },
  'teams.draftReport': {
    who: ['operator', 'broker'],
    input: ({ teamId }) => ({ id: teamId }),
  },
  'teams.refreshReport': {
    who: ['broker'],
    input: ({ reportId }) => ({ id: reportId, version }),
  },
  'teams.reviseReport': {
    who: ['broker'],
    input: ({ reportId }) => ({ id: reportId, version, body: '改好的正文，十个字以上。' }),
  },
  'teams.submitReport': {
    who: ['broker'],
    input: ({ reportId }) => ({ id: reportId, version }),
  },
  'teams.returnReport': {
    who: ['operator'],
    input: ({ reportId }) => ({ id: reportId, version, words }),
  },
  'teams.approveReport': {
    who: ['operator'],
    input: ({ reportId }) => ({ id: reportId, version }),
  },
  'dockings.listDockings': {
    who: [
      'asker',
      'stranger',
      'responder',
      'expert',
      'broker',
      'otherBroker',
      'operator',
      'farOperator',
    ],
    input: () => ({}),
  },
  'dockings.getDocking': {
    who: ['asker', 'responder', 'broker', 'operator', 'admin'],
    input: ({ dockingId }) => ({ id: dockingId }),
  },
  'dockings.proposeDocking': {
    who: ['asker', 'broker', 'otherBroker', 'operator'],
    input: ({ needId, achievementId }) => ({
      needId,
      offerKind: 'achievement',
      offerId: achievementId,
    }),
  },
  'dockings.takeDocking': { who: [], input: ({ dockingId }) => ({ id: dockingId, version }) },
  'dockings.assignDocking': {
    who: ['operator'],
    input: ({ dockingId, userId }) => ({ id: dockingId, version, brokerId: userId, words }),
  },
  'dockings.listBrokers': { who: ['operator', 'farOperator'] },
  'dockings.acceptDocking': {
    who: ['responder'],
    input: ({ dockingId }) => ({ id: dockingId, version }),
  },
  'dockings.declineDocking': {
    who: ['responder'],
    input: ({ dockingId }) => ({ id: dockingId, version, reasonCode: 'capacity', words }),
  },
  'dockings.recordContact': {
    who: ['broker'],
    input: ({ dockingId }) => ({ id: dockingId, version, channel: 'phone', words }),
  },
  'dockings.recordMeeting': {
    who: ['broker'],
    input: ({ dockingId }) => ({
      id: dockingId,
      version,
      heldOn: '2026-11-20',
      place: '车间',
      people: 3,
      words,
    }),
  },
  'dockings.startNegotiation': {
    who: ['asker', 'broker'],
    input: ({ dockingId }) => ({ id: dockingId, version }),
  },
  'dockings.recordContract': {
    who: ['broker'],
    input: ({ dockingId, fileId }) => ({
      id: dockingId,
      version,
      type: 'service',
      amountFen: 100,
      technologyAmountFen: 100,
      signedOn: '2026-11-20',
      fileId,
    }),
  },
  'dockings.startDelivery': {
    who: ['responder', 'broker'],
    input: ({ dockingId }) => ({ id: dockingId, version, deliverBy: '2026-12-20' }),
  },
  'dockings.recordPayment': {
    who: ['asker', 'broker'],
    input: ({ dockingId, fileId }) => ({
      id: dockingId,
      version,
      amountFen: 100,
      paidOn: '2026-11-20',
      fileId,
    }),
  },
  'dockings.completeDocking': {
    who: ['asker'],
    input: ({ dockingId }) => ({ id: dockingId, version, words }),
  },
  'dockings.prepareRegistration': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, version, ...registrationForm }),
  },
  'dockings.recordRegistration': {
    who: ['responder', 'broker'],
    input: ({ dockingId }) => ({
      id: dockingId,
      version,
      registrationNumber: '2026500118000001',
      registeredOn: '2026-11-20',
      fileId: dockingId,
    }),
  },
  'dockings.downloadRegistration': {
    who: [...parties, 'admin'],
    input: ({ dockingId }) => ({ id: dockingId }),
  },
  'dockings.printDocking': {
    who: [...parties, 'admin'],
    input: ({ dockingId }) => ({ id: dockingId }),
  },
  'dockings.rate': {
    who: ['asker', 'responder'],
    input: ({ dockingId }) => ({ id: dockingId, reply: 5, promise: 5, again: 5, words }),
  },
  'dockings.getOrganisationRatings': {
    who: everybody,
    input: ({ organisationId }) => ({ id: organisationId }),
  },
  'dockings.planMilestones': {
    who: ['asker', 'broker'],
    input: ({ dockingId }) => ({ id: dockingId, version, milestones: [] }),
  },
  'dockings.deliver': {
    who: ['responder'],
    input: ({ dockingId }) => ({ id: dockingId, version, words }),
  },
  'dockings.acceptDelivery': {
    who: ['asker'],
    input: ({ dockingId }) => ({ id: dockingId, version }),
  },
  'dockings.returnDelivery': {
    who: ['asker'],
    input: ({ dockingId }) => ({
      id: dockingId,
      version,
      reasonCode: 'incomplete',
      words,
      againBy: '2027-01-01',
    }),
  },
  'dockings.addFiles': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, fileIds: [dockingId], words }),
  },
  'dockings.proposeMeeting': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, ...meeting }),
  },
  'dockings.changeMeeting': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId, sequence: 0, ...meeting }),
  },
  'dockings.cancelMeeting': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId, sequence: 0, words }),
  },
  'dockings.answerMeeting': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId, comes: true }),
  },
  'dockings.recordMinutes': {
    who: sides,
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId, attended: [], words }),
  },
  'dockings.confirmMinutes': {
    who: ['asker', 'responder'],
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId }),
  },
  'dockings.downloadMeeting': {
    who: [...parties, 'admin'],
    input: ({ dockingId }) => ({ id: dockingId, meetingId: dockingId }),
  },
  'dockings.endDocking': {
    who: parties,
    input: ({ dockingId }) => ({ id: dockingId, version, reasonCode: 'other', words }),
  },
  'dockings.postMessage': { who: parties, input: ({ dockingId }) => ({ id: dockingId, words }) },
  'dockings.pauseDocking': {
    who: parties,
    input: ({ dockingId }) => ({
      id: dockingId,
      version,
      reasonCode: 'test',
      words,
      until: '2026-12-01',
    }),
  },
  'dockings.resumeDocking': {
    who: parties,
    input: ({ dockingId }) => ({ id: dockingId, version }),
  },
  'dockings.remind': { who: parties, input: ({ dockingId }) => ({ id: dockingId }) },
  'dockings.downloadFile': {
    // Nobody finds a file that does not belong to the case; those with no part in it are not told so.
    who: ['asker', 'responder', 'broker', 'operator', 'admin'],
    input: ({ dockingId, fileId }) => ({ id: dockingId, fileId }),
  },
  'dockings.getFunnel': { who: everybody, input: () => ({}) },
  'files.uploadFile': {
    who: signedIn,
    input: () => ({ file: new File(['合同正文'], '合同.txt', { type: 'text/plain' }) }),
  },
  'notifications.listMyNotices': { who: signedIn, input: () => ({}) },
  'notifications.countUnread': { who: signedIn },
  'notifications.readNotices': { who: signedIn, input: ({ needId }) => ({ ids: [needId] }) },
  'notifications.readAllNotices': {
    who: signedIn,
    input: () => ({ until: '2026-11-20T00:00:00Z' }),
  },
  'notifications.listMyDeliveries': { who: signedIn, input: () => ({}) },
  'notifications.listDeliveries': {
    who: ['operator', 'farOperator', 'admin'],
    input: () => ({}),
  },
  'notifications.getMyChoices': { who: signedIn },
  'notifications.chooseNotification': {
    who: signedIn,
    input: () => ({ kind: 'candidates', frequency: 'daily' }),
  },
  'notifications.chooseMailLanguage': { who: signedIn, input: () => ({ language: 'zh-CN' }) },
  // With a link that nobody was sent: refused to nobody, and of no use to anybody (400).
  'notifications.getUnsubscription': { who: everybody, input: () => ({ token: 'x.y' }) },
  'notifications.unsubscribe': { who: everybody, input: () => ({ token: 'x.y' }) },
  'interchange.listMyImports': {
    who: ['asker', 'stranger', 'responder', 'expert', 'operator', 'farOperator'],
    input: () => ({}),
  },
  'interchange.uploadImport': {
    who: ['asker'],
    input: ({ organisationId }) => ({ kind: 'need', organisationId, file: tableFile() }),
  },
  'interchange.getImport': { who: ['operator'], input: ({ importId }) => ({ id: importId }) },
  'interchange.listBadRows': { who: ['operator'], input: ({ importId }) => ({ id: importId }) },
  'interchange.checkImport': {
    who: ['operator'],
    input: ({ importId }) => ({ id: importId, version, mapping: [] }),
  },
  'interchange.startImport': {
    who: ['operator'],
    input: ({ importId }) => ({ id: importId, version }),
  },
  'interchange.listKeys': { who: signedIn },
  'interchange.createKey': {
    who: signedIn,
    input: () => ({ name: '程序', scopes: ['exchange:read'] }),
  },
  'interchange.revokeKey': { who: ['asker'], input: ({ keyId }) => ({ id: keyId }) },
  'interchange.getCalendar': { who: signedIn },
  'interchange.renewCalendar': { who: signedIn },
  'interchange.revokeCalendar': { who: signedIn },
  'interchange.listWebhooks': { who: signedIn },
  'interchange.createWebhook': {
    who: signedIn,
    input: () => ({ name: '程序', url: 'https://hooks.example.org/', types: ['need.published'] }),
  },
  'interchange.rotateWebhook': { who: ['asker'], input: ({ webhookId }) => ({ id: webhookId }) },
  'interchange.switchWebhook': {
    who: ['asker'],
    input: ({ webhookId }) => ({ id: webhookId, on: true }),
  },
  'interchange.tryWebhook': { who: ['asker'], input: ({ webhookId }) => ({ id: webhookId }) },
  'interchange.listDeliveries': { who: ['asker'], input: ({ webhookId }) => ({ id: webhookId }) },
  'interchange.redeliver': {
    who: ['asker'],
    input: ({ webhookId, fileId }) => ({ id: webhookId, deliveryId: fileId }),
  },
  'interchange.removeWebhook': { who: ['asker'], input: ({ webhookId }) => ({ id: webhookId }) },
  'interchange.undoImport': { who: ['operator'], input: ({ importId }) => ({ id: importId }) },
  'interchange.cancelImport': { who: ['operator'], input: ({ importId }) => ({ id: importId }) },
  // Last, since they give roles to those who had none.
  'directory.registerOrganisation': {
    who: signedIn,
    input: () => ({
      name: '新登记的厂',
      kind: 'enterprise',
      uscc: inventedUscc((seed += 1)),
      regionCode: '500118',
    }),
  },
  'directory.registerExpert': {
    who: signedIn,
    input: () => ({
      name: '某人',
      title: '工程师',
      organisationName: '某所',
      research: '机床',
      regionCode: '500118',
    }),
  },
};

/** They name a file or a meeting that no case has: 404 for whoever may look for it. */
const namesAPart = new Set([
  'dockings.downloadFile',
  'dockings.downloadMeeting',
  'dockings.changeMeeting',
  'dockings.cancelMeeting',
  'dockings.answerMeeting',
  'dockings.recordMinutes',
  'dockings.confirmMinutes',
]);

const routes: string[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ path }) =>
  routes.push(path.join('.')),
);

describe('who may call what', () => {
  let test: TestApp;
  let world: World;
  const apis = {} as Record<Who, Api>;

  beforeAll(async () => {
    test = await startTestApp();
    const asker = await givenEnterprise(test);
    const responder = await givenEnterprise(test);
    const operator = await givenRole(test, 'operator');
    const broker = await givenRole(test, 'broker');
    const member = await givenAccount(test);
    const expert = await givenExpert(test);
    const admin = await givenRole(test, 'admin', '管理员', null);
    Object.assign(apis, {
      visitor: test.api(),
      member: member.api,
      asker: asker.api,
      stranger: (await givenEnterprise(test)).api,
      responder: responder.api,
      expert: expert.api,
      broker: broker.api,
      otherBroker: (await givenRole(test, 'broker')).api,
      operator: operator.api,
      farOperator: (await givenRole(test, 'operator', '外区', '500117')).api,
      admin: admin.api,
    });
    const need = await givenPublishedNeed(asker, operator);
    const achievement = await givenPublishedAchievement(responder);
    const upload = async (person: Person) =>
      (await person.api.files.uploadFile({ file: new File(['正文'], 'a.txt') })).id;
    const draftFileId = await upload(asker);
    const draft = await asker.api.exchange.draftNeed({
      organisationId: asker.organisationId,
      regionCode: '500118',
      ...heatNeed,
      attachments: [{ fileId: draftFileId }],
    });
    const confidential = await givenPublishedNeed(asker, operator);
    await asker.api.exchange.setNeedTier({
      id: confidential.id,
      version: confidential.version,
      tier: 'on_request',
    });
    const confidentialPart = { kind: 'need', id: confidential.id } as const;
    const curious = await givenEnterprise(test);
    await curious.api.exchange.askForClosedPart({ ...confidentialPart, words });
    const visit = await broker.api.exchange.recordVisit({
      organisationId: asker.organisationId,
      ...visitWords,
    });
    const { questions } = await asker.api.exchange.listDisclosures(confidentialPart);
    const achievementFileId = await upload(responder);
    const { title, abstract, keywords, regionCode, trl } = achievement;
    await responder.api.exchange.reviseAchievement({
      id: achievement.id,
      version: achievement.version,
      title,
      abstract,
      keywords,
      regionCode,
      trl,
      coopModes: ['技术服务', '技术许可'],
      attachments: [{ fileId: achievementFileId }],
    });
    await test.settle();
    const candidates = await asker.api.matching.matchNeed({ id: need.id });
    const ask = await test.api().matching.ask({ text: heatNeed.description });
    const docking = await broker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
    });
    const file = await broker.api.files.uploadFile({ file: new File(['正文'], 'a.txt') });
    const grant = await admin.api.identity.grantRole({
      userId: member.userId,
      role: 'expert',
      regionCode: '500118',
      from: '2027-01-01',
      until: null,
    });
    const key = await asker.api.interchange.createKey({ name: '键', scopes: ['exchange:read'] });
    const webhook = await asker.api.interchange.createWebhook({
      name: '钩',
      url: 'https://hooks.example.org/',
      types: ['need.published'],
    });
    const imported = await operator.api.interchange.uploadImport({
      kind: 'need',
      file: tableFile(),
    });
    const carrier = await operator.api.directory.enterOrganisation({
      name: '永川众创空间',
      kind: 'carrier',
      carrierType: 'maker_space',
      regionCode: '500118',
    });
    await operator.api.directory.addCarrierMember({
      id: carrier.id,
      organisationId: responder.organisationId,
      fromDay: '2026-11-01',
    });
    const evidence = await member.api.files.uploadFile({ file: new File(['凭证'], 'a.txt') });
    const claim = await member.api.people.submitClaim({
      subjectType: 'organisation',
      subjectId: carrier.id,
      words,
      fileId: evidence.id,
    });
    const facility = await asker.api.facilities.enterFacility({
      organisationId: asker.organisationId,
      ...facilityWords,
    });
    const booking = await member.api.facilities.requestBooking({
      facilityId: facility.id,
      startsAt: '2026-11-30T01:00:00Z',
      endsAt: '2026-11-30T03:00:00Z',
      purpose: words,
    });
    const team = await operator.api.teams.foundTeam({
      name: '装备制造专家服务队',
      kind: 'expert_team',
      regionCode: '500118',
      leadId: broker.userId,
      leadUnitId: responder.organisationId,
    });
    const { memberList } = await operator.api.teams.addMember({
      id: team.id,
      kind: 'expert',
      expertId: expert.expertId,
      from: '2026-11-01',
    });
    const sent = await operator.api.teams.sendDispatch({ id: team.id, needId: need.id, words });
    const report = await operator.api.teams.draftReport({ id: team.id });
    const deputy = await givenRole(test, 'broker', '代办人');
    const away = await broker.api.leaves.enterLeave({
      deputyId: deputy.userId,
      from: '2027-03-01',
      until: '2027-03-02',
    });
    world = {
      leaveId: away.leaves[0]!.id,
      teamId: team.id,
      memberId: memberList[0]!.id,
      dispatchId: sent.id,
      answerId: sent.members[0]!.id,
      reportId: report.id,
      carrierId: carrier.id,
      claimId: claim.id,
      facilityId: facility.id,
      bookingId: booking.id,
      needId: need.id,
      draftId: draft.id,
      achievementId: achievement.id,
      expertId: expert.expertId,
      organisationId: asker.organisationId,
      responderOrganisationId: responder.organisationId,
      dockingId: docking.id,
      fileId: file.id,
      draftFileId,
      confidentialId: confidential.id,
      visitId: visit.id,
      disclosureId: questions[0]!.id,
      achievementFileId,
      askId: ask.askId!,
      needAskId: candidates.askId!,
      grantId: grant.id,
      userId: member.userId,
      importId: imported.id,
      keyId: key.id,
      webhookId: webhook.id,
    };
  });
  afterAll(() => test.close());

  it('is agreed for every route', () => {
    expect(Object.keys(agreement).sort()).toEqual(routes.sort());
  });

  it.each(Object.keys(agreement))('%s', async (route) => {
    const { who, input } = agreement[route]!;
    const [module = '', name = ''] = route.split('.');
    const answers: Record<string, string> = {};
    for (const person of people) {
      const call = (apis[person] as never)[module][name] as (given?: unknown) => Promise<unknown>;
      const status = await call(input?.(world)).then(
        () => 200,
        (error: { status?: number }) => error.status ?? 0,
      );
      const hidden = status === 404 && !namesAPart.has(route);
      const refused = status === 401 || status === 403 || hidden;
      answers[person] =
        status === 0 || status >= 500 ? `failed ${status}` : refused ? 'refused' : 'allowed';
      if (person === 'visitor' && refused && !hidden) expect(status).toBe(401);
    }
    expect(answers).toEqual(
      Object.fromEntries(
        people.map((person) => [person, who.includes(person) ? 'allowed' : 'refused']),
      ),
    );
  });
});
