import fs from 'node:fs';
import { expect, it } from 'vitest';
import { workflowDiagram } from '../../kernel/workflow.ts';
import { platformMessages } from '../../platform/i18n/messages.ts';
import { bookingWorkflow } from './domain/booking.workflow.ts';
import { claimWorkflow } from './domain/claim.workflow.ts';
import { directoryPolicy } from './domain/directory.policy.ts';
import { organisationWorkflow } from './domain/entry.workflow.ts';
import { directoryManifest } from './module.ts';
import { mailedEvents } from './server/directory-mail.ts';

const sources = ['domain', 'server'].flatMap((folder) => {
  const place = new URL(`./${folder}/`, import.meta.url);
  return fs
    .readdirSync(place)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => fs.readFileSync(new URL(name, place), 'utf8'));
});
/** Every code that a refusal, an error or a mail of this module can carry. */
const codes = [
  ...sources.flatMap((text) => [...text.matchAll(/code: '([a-z_.]+)'/g)].map((found) => found[1]!)),
  ...sources.flatMap((text) =>
    [...text.matchAll(/notFound\('([a-z_]+)'\)/g)].map((found) => `not_found.${found[1]!}`),
  ),
  ...['length', 'alphabet', 'check'].flatMap((problem) => [
    `organisation.uscc_${problem}`,
    `expert.orcid_${problem}`,
  ]),
  ...['order', 'overlap', 'short'].map((problem) => `facility.opening_${problem}`),
  ...directoryPolicy.map((rule) => rule.otherwise),
  ...mailedEvents.flatMap((event) => [
    `directory.mail.${event}.subject`,
    `directory.mail.${event}.text`,
  ]),
];

it.each(['zh-CN', 'en'] as const)('has words in %s for every reason it gives', (language) => {
  const words = { ...platformMessages[language], ...directoryManifest.messages[language] };
  expect(codes.length).toBeGreaterThan(60);
  expect(codes.filter((code) => !(code in words))).toEqual([]);
});

it('fills the same values into both languages', () => {
  const slots = (text: string | undefined) => new Set(text?.match(/\{\w+\}/g));
  const { 'zh-CN': chinese, en } = directoryManifest.messages;
  expect(Object.keys(en).sort()).toEqual(Object.keys(chinese).sort());
  for (const code of Object.keys(chinese)) {
    expect([code, slots(en[code])]).toEqual([code, slots(chinese[code])]);
  }
});

const readme = fs.readFileSync(new URL('./README.md', import.meta.url), 'utf8');

it.each([
  ['an entry', workflowDiagram(organisationWorkflow)],
  ['a claim', workflowDiagram(claimWorkflow)],
  ['a booking', workflowDiagram(bookingWorkflow)],
])('draws the states of %s in the README as they are', (_what, diagram) => {
  expect(readme).toContain(`\`\`\`mermaid\n${diagram}\`\`\``);
});
