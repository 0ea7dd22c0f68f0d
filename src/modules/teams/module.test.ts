import fs from 'node:fs';
import { expect, it } from 'vitest';
import { workflowDiagram } from '../../kernel/workflow.ts';
import { platformMessages } from '../../platform/i18n/messages.ts';
import { reportWorkflow } from './domain/report.workflow.ts';
import { teamPolicy } from './domain/team.policy.ts';
import { teamsManifest } from './module.ts';

const place = new URL('./server/', import.meta.url);
const sources = fs
  .readdirSync(place)
  .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
  .map((name) => fs.readFileSync(new URL(name, place), 'utf8'));
/** Every code that a refusal or an error of this module can carry. */
const codes = [
  ...sources.flatMap((text) =>
    [...text.matchAll(/(?:code: |invalid\()'([a-z_.]+)'/g)].map((found) => found[1]!),
  ),
  ...sources.flatMap((text) =>
    [...text.matchAll(/notFound\('([a-z]+)'\)/g)].map((found) => `not_found.${found[1]!}`),
  ),
  ...teamPolicy.map((rule) => rule.otherwise),
];

it.each(['zh-CN', 'en'] as const)('has words in %s for every reason it gives', (language) => {
  const words = { ...platformMessages[language], ...teamsManifest.messages[language] };
  expect(codes.length).toBeGreaterThan(20);
  expect(codes.filter((code) => !(code in words))).toEqual([]);
});

it('fills the same values into both languages', () => {
  const slots = (text: string | undefined) => new Set(text?.match(/\{\w+\}/g));
  const { 'zh-CN': chinese, en } = teamsManifest.messages;
  for (const code of Object.keys(chinese)) {
    expect([code, slots(en[code])]).toEqual([code, slots(chinese[code])]);
  }
});

it('draws the states of a report in its README as the workflow has them', () => {
  const readme = fs.readFileSync(new URL('./README.md', import.meta.url), 'utf8');
  expect(readme).toContain(workflowDiagram(reportWorkflow));
});
