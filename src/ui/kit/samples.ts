import type { Tick } from '../case/due.ts';
import type { TimelineEntry } from '../case/CaseTimeline.tsx';
import type { Stage } from '../case/CaseStages.tsx';
import type { TextMark } from '../reading/marks.ts';
import type { ReasonLine } from '../reading/reason.ts';

/** Invented throughout, and fixed in time, so that two looks at the page show the same. */
export const now = new Date('2026-11-20T02:00:00Z');

export const askedText =
  '泵一开车间就震得桌上的水杯移位，联轴器换过两个还是一样。转速到1450附近最厉害，过去又好些。不能停产超过半天，想把振动压到2.8毫米每秒以下。';

const markOn = (text: string, words: string, style: TextMark['style'], pair?: number): TextMark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, style, pair };
};

export const askedMarks: TextMark[] = [
  markOn(askedText, '1450附近最厉害', 'near', 1),
  markOn(askedText, '联轴器换过两个', 'near', 2),
  markOn(askedText, '不能停产超过半天', 'read', 3),
  markOn(askedText, '2.8毫米每秒以下', 'met', 4),
];

export const reasons: ReasonLine[] = [
  { kind: 'metric', verdict: 'yes', wanted: '≤ 2.8 mm/s', offered: '1.9 mm/s', pair: 4 },
  { kind: 'phrase', verdict: 'near', wanted: '1450附近最厉害', offered: '临界转速共振', pair: 1 },
  { kind: 'phrase', verdict: 'near', wanted: '联轴器换过两个', offered: '轴系不对中', pair: 2 },
  { kind: 'phrase', verdict: 'none', wanted: '不能停产超过半天', offered: null, pair: 3 },
  { kind: 'budget', verdict: 'part', wanted: '20 万元以内', offered: '18–26 万元' },
  { kind: 'maturity', verdict: 'yes', wanted: '7 级以上', offered: '8 级' },
  { kind: 'cooperation', verdict: 'no', wanted: '技术服务', offered: '只做合作开发' },
  { kind: 'region', verdict: 'yes', wanted: '永川', offered: '重庆，同市' },
];

export const against: ReasonLine[] = [
  { kind: 'budget', verdict: 'part', wanted: '20 万元以内', offered: '最高 26 万元' },
  { kind: 'phrase', verdict: 'none', wanted: '不能停产超过半天', offered: null },
];

/** p past, n today, r left, o overdue; a capital letter is a day off. */
export function ticksOf(pattern: string, first: string): Tick[] {
  const states = { p: 'past', n: 'today', r: 'left', o: 'overdue' } as const;
  return [...pattern.matchAll(/[pnro]/gi)].map(([letter], at) => {
    const date = new Date(`${first}T00:00:00Z`);
    date.setUTCDate(date.getUTCDate() + at);
    return {
      date: date.toISOString().slice(0, 10),
      state: states[letter.toLowerCase() as keyof typeof states],
      working: letter === letter.toLowerCase(),
    };
  });
}

export const dueSamples: { id: string; ticks: Tick[]; dueAt: string }[] = [
  { id: 'ample', ticks: ticksOf('pnRRrrrr', '2026-11-19'), dueAt: '2026-11-26T10:00:00Z' },
  { id: 'few', ticks: ticksOf('pnRRrrr', '2026-11-19'), dueAt: '2026-11-25T10:00:00Z' },
  { id: 'today', ticks: ticksOf('ppn', '2026-11-18'), dueAt: '2026-11-20T10:00:00Z' },
  { id: 'overdue', ticks: ticksOf('pppoo', '2026-11-16'), dueAt: '2026-11-18T10:00:00Z' },
  {
    id: 'long',
    ticks: ticksOf('ppppnRRrrrrrRRrrrrrRRrrrrr', '2026-11-16'),
    dueAt: '2026-12-11T10:00:00Z',
  },
];

export const stages: Stage[] = [
  { id: 'proposed', name: '提出', state: 'done', note: '11月2日' },
  { id: 'accepted', name: '接受', state: 'done', note: '11月4日' },
  { id: 'contacted', name: '联系', state: 'done', note: '11月5日' },
  { id: 'met', name: '见面', state: 'done', note: '11月12日' },
  { id: 'negotiating', name: '洽谈', state: 'current', note: '第 6 个工作日' },
  { id: 'contracted', name: '签约', state: 'ahead' },
  { id: 'delivering', name: '履约', state: 'ahead' },
  { id: 'completed', name: '完成', state: 'ahead' },
];

export const endedStages: Stage[] = [
  { id: 'proposed', name: '提出', state: 'done', note: '11月2日' },
  { id: 'accepted', name: '接受', state: 'done', note: '11月4日' },
  { id: 'declined', name: '没有成', state: 'failed', note: '11月9日' },
];

export const timeline: TimelineEntry[] = [
  { id: '5', at: '2026-11-20T01:42:00Z', bead: 'near', actor: '系统', text: '提醒对方：期限过半' },
  {
    id: '4',
    at: '2026-11-18T08:20:00Z',
    actor: '示例经理人',
    text: '发出合同草案第 2 版',
    files: [{ id: 'f', name: '技术服务合同-草案2.docx', href: '#file', note: '48 KB' }],
    detail: '技术服务合同，18 万元',
  },
  {
    id: '3',
    at: '2026-11-16T03:05:00Z',
    actor: '示例企业',
    speech: '夜班三点以后车间没人，能不能那时候装传感器？白天这条线停不下来。',
  },
  {
    id: '2',
    at: '2026-11-04T09:31:00Z',
    actor: '示例专家',
    text: '接受对接',
    detail: '用时 2 个工作日，限 3 个',
  },
  { id: '1', at: '2026-11-02T02:08:00Z', actor: '示例经理人', text: '提出对接' },
];

export const funnel = [
  { id: 'shown', label: '看到候选', count: 1240 },
  { id: 'opened', label: '打开细看', count: 386 },
  { id: 'contacted', label: '联系对方', count: 97 },
  { id: 'met', label: '见了面', count: 41 },
  { id: 'contracted', label: '签了合同', count: 9 },
  { id: 'paid', label: '付了款', count: 0 },
];
