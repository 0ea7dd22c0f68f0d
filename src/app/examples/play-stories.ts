import { createRouterClient } from '@orpc/server';
import type { manualClock } from '../../kernel/clock.ts';
import { fenFromWan } from '../../kernel/money.ts';
import { shiftDate } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { ApiContext } from '../../platform/http/request.ts';
import type { Platform } from '../../platform/platform.ts';
import { createRouter } from '../modules.ts';
import { momentOf, type Examples, type Step } from './example-data.ts';

type Api = ReturnType<typeof apiFor>;

const said = (step: Step, name: string): string => {
  const value = step.input[name];
  return typeof value === 'string' ? value : '';
};

const apiFor = (platform: Platform, actor: Actor) => {
  const context: ApiContext = {
    request: { actor, requestId: 'examples' },
    language: 'zh-CN',
    translate: platform.translator('zh-CN'),
  };
  return createRouterClient(createRouter(platform, []), { context });
};

/**
 * Plays the example cases through the API's own handlers, as the people in them, each step at its
 * own time: what comes out is what the product would hold had it been so.
 */
export async function playStories(
  platform: Platform,
  clock: ReturnType<typeof manualClock>,
  examples: Examples,
  actors: ReadonlyMap<string, Actor>,
): Promise<void> {
  const { today, idOf } = examples;
  const apis = new Map<string, Api>();
  const api = (key: string): Api => {
    const actor = actors.get(key);
    if (!actor) throw new Error(`The example data name an unknown account ${key}`);
    const known = apis.get(key) ?? apiFor(platform, actor);
    apis.set(key, known);
    return known;
  };

  // All steps of all stories in the order in which they happened.
  const cases = new Map<string, string>();
  const steps = [
    ...examples.stories.stories.flatMap((story) =>
      story.steps.map((step) => ({ step, run: () => playStep(story, step) })),
    ),
    ...examples.stories.intake.flatMap((need) =>
      need.steps.map((step, index) => ({ step, run: () => playIntake(need, step, index) })),
    ),
  ].sort((a, b) => at(a.step).getTime() - at(b.step).getTime());
  for (const { step, run } of steps) {
    clock.set(at(step));
    await run();
  }

  function at(step: Step): Date {
    return momentOf(today, step.day, step.time);
  }

  async function playStep(
    story: Examples['stories']['stories'][number],
    step: Step,
  ): Promise<void> {
    const { dockings, matching } = api(step.by);
    if (step.command === 'propose') {
      // Whoever proposes has first looked at the candidates and opened this one.
      const needId = idOf(story.need);
      const offer = { kind: story.offerKind, offerId: idOf(story.offer) };
      const answer = await matching.matchNeed({ id: needId });
      if (answer.askId && answer.matches.some((match) => match.id === offer.offerId)) {
        await matching.openMatch({ askId: answer.askId, ...offer });
      }
      const docking = await dockings.proposeDocking({
        needId,
        offerKind: story.offerKind,
        offerId: offer.offerId,
        message: said(step, 'message'),
      });
      cases.set(story.key, docking.id);
      return;
    }
    const id = cases.get(story.key)!;
    const { version } = await dockings.getDocking({ id });
    const input = { ...(await resolved(step)), id, version };
    const commands: Record<string, (given: never) => Promise<unknown>> = {
      take: dockings.takeDocking,
      accept: dockings.acceptDocking,
      decline: dockings.declineDocking,
      recordContact: dockings.recordContact,
      recordMeeting: dockings.recordMeeting,
      startNegotiation: dockings.startNegotiation,
      recordContract: dockings.recordContract,
      startDelivery: dockings.startDelivery,
      recordPayment: dockings.recordPayment,
      complete: dockings.completeDocking,
      end: dockings.endDocking,
      postMessage: dockings.postMessage,
    };
    const command = commands[step.command];
    if (!command) throw new Error(`The example data name an unknown command ${step.command}`);
    await command(input as never);
  }

  async function playIntake(
    need: Examples['stories']['intake'][number],
    step: Step,
    index: number,
  ): Promise<void> {
    const { exchange } = api(step.by);
    if (index === 0) {
      const drafted = await exchange.draftNeed({
        organisationId: idOf(need.organisation),
        title: need.title,
        description: need.description,
        regionCode: need.regionCode,
        industryCode: need.industryCode ?? null,
        budgetFen: need.budgetWan === null ? null : fenFromWan(need.budgetWan),
        months: need.months ?? null,
        coopModes: need.coopModes as never,
      });
      cases.set(need.key, drafted.id);
    }
    const id = cases.get(need.key)!;
    const { version } = await exchange.getNeed({ id });
    if (step.command === 'submit') await exchange.submitNeed({ id, version });
    else if (step.command === 'return')
      await exchange.returnNeed({ id, version, words: said(step, 'words') });
    else throw new Error(`The example data name an unknown command ${step.command}`);
  }

  // Days count from today, and files are given as their text.
  async function resolved(step: Step): Promise<Record<string, unknown>> {
    const input: Record<string, unknown> = {};
    for (const [key, value] of Object.entries(step.input)) {
      if (key.endsWith('Day')) input[key.slice(0, -'Day'.length)] = shiftDate(today, Number(value));
      else if (key === 'file') {
        const { name, text } = value as { name: string; text: string };
        const file = new File([text], name, { type: 'text/plain' });
        const stored = await api(step.by).files.uploadFile({ file });
        input.fileId = stored.id;
      } else input[key] = value;
    }
    return input;
  }
}
