import { sql } from 'kysely';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { DirectoryTables } from './tables.ts';

const tableOf = {
  organisation: 'organisations',
  expert: 'experts',
  facility: 'facilities',
} as const;

/** Something was written into its history, such as that somebody claimed it. */
const wasTouched = (kind: keyof typeof tableOf) =>
  sql<boolean>`exists (select from directory_entries as line
    where line.subject_type = ${kind} and line.subject_id = ${sql.ref(`${tableOf[kind]}.id`)})`;

/** Those of these experts that somebody has made the own or changed since they came in. */
export async function changedExperts({ tx }: CommandContext, ids: readonly string[]) {
  return tx
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((where) =>
      where.or([where('version', '>', 1), where('userId', 'is not', null), wasTouched('expert')]),
    )
    .execute();
}

export async function changedOrganisations({ tx }: CommandContext, ids: readonly string[]) {
  return tx
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((where) => where.or([where('version', '>', 1), wasTouched('organisation')]))
    .execute();
}

/** Those of these facilities that somebody has changed or booked since they came in. */
export async function changedFacilities({ tx }: CommandContext, ids: readonly string[]) {
  return tx
    .withTables<DirectoryTables>()
    .selectFrom('facilities')
    .select(['id', 'name'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where((where) =>
      where.or([
        where('version', '>', 1),
        wasTouched('facility'),
        sql<boolean>`exists (select from facility_bookings where facility_id = facilities.id)`,
      ]),
    )
    .execute();
}

/** Takes out what an import brought in. Fails where something refers to it. */
export async function removeImported(
  { tx, emit }: CommandContext,
  kind: keyof typeof tableOf,
  ids: readonly string[],
): Promise<void> {
  await tx
    .withTables<DirectoryTables>()
    .deleteFrom(tableOf[kind])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  for (const id of ids) emit({ type: `${kind}.removed`, subject: { type: kind, id } });
}
