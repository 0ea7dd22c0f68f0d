import type { z } from 'zod';
import type { Refusal } from '../../../../kernel/errors.ts';
import type { CommandContext } from '../../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../../platform/db/database.ts';

/** A row with its cells read, by field; not yet in the shape that the library wants. */
export type Draft = Readonly<Record<string, unknown>>;

export type Scope = {
  /** Set when somebody brings in what belongs to the own organisation. */
  organisationId: string | null;
  /** Whether this person may bring in such a record; the reason when not. */
  refuses: (record: { organisationId: string | null; regionCode: string }) => Refusal | undefined;
};

export type Judged<Row> = {
  row: Row | undefined;
  faults: { field: string | null; reason: Refusal }[];
  issues: readonly z.core.$ZodIssue[];
  /** What no two rows may share. */
  keys: string[];
};

/**
 * How one kind goes in and out again. `judge` reads what the library knows of a batch, then judges
 * each draft of it; `write` and `takeBack` run inside the import's own command.
 */
export type ImportKindParts<Row extends { id: string }> = {
  judge(
    db: Db | Tx,
    drafts: readonly Draft[],
    scope: Scope,
  ): Promise<(draft: Draft) => Judged<Row>>;
  write(context: CommandContext, rows: readonly Row[]): Promise<void>;
  /** Takes them out, or says why not; then nothing is taken out. */
  takeBack(context: CommandContext, ids: readonly string[]): Promise<Refusal[]>;
};

/** The reason when some of these went on since they came in. */
export const changedReason = (changed: readonly { title: string }[]): Refusal[] =>
  changed.length === 0
    ? []
    : [
        {
          code: 'import.undo_changed',
          params: { count: changed.length, title: changed[0]!.title },
        },
      ];

/** A text as it counts when two rows are compared. */
export const keyText = (text: string): string =>
  text.normalize('NFKC').toLowerCase().replaceAll(/\s+/gu, '');

export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
