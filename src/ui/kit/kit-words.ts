import { defineMessages } from '../i18n/messages.ts';
import zhCN from './zh-CN.ts';

export const kitWords = defineMessages('kit', zhCN, () => import('./en.ts'));
