import { formatMoney } from '../../../kernel/money.ts';
import type { Language, Text } from '../../../ui/i18n/messages.ts';
import type zhCN from '../i18n/web.zh-CN.ts';
import type { DockingStatus } from '../domain/docking.workflow.ts';
import type { DockingSummary } from './queries.ts';

export type DockingText = Text<typeof zhCN>;

type OpenStatus = Exclude<DockingStatus, 'declined' | 'completed' | 'failed'>;

const isOpen = (status: DockingStatus): status is OpenStatus =>
  status !== 'declined' && status !== 'completed' && status !== 'failed';

/** What the one whose turn it is has to do; empty once a case has ended. */
export function taskText(
  t: DockingText,
  docking: Pick<DockingSummary, 'status' | 'turn' | 'brokerName'>,
): string {
  if (!isOpen(docking.status)) return '';
  if (docking.turn === 'broker' && docking.brokerName === null) return t('task.unbrokered');
  return t(`task.${docking.status}`);
}

/** `48万元` with the thin gap that Chinese typesetting wants; English in full yuan. */
export const moneyText = (fen: number, language: Language): string =>
  formatMoney(fen, language).replace(/(\d)(?=[元万亿])/u, '$1 ');

/** The shared words for a code of this module, such as a reason or a type of contract; the code itself when unknown. */
export const wordFor = (t: DockingText, group: string, code: string): string => {
  const key = `${group}.${code}`;
  const said = (t as (key: string) => string)(key);
  return said === key ? code : said;
};

/** “the system” at the beginning of an English sentence. */
export const sentenceStart = (name: string): string => name.replace(/^the /, 'The ');
