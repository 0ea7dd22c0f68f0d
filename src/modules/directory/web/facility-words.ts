import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/facilities.zh-CN.ts';

export const facilityWords = defineMessages(
  'facilities',
  zhCN,
  () => import('../i18n/facilities.en.ts'),
);
