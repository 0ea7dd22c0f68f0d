import type { Manifest, ModuleParts, Platform } from '../../platform/platform.ts';
import { exchangePolicy } from './domain/exchange.policy.ts';
import { exchangeMessages } from './i18n/reasons.ts';
import { disclosureMails, disclosureNotice } from './server/disclosure-mail.ts';
import { keepNeedClock } from './server/keep-need-clock.ts';
import { checkConfirmationsJob } from './server/confirm-listings.ts';
import { confirmationMails, confirmationNotice } from './server/confirmation-mail.ts';
import { visitMails, visitNotice } from './server/visit-mail.ts';
import { needMails, needNotices } from './server/need-mail.ts';
import { achievementRetrieval, needRetrieval } from './server/retrieval.ts';

export const exchangeManifest: Manifest = {
  name: 'exchange',
  rules: exchangePolicy,
  messages: exchangeMessages,
  notices: [...needNotices, disclosureNotice, confirmationNotice, visitNotice],
};

export const buildExchange = (platform: Platform): ModuleParts => ({
  subscribers: [
    needMails(platform),
    disclosureMails(platform),
    confirmationMails(platform),
    visitMails(platform),
  ],
  jobs: [checkConfirmationsJob(platform)],
  clocks: [
    {
      subjectType: 'need',
      keep: (request, id) => platform.runCommand(request, keepNeedClock, { id }),
    },
  ],
  retrieval: [achievementRetrieval, needRetrieval],
});
