import type { Answer, Match } from '../modules/matching/contract.ts';

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

/** An answer for the terminal, with the same beads and reasons as the pages. */
export function printAnswer(answer: Omit<Answer, 'askId'>): string {
  const lines = [
    `读过公开成果 ${answer.read.achievements} 项、专家 ${answer.read.experts} 位。`,
    '',
  ];
  if (answer.matches.length === 0) {
    lines.push('没有对得上的。多说一句：什么东西、什么现象、现在多少、想要多少。');
  }
  for (const match of answer.matches) lines.push(...printMatch(match), '');
  if (answer.nearMisses.length > 0) {
    lines.push('差一点的', '');
    for (const match of answer.nearMisses) lines.push(...printMatch(match), '');
  }
  return lines.join('\n').trimEnd();
}

function printMatch(match: Match): string[] {
  const head =
    match.kind === 'achievement'
      ? `${match.rank}. ${match.title}`
      : `${match.rank}. ${match.title}　${match.position}，${match.organisationName}`;
  const about = [
    match.kind === 'achievement' ? '成果' : '专家',
    match.kind === 'achievement' ? match.organisationName : match.fields.research,
    match.regionName,
    match.trl === null ? '' : `成熟度 ${match.trl} 级`,
  ];
  return [
    head,
    `   ${about.filter(Boolean).join('　')}`,
    ...match.reasons.map(
      (reason) =>
        `   ${VERDICT[reason.verdict]}　${KIND[reason.kind]}　${[reason.wanted, reason.offered].filter(Boolean).join(' ↔ ')}`,
    ),
    ...match.against.map(
      (reason) =>
        `   不利：${KIND[reason.kind]}　${[reason.wanted, reason.offered].filter(Boolean).join(' ↔ ')}`,
    ),
  ];
}
