import fs from 'node:fs';
import { expect, it } from 'vitest';
import { workflowDiagram } from '../../kernel/workflow.ts';
import { achievementWorkflow } from './domain/achievement.workflow.ts';
import { needWorkflow } from './domain/need.workflow.ts';

const readme = fs.readFileSync(new URL('./README.md', import.meta.url), 'utf8');

it.each([
  ['a need', workflowDiagram(needWorkflow)],
  ['an achievement', workflowDiagram(achievementWorkflow)],
])('draws the states of %s in the README as they are', (_what, diagram) => {
  expect(readme).toContain(`\`\`\`mermaid\n${diagram}\`\`\``);
});

it('says in the README how long each state of a need may take, and where that is set', () => {
  for (const { due } of Object.values(needWorkflow.states)) {
    if (!due) continue;
    expect(readme).toMatch(new RegExp(`\\| ${due.workingDays}[^|]*\\(\`${due.setting}\`\\)`));
  }
});
