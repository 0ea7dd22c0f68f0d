import { defineMessages } from '../../../ui/i18n/messages.ts';
import zhCN from '../i18n/zh-CN.ts';

export const matchingWords = defineMessages('matching', zhCN, () => import('../i18n/en.ts'));

type CueName = keyof typeof zhCN.asked.cue;

/** Whether there is a word for what the domain went by. */
export const isCueName = (name: string): name is CueName => Object.hasOwn(zhCN.asked.cue, name);
