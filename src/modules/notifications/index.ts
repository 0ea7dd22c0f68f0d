export { failQueuedMails } from './server/deliveries.ts';
export { createKinds } from './server/kinds.ts';
export { createNotices } from './server/write-notices.ts';
export { personalNotices } from './server/personal-data.ts';
