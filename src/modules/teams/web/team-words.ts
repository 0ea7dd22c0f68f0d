import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/web.zh-CN.ts';

export const teamWords = defineMessages('teams', zhCN, () => import('../i18n/web.en.ts'));
