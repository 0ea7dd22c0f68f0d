import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/zh-CN.ts';

export const exchangeWords = defineMessages('exchange', zhCN, () => import('../i18n/en.ts'));
