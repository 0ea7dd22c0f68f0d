import fs from 'node:fs';
import { expect, it } from 'vitest';
import { platformMessages } from '../../platform/i18n/messages.ts';
import { dockingPolicy } from './domain/docking.policy.ts';
import { dockingWorkflow } from './domain/docking.workflow.ts';
import { dockingsManifest } from './module.ts';

const sources = ['domain', 'server'].flatMap((folder) => {
  const place = new URL(`./${folder}/`, import.meta.url);
  return fs
    .readdirSync(place)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => fs.readFileSync(new URL(name, place), 'utf8'));
});
/** Every code that a refusal or an error of this module can carry. */
const codes = [
  ...sources.flatMap((text) =>
    [...text.matchAll(/(?:code: |requirePast\(.+, )'([a-z_.]+)'/g)].map((found) => found[1]!),
  ),
  ...dockingPolicy.map((rule) => rule.otherwise),
  ...dockingWorkflow.actions
    .filter((action) =>
      dockingWorkflow.transitions[action].from.every((from) => from !== 'proposed'),
    )
    .map((action) => `docking.not_yet.${action}`),
  ...dockingWorkflow.actions.map((action) =>
    dockingWorkflow.transitions[action].emits.replace('docking.', 'docking.happened.'),
  ),
];

it.each(['zh-CN', 'en'] as const)('has words in %s for every reason it gives', (language) => {
  const words = { ...platformMessages[language], ...dockingsManifest.messages[language] };
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code in words))).toEqual([]);
});

it('fills the same values into both languages', () => {
  const slots = (text: string | undefined) => new Set(text?.match(/\{\w+\}/g));
  const { 'zh-CN': chinese, en } = dockingsManifest.messages;
  for (const code of Object.keys(chinese)) {
    expect([code, slots(en[code])]).toEqual([code, slots(chinese[code])]);
  }
});
