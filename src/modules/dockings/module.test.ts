import fs from 'node:fs';
import { expect, it } from 'vitest';
import { platformMessages } from '../../platform/i18n/messages.ts';
import { dockingPolicy } from './domain/docking.policy.ts';
import { dockingWorkflow } from './domain/docking.workflow.ts';
import {
  conditions,
  registrationItems,
  type ContractFacts,
  type RegistrationForm,
} from './domain/registration.ts';
import { dockingsManifest } from './module.ts';

const sources = ['domain', 'server'].flatMap((folder) => {
  const place = new URL(`./${folder}/`, import.meta.url);
  return fs
    .readdirSync(place)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => fs.readFileSync(new URL(name, place), 'utf8'));
});
/** All that can be wrong in the papers for the registration is. */
const party = { name: '一家', country: 'CHN', regionCode: '500118', nature: 'enterprise' as const };
const contract: ContractFacts = {
  type: 'development',
  amountFen: 1,
  technologyAmountFen: 0,
  deductions: [{ what: '设备', amountFen: 1 }],
  signedOn: '2026-11-20',
  periodFrom: '2026-11-20',
  periodUntil: '2026-11-21',
};
const form: RegistrationForm = {
  projectName: '',
  buyer: party,
  seller: party,
  rights: ['none', 'patent'],
  field: null,
  objective: null,
  payment: null,
  conditions: [],
};
/** Every code that a refusal or an error of this module can carry. */
const codes = [
  ...sources.flatMap((text) =>
    [...text.matchAll(/(?:code: |requirePast\(.+, )'([a-z_]+\.[a-z_.]+)'/g)].map(
      (found) => found[1]!,
    ),
  ),
  // Each field of the registration, and what to do about it.
  ...registrationItems(contract, form, '2026-11-23').flatMap(({ code, standing }) => [
    `docking.registration.item.${code}`,
    ...(standing === 'unmet' ? [`docking.registration.unmet.${code}`] : []),
  ]),
  ...conditions.map((code) => `docking.registration.item.${code}`),
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
