import type { Answer, Match } from '../modules/matching/contract.ts';

type Reason = Match['reasons'][number];

const VERDICT = { yes: '● 相符', near: '◐ 相近', part: '◒ 部分', none: '○ 未说明', no: '✕ 不符' };
const KIND = {
  phrase: '说法',
  metric: '指标',
  budget: '预算',
  maturity: '成熟',
  cooperation: '方式',
  region: '远近',
  industry: '行业',
};

const NOTICE: Record<Answer['notices'][number], string> = {
  'embeddings.away': '语义服务这会儿连不上，这一次只按本机的方法排。',
  'reranker.away': '重排服务这会儿连不上，这一次的名次没有经它复核。',
};

/** An answer for the terminal, with the same beads and reasons as the pages. */
export function printAnswer(answer: Omit<Answer, 'askId'>): string {
  const lines = [
    ...answer.notices.map((notice) => NOTICE[notice]),
    `读过公开成果 ${answer.read.achievements} 项、专家 ${answer.read.experts} 位。`,
    '',
  ];
  if (answer.matches.length === 0) {
    lines.push('没有对得上的。多说一句：什么东西、什么现象、现在多少、想要多少。', '');
  }
  for (const match of answer.matches) lines.push(...printMatch(match), '');
  if (answer.nearMisses.length > 0) {
    lines.push('差一点的', '');
    for (const match of answer.nearMisses) lines.push(...printMatch(match), '');
  }
  return lines.join('\n').trimEnd();
}

function printMatch(match: Match): string[] {
  const isAchievement = match.kind === 'achievement';
  const about = [
    isAchievement ? '成果' : '专家',
    isAchievement ? match.organisationName : match.fields.research,
    match.regionName,
    match.trl === null ? '' : `成熟度 ${match.trl} 级`,
  ];
  return [
    isAchievement
      ? `${match.rank}. ${match.title}`
      : `${match.rank}. ${match.title}　${match.position}，${match.organisationName}`,
    `   ${about.filter(Boolean).join('　')}`,
    ...match.reasons.map(
      (reason) => `   ${VERDICT[reason.verdict]}　${KIND[reason.kind]}　${said(reason)}`,
    ),
    ...match.against.map((reason) => `   不利：${KIND[reason.kind]}　${said(reason)}`),
  ];
}

function said({ wanted, offered, note }: Reason): string {
  const both = [wanted, offered].filter(Boolean).join(' ↔ ');
  if (both) return both;
  if (note?.code === 'phrase.near-by-model') {
    return `语言模型读来意思相近（${String(note.params?.closeness)}/100）`;
  }
  return note?.code === 'phrase.too-little-in-common' ? '两边能对上的还不够多' : '没有写';
}
