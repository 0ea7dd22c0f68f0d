import { implement } from '@orpc/server';
import { regionPrefix, type Actor } from '../../../kernel/policy.ts';
import { shiftDate, beijingDate, beijingInstant } from '../../../kernel/calendar.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dueState, workCalendar } from '../../../platform/settings/settings.ts';
import { SILENT_DAYS, type StuckSource, type StuckThing } from '../../../platform/stuck/source.ts';
import { deskContract } from '../contract.ts';

/** As many of each kind as one look takes. */
const LIMIT = 200;

export function createDeskRouter(platform: Platform, sources: readonly StuckSource[]) {
  const os = implement(deskContract).$context<ApiContext>();
  return {
    listStuck: os.listStuck.handler(async ({ context, input }) => {
      const { db, guard, clock } = platform;
      const { actor } = context.request;
      guard.require(actor, 'stuck.read');
      const now = clock.now();
      const query = {
        db,
        regions: regionsOf(actor, input.region),
        now,
        silentBefore: beijingInstant(shiftDate(beijingDate(now), -SILENT_DAYS), '00:00'),
        translate: context.translate,
        limit: LIMIT,
      };
      const found: StuckThing[] = [];
      let more = false;
      for (const source of sources) {
        const things = await source.find(query);
        more ||= things.length === LIMIT;
        found.push(...things);
      }
      const kinds = [...new Set(found.map(({ kind }) => kind))].map((kind) => ({
        kind,
        count: found.filter((thing) => thing.kind === kind).length,
      }));
      const shown = found.filter(({ kind }) => input.kind === undefined || kind === input.kind);
      const calendar = await workCalendar(db);
      return {
        holders: byHolder(shown, now).map(({ key, name, things }) => ({
          key,
          name,
          things: things.map((thing) => ({
            kind: thing.kind,
            id: thing.id,
            number: thing.number,
            title: thing.title,
            path: thing.path,
            task: thing.task,
            standing: isOverdue(thing, now) ? ('overdue' as const) : ('silent' as const),
            due: dueState(thing.stepStartedAt, thing.dueAt, now, calendar),
            lastAt: thing.lastAt.toISOString(),
          })),
        })),
        kinds,
        silentDays: SILENT_DAYS,
        asOf: now.toISOString(),
        more,
      };
    }),
  };
}

const isOverdue = ({ dueAt }: StuckThing, now: Date): boolean => dueAt !== null && dueAt < now;

/** The prefixes that an operator answers for, or the one of them that was chosen. */
function regionsOf(actor: Actor, chosen: string | undefined): string[] | null {
  const held = actor.grants.flatMap(({ role, regionCode }) =>
    role === 'operator' ? [regionCode] : [],
  );
  const own = held.includes(null) ? null : held.flatMap((code) => regionPrefix(code ?? ''));
  if (chosen === undefined) return own;
  const prefix = regionPrefix(chosen);
  if (own === null || own.some((each) => prefix.startsWith(each))) return [prefix];
  return own.filter((each) => each.startsWith(prefix));
}

/** The holders with the longest overdue first; within each the most urgent. */
function byHolder(things: readonly StuckThing[], now: Date) {
  const holders = new Map<string, { key: string; name: string; things: StuckThing[] }>();
  const urgency = (thing: StuckThing): number =>
    (isOverdue(thing, now) ? 0 : 1e15) + (thing.dueAt ?? thing.lastAt).getTime();
  for (const thing of things.toSorted((a, b) => urgency(a) - urgency(b))) {
    const { key, name } = thing.holder;
    const holder = holders.get(key) ?? { key, name, things: [] };
    holder.things.push(thing);
    holders.set(key, holder);
  }
  return [...holders.values()];
}
