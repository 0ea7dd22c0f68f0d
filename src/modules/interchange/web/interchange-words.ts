import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/zh-CN.ts';

export const interchangeWords = defineMessages('interchange', zhCN, () => import('../i18n/en.ts'));
