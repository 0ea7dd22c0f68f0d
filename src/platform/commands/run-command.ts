import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { AppError } from '../../kernel/errors.ts';
import type { Clock } from '../../kernel/clock.ts';
import { decide, type Actor, type Policy, type PolicyRecord } from '../../kernel/policy.ts';
import { canonicalJson, nextAuditHash } from '../audit/audit-chain.ts';
import type { Db, Tx } from '../db/database.ts';
import type { CommandTables } from './tables.ts';

/** Who asks, in which request. `idempotencyKey` comes from the header of that name. */
export type RequestContext = {
  actor: Actor;
  requestId: string;
  idempotencyKey?: string | null;
};

/** Something that happened, in the past tense: `need.published`. Data are facts, never free text. */
export type DomainEvent = {
  type: string;
  subject: { type: string; id: string };
  data?: Record<string, unknown>;
};

export type CommandContext = {
  /** The transaction; nothing else may touch the database while it is open. */
  tx: Tx;
  actor: Actor;
  now: Date;
  emit: (event: DomainEvent) => void;
};

/**
 * A named change. `load` gives the record the policy judges (omit it when there is none yet), `run`
 * checks the rules and writes. The name is also the policy action and the verb in the audit.
 */
export type Command<Input, Loaded extends PolicyRecord, Output> = {
  name: string;
  load?: (context: CommandContext, input: Input) => Promise<Loaded>;
  run: (context: CommandContext, input: Input, loaded: Loaded) => Promise<Output>;
};

export const defineCommand = <Input, Loaded extends PolicyRecord, Output>(
  command: Command<Input, Loaded, Output>,
): Command<Input, Loaded, Output> => command;

export type CommandRunner = <Input, Loaded extends PolicyRecord, Output>(
  request: RequestContext,
  command: Command<Input, Loaded, Output>,
  input: Input,
) => Promise<Output>;

/**
 * The only door for writes: authorise → transaction {load, rule, write, audit, outbox} → wake the
 * readers of the outbox. Repeating a request with the same Idempotency-Key gives the first answer
 * and changes nothing. Throws `AppError`; then nothing was written.
 */
export function createCommandRunner(parts: {
  db: Db;
  policy: Policy;
  clock: Clock;
  onCommitted: () => void;
}): CommandRunner {
  return async function runCommand(request, command, input) {
    const now = parts.clock.now();
    const actorId = actorKey(request.actor);
    const events: DomainEvent[] = [];

    const output = await parts.db.transaction().execute(async (tx) => {
      const key = request.idempotencyKey ?? null;
      if (key !== null) {
        const earlier = await claimKey(tx, { key, actorId, now, command: command.name, input });
        if (earlier) return earlier.response as Awaited<ReturnType<typeof command.run>>;
      }
      const context: CommandContext = {
        tx,
        actor: request.actor,
        now,
        emit: (event) => events.push(event),
      };
      const loaded = (await command.load?.(context, input)) ?? ({} as never);
      const decision = decide(parts.policy, command.name, request.actor, loaded);
      if (!decision.allowed) {
        const kind = decision.reason.code === 'policy.sign_in' ? 'unauthenticated' : 'forbidden';
        throw new AppError(kind, decision.reason);
      }
      const result = await command.run(context, input, loaded);
      await record(tx, {
        now,
        actorId,
        action: command.name,
        requestId: request.requestId,
        events,
      });
      if (key !== null) {
        await tx
          .withTables<CommandTables>()
          .updateTable('idempotencyKeys')
          .set({ response: JSON.stringify(result ?? null) })
          .where('actorId', '=', actorId)
          .where('key', '=', key)
          .execute();
      }
      return result;
    });
    if (events.length > 0) parts.onCommitted();
    return output;
  };
}

export const actorKey = (actor: Actor): string =>
  actor.userId ?? (actor.grants.some((grant) => grant.role === 'system') ? 'system' : 'visitor');

async function claimKey(
  tx: Tx,
  claim: { key: string; actorId: string; now: Date; command: string; input: unknown },
): Promise<{ response: unknown } | undefined> {
  const requestHash = createHash('sha256')
    .update(canonicalJson({ command: claim.command, input: claim.input }))
    .digest('hex');
  const db = tx.withTables<CommandTables>();
  const inserted = await db
    .insertInto('idempotencyKeys')
    .values({ actorId: claim.actorId, key: claim.key, requestHash, at: claim.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return undefined;
  const earlier = await db
    .selectFrom('idempotencyKeys')
    .select(['requestHash', 'response'])
    .where('actorId', '=', claim.actorId)
    .where('key', '=', claim.key)
    .executeTakeFirstOrThrow();
  if (earlier.requestHash !== requestHash) {
    throw new AppError('conflict', { code: 'platform.idempotency_key_reused' });
  }
  return { response: earlier.response };
}

// PostgreSQL takes 65,535 parameters a statement; an event has 6.
const CHUNK = 5000;

// The head is locked last, so commands only wait for each other while they write these two lists,
// and whoever reads the outbox by number never misses one that commits late.
async function record(
  tx: Tx,
  entry: { now: Date; actorId: string; action: string; requestId: string; events: DomainEvent[] },
): Promise<void> {
  const db = tx.withTables<CommandTables>();
  const head = await db
    .selectFrom('auditHead')
    .select(['seq', 'hash'])
    .forUpdate()
    .executeTakeFirstOrThrow();
  const subject = entry.events[0]?.subject ?? { type: 'none', id: 'none' };
  const row = {
    seq: head.seq + 1,
    at: entry.now,
    actorId: entry.actorId,
    action: entry.action,
    subjectType: subject.type,
    subjectId: subject.id,
    requestId: entry.requestId,
    data: entry.events.map(({ type, subject: about, data }) => ({ type, subject: about, data })),
    prevHash: head.hash,
  };
  const hash = nextAuditHash(row);
  await db
    .insertInto('auditEntries')
    .values({ ...row, data: JSON.stringify(row.data), hash })
    .execute();
  await db.updateTable('auditHead').set({ seq: row.seq, hash }).execute();
  if (entry.events.length === 0) return;
  const last = await sql<{ seq: number }>`select coalesce(max(seq), 0) as seq from outbox`.execute(
    tx,
  );
  const rows = entry.events.map((event, index) => ({
    seq: last.rows[0]!.seq + index + 1,
    at: entry.now,
    type: event.type,
    subjectType: event.subject.type,
    subjectId: event.subject.id,
    data: JSON.stringify(event.data ?? {}),
  }));
  for (let from = 0; from < rows.length; from += CHUNK) {
    await db
      .insertInto('outbox')
      .values(rows.slice(from, from + CHUNK))
      .execute();
  }
}
