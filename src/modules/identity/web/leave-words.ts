import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/leave.web.zh-CN.ts';

export const leaveWords = defineMessages('leave', zhCN, () => import('../i18n/leave.web.en.ts'));
