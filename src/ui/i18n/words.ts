import { defineMessages } from './messages.ts';
import zhCN from './zh-CN.ts';

/** The words that all pages share. */
export const words = defineMessages('ui', zhCN, () => import('./en.ts'));
