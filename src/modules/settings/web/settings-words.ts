import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/web.zh-CN.ts';

export const settingsWords = defineMessages('settings', zhCN, () => import('../i18n/web.en.ts'));
