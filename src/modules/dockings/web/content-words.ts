import { defineMessages } from '../../../ui/i18n/messages.ts';
import content from '../i18n/case-content.zh-CN.ts';
import registration from '../i18n/registration.zh-CN.ts';

/** Meetings, milestones, papers, files and ratings of a case. */
export const contentWords = defineMessages(
  'case-content',
  content,
  () => import('../i18n/case-content.en.ts'),
);

/** What the form of registration calls things; the printed sheet says the same. */
export const registrationWords = defineMessages(
  'registration',
  registration,
  () => import('../i18n/registration.en.ts'),
);
