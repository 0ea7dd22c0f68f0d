import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/funnel.zh-CN.ts';

export const funnelWords = defineMessages('funnel', zhCN, () => import('../i18n/funnel.en.ts'));
