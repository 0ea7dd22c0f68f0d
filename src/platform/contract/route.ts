import { oc } from '@orpc/contract';
import { z } from 'zod';
import { pauseReasons } from '../../kernel/step-clock.ts';

/**
 * What every route must say. `permission` is the policy action that guards it; the tests fail for a
 * route without one. Shared by the server, the web and the OpenAPI document.
 */
export type RouteMeta = { permission: string };

const builder = oc.$meta<RouteMeta>({ permission: '' });

type Method = 'GET' | 'POST';

/**
 * `route('POST', '/needs/{id}/publish', 'need.publish', 'Publish a need')`. Reads are GET, every
 * change is a named command and POST; there is nothing else.
 */
export const route = (method: Method, path: `/${string}`, permission: string, summary: string) =>
  builder.meta({ permission }).route({
    method,
    path,
    summary,
    tags: [path.split('/')[1] ?? ''],
    inputStructure: 'compact',
  });

export const id = z.uuid();

export const paging = {
  page: z.coerce.number().int().min(1).max(1000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(20),
};

export const pageOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    items: z.array(item),
    total: z.number().int(),
    page: z.number().int(),
    pageSize: z.number().int(),
  });

/** Moments cross the boundary as ISO 8601 text in UTC. */
export const moment = z.iso.datetime();
/** A day without a time, as people write it on contracts. */
export const day = z.iso.date();

/** Amounts are whole 分 (0.01 CNY), so that no digit is lost; at most 9 trillion yuan. */
export const fen = z.number().int().min(0).max(900_000_000_000_000);

/** One line, trimmed. */
export const line = (max: number, min = 1) => z.string().trim().min(min).max(max);
/** Several lines, trimmed. */
export const prose = (max: number, min = 0) => z.string().trim().min(min).max(max);

export const regionCode = z.string().regex(/^\d{6}$/);
export const industryCode = z.string().regex(/^[A-T](\d{2,4})?$/);

/** A reason in the reader's language, with its code for programs. */
export const refusal = z.object({ code: z.string(), message: z.string() });

/** An action of a workflow for the person who asks: allowed, or refused with reasons. */
export const actionOffer = z.object({
  action: z.string(),
  allowed: z.boolean(),
  reasons: z.array(refusal),
});

/** One cell of the due clock: a day between the start of a step and its deadline, or beyond. */
export const dueTick = z.object({
  date: day,
  state: z.enum(['past', 'today', 'left', 'overdue']),
  working: z.boolean(),
});

/**
 * How long the one whose turn it is still has: `left` 还有, `soon` 只剩 (half or less), `today`
 * 今天到期, `overdue` 过期; `workingDays` are those left or overdue, never negative.
 */
export const dueState = z.object({
  at: moment,
  startedAt: moment,
  standing: z.enum(['left', 'soon', 'today', 'overdue']),
  workingDays: z.number().int(),
  ticks: z.array(dueTick),
});
/** What outside a case waits for while its clock stands still. */
export const pauseReason = z.enum(pauseReasons);
/** A pause with what is awaited, said by whom, and the day on which the clock goes on by itself. */
export const pauseState = z.object({
  since: moment,
  until: day,
  reasonCode: pauseReason,
  words: z.string(),
  byName: z.string(),
});
export type PauseState = z.infer<typeof pauseState>;
export const pauseInput = { reasonCode: pauseReason, words: line(500, 4), until: day };

export type DueState = z.infer<typeof dueState>;
