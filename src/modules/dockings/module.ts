import type { Messages } from '../../platform/i18n/languages.ts';
import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { dockingPolicy } from './domain/docking.policy.ts';
import * as contentEn from './i18n/content.en.ts';
import * as contentZh from './i18n/content.zh-CN.ts';
import * as en from './i18n/en.ts';
import printEn from './i18n/print.en.ts';
import printZh from './i18n/print.zh-CN.ts';
import registrationEn from './i18n/registration.en.ts';
import registrationZh from './i18n/registration.zh-CN.ts';
import webEn from './i18n/web.en.ts';
import webZh from './i18n/web.zh-CN.ts';
import * as zh from './i18n/zh-CN.ts';
import { dockingMails, dockingNotices } from './server/docking-mail.ts';
import { keepDockingClock } from './server/keep-clock.ts';
import { meetingMails } from './server/meeting-mail.ts';

type PrintedGroup = 'did' | 'side' | 'reason' | 'returnReason' | 'status' | 'contractType';
type Printed = Record<PrintedGroup, Record<string, string>>;

/** Words in groups as the messages of a catalog: `docking.registration.nature.enterprise`. */
const messagesIn = (prefix: string, groups: Record<string, Record<string, string>>): Messages =>
  Object.fromEntries(
    Object.entries(groups).flatMap(([group, words]) =>
      Object.entries(words).map(([code, text]) => [`${prefix}.${group}.${code}`, text]),
    ),
  );

/** The words of the page that the printed case has in common with it. */
const printedWords = ({ did, side, reason, returnReason, status, contractType }: Printed) => ({
  did,
  side,
  reason,
  returnReason,
  status,
  contractType,
});

export const dockingsManifest: Manifest = {
  name: 'dockings',
  rules: dockingPolicy,
  messages: {
    'zh-CN': {
      ...zh.reasons,
      ...zh.mails,
      ...contentZh.contentReasons,
      ...contentZh.contentMails,
      ...messagesIn('docking.registration', registrationZh),
      ...messagesIn('docking.print', { text: printZh }),
      ...messagesIn('docking.words', printedWords(webZh)),
    },
    en: {
      ...en.reasons,
      ...en.mails,
      ...contentEn.contentReasons,
      ...contentEn.contentMails,
      ...messagesIn('docking.registration', registrationEn),
      ...messagesIn('docking.print', { text: printEn }),
      ...messagesIn('docking.words', printedWords(webEn)),
    },
  },
  notices: dockingNotices,
};

export const buildDockings = (platform: Platform): ModuleParts => ({
  subscribers: [dockingMails(platform), meetingMails(platform)],
  clocks: [
    {
      subjectType: 'docking',
      keep: (request, id) => platform.runCommand(request, keepDockingClock, { id }),
    },
  ],
});
