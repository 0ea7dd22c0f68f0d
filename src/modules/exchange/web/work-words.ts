import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/work.zh-CN.ts';

export const workWords = defineMessages('exchangeWork', zhCN, () => import('../i18n/work.en.ts'));
