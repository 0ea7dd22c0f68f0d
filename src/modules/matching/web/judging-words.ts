import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/judging.zh-CN.ts';

export const judgingWords = defineMessages('judging', zhCN, () => import('../i18n/judging.en.ts'));
