import {
  all,
  allow,
  always,
  any,
  decide,
  definePolicy,
  inMyRegion,
  is,
  mine,
  not,
  visitor,
} from '../../../kernel/policy.ts';
import type { NeedStatus } from './need.workflow.ts';

/** Ways to work together, as they are written on offers and needs. */
export const cooperationModes = [
  '技术服务',
  '技术转让',
  '技术许可',
  '技术咨询',
  '合作开发',
  '委托开发',
  '软件授权',
  '整机销售',
  '产品供货',
  '工程总包',
  '来料加工',
  '合同能源管理',
  '作价入股',
] as const;

const ours = mine('organisationId', 'organisationIds');
// Merging judges both listings at once: the one that ends, and the one it ends in.
const bothOurs = all(ours, mine('intoOrganisationId', 'organisationIds'));
const bothInMyRegion = all(inMyRegion(), inMyRegion('intoRegionCode'));
// What anybody may read: published once and not taken back. An ended need stays readable, so that
// links in cases keep working; one that ended before it was published never becomes public.
// One that nobody confirmed for too long is hidden until its owner does.
const openNeed = all(
  not(is('publishedAt', null)),
  is('status', 'published', 'in_docking', 'closed'),
  is('lapsedAt', null),
);

const publicNeed = allow('need.read').to('visitor').when(openNeed, 'need.not_public');
const publicPolicy = definePolicy([publicNeed]);

/** Whether everybody may read it. */
export const isPublicNeed = (need: {
  status: NeedStatus;
  publishedAt: Date | null;
  lapsedAt: Date | null;
}): boolean => decide(publicPolicy, publicNeed.action, visitor, need).allowed;
// An achievement that ended in another while it was public stays readable, to say where it went.
const openAchievement = any(
  all(is('status', 'published'), is('lapsedAt', null)),
  all(is('status', 'merged'), not(is('publishedAt', null))),
);

const publicAchievement = allow('achievement.read')
  .to('visitor')
  .when(openAchievement, 'achievement.not_public');
const publicAchievements = definePolicy([publicAchievement]);

/** Whether everybody may read it. */
export const isPublicAchievement = (achievement: {
  status: string;
  publishedAt: Date | null;
  lapsedAt: Date | null;
}): boolean => decide(publicAchievements, publicAchievement.action, visitor, achievement).allowed;

// Closed parts of listings of both kinds. The record says whether everybody may read the open text
// (`isPublic`), and whether the owner lets this person see more (`consented`).
const closedPartPolicy = [
  allow('closed-part.open')
    .to('visitor')
    .when(
      all(is('isPublic', true), any(is('tier', 'public'), is('consented', true))),
      'disclosure.closed',
    ),
  allow('closed-part.open')
    .to('enterprise', 'expert', 'broker', 'operator', 'admin')
    .when(all(is('isPublic', true), is('tier', 'members')), 'disclosure.closed'),
  allow('closed-part.open').to('enterprise', 'expert').when(ours, 'disclosure.closed'),
  allow('closed-part.open').to('operator', 'admin').when(inMyRegion(), 'disclosure.closed'),
  allow('closed-part.ask')
    .to('enterprise', 'expert', 'broker')
    .when(all(is('isPublic', true), is('tier', 'on_request')), 'disclosure.not_asked'),
  allow('closed-part.oversee')
    .to('enterprise', 'expert')
    .when(ours, 'policy.not_your_organisation'),
  allow('closed-part.oversee').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  ...['consent', 'refuse', 'revoke'].map((step) =>
    allow(`closed-part.${step}`)
      .to('enterprise', 'expert')
      .when(ours, 'policy.not_your_organisation'),
  ),
  allow('closed-part.mine').to('enterprise', 'expert').when(always),
];

/** Published, and not hidden for want of a confirmation: what lists, searching and matching take. */
export const isListed = (listing: { status: string; lapsedAt: Date | null }): boolean =>
  listing.status === 'published' && listing.lapsedAt === null;

const visitPolicy = [
  allow('visit.read').to('operator', 'broker', 'admin').when(inMyRegion(), 'policy.other_region'),
  allow('visit.read').to('enterprise').when(ours, 'policy.not_your_organisation'),
  ...['record', 'revise', 'draft-need'].map((step) =>
    allow(`visit.${step}`).to('operator', 'broker').when(inMyRegion(), 'policy.other_region'),
  ),
];

export const exchangePolicy = [
  ...closedPartPolicy,
  ...visitPolicy,
  allow('need.confirm').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('achievement.confirm')
    .to('enterprise', 'expert')
    .when(ours, 'policy.not_your_organisation'),
  allow('listing.follow-confirmation').to('system').when(always),
  publicNeed,
  allow('need.read').to('enterprise', 'expert').when(ours),
  allow('need.read').to('broker').when(openNeed, 'need.not_public'),
  allow('need.read').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  allow('need.read-versions').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.read-versions').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  allow('need.draft').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.revise').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.set-tier').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.submit').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.triage').to('operator').when(always),
  allow('need.publish').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('need.return').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('need.close').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.close').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('need.merge').to('enterprise').when(bothOurs, 'policy.not_your_organisation'),
  allow('need.merge').to('operator').when(bothInMyRegion, 'policy.other_region'),
  allow('need.compare').to('enterprise', 'operator').when(always),
  allow('need.follow-docking').to('system').when(always),
  allow('need.pause').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.pause').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('need.resume').to('enterprise').when(ours, 'policy.not_your_organisation'),
  allow('need.resume').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('need.keep-clock').to('system').when(always),
  allow('need.mine').to('enterprise').when(always),

  publicAchievement,
  allow('achievement.read').to('enterprise', 'expert').when(ours),
  allow('achievement.read').to('operator', 'admin').when(inMyRegion(), 'policy.other_region'),
  allow('achievement.read-versions')
    .to('enterprise', 'expert')
    .when(ours, 'policy.not_your_organisation'),
  allow('achievement.read-versions')
    .to('operator', 'admin')
    .when(inMyRegion(), 'policy.other_region'),
  allow('achievement.draft').to('enterprise', 'expert').when(ours, 'policy.not_your_organisation'),
  allow('achievement.revise').to('enterprise', 'expert').when(ours, 'policy.not_your_organisation'),
  allow('achievement.publish')
    .to('enterprise', 'expert')
    .when(ours, 'policy.not_your_organisation'),
  allow('achievement.withdraw')
    .to('enterprise', 'expert')
    .when(ours, 'policy.not_your_organisation'),
  allow('achievement.withdraw').to('operator').when(inMyRegion(), 'policy.other_region'),
  allow('achievement.merge')
    .to('enterprise', 'expert')
    .when(bothOurs, 'policy.not_your_organisation'),
  allow('achievement.merge').to('operator').when(bothInMyRegion, 'policy.other_region'),
  allow('achievement.compare').to('enterprise', 'expert', 'operator').when(always),
  allow('achievement.mine').to('enterprise', 'expert').when(always),
];
