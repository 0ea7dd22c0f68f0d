import { notFound } from '../../../kernel/errors.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findField, regionLabel } from '../../reference-data/index.ts';
import { changedFields, contentOf, type Content } from '../domain/entry-content.ts';
import type { EntrySubject } from '../domain/entry.workflow.ts';
import { organisationNames } from './directory-queries.ts';
import { getExpertRow } from './expert-commands.ts';
import { getFacilityRow } from './facility-queries.ts';
import { getOrganisationRow } from './organisation-commands.ts';
import type { DirectoryTables } from './tables.ts';

type Wanted = { subject: EntrySubject; id: string };

const rowOf = (db: Db, { subject, id }: Wanted) => {
  if (subject === 'organisation') return getOrganisationRow(db, id);
  return subject === 'expert' ? getExpertRow(db, id) : getFacilityRow(db, id);
};

/** The lines of an entry from the first on; one that never changed has the line of its coming in. */
async function linesOf(db: Db, { subject, id }: Wanted, row: Awaited<ReturnType<typeof rowOf>>) {
  const lines = await db
    .withTables<DirectoryTables>()
    .selectFrom('directoryEntries')
    .selectAll()
    .where('subjectType', '=', subject)
    .where('subjectId', '=', id)
    .orderBy('at')
    .orderBy('version')
    .orderBy('id')
    .execute();
  if (lines.length > 0) return lines;
  return [
    {
      id,
      at: row.createdAt,
      action: 'import',
      fromStatus: null,
      toStatus: row.status as string,
      actorName: '',
      words: null,
      reasonCode: null,
      version: row.version,
      content: contentOf(subject, row),
    },
  ];
}

/** What happened to an entry, newest first, with the fields that each line changed. */
export async function getHistory(platform: Platform, context: ApiContext, wanted: Wanted) {
  const row = await rowOf(platform.db, wanted);
  platform.guard.require(context.request.actor, `${wanted.subject}.history`, row);
  const lines = await linesOf(platform.db, wanted, row);
  let before: Content | null = null;
  const items = lines.map((line) => {
    const changed =
      before && line.content ? changedFields(wanted.subject, before, line.content) : [];
    before = line.content ?? before;
    return {
      id: line.id,
      at: line.at.toISOString(),
      action: line.action,
      fromStatus: line.fromStatus,
      toStatus: line.toStatus,
      actorName: line.actorName,
      words: line.words,
      reasonCode: line.reasonCode,
      version: line.content ? line.version : null,
      changed,
    };
  });
  return { name: row.name, items: items.toReversed() };
}

/** Two versions side by side: the fields in which they differ, codes of places and names resolved. */
export async function compareVersions(
  platform: Platform,
  context: ApiContext,
  wanted: Wanted & { from: number; to: number },
) {
  const { db, guard } = platform;
  const row = await rowOf(db, wanted);
  guard.require(context.request.actor, `${wanted.subject}.history`, row);
  const lines = await linesOf(db, wanted, row);
  const version = (number: number) => {
    const content = lines.find((line) => line.version === number && line.content)?.content;
    if (!content) throw notFound('version');
    return content;
  };
  const [before, after] = [version(wanted.from), version(wanted.to)];
  const parents = [before['parentId'], after['parentId']].filter((id) => typeof id === 'string');
  const names = await organisationNames(db, parents);
  const shown = (field: string, value: unknown): string | string[] => {
    if (value === null || value === undefined || value === '') return '';
    if (field === 'regionCode') return regionLabel(value as string, context.language);
    if (field === 'parentId') return names.get(value as string) ?? '';
    if (field === 'fields') {
      const label = context.language === 'en' ? 'nameEn' : 'name';
      return (value as string[]).map((code) => findField(code)?.[label] ?? code);
    }
    if (field === 'opening') {
      return (value as { weekday: number; from: string; until: string }[]).map(
        ({ weekday, from, until }) => `${weekday} ${from}–${until}`,
      );
    }
    return Array.isArray(value) ? value.map(String) : String(value as string | number | boolean);
  };
  return changedFields(wanted.subject, before, after).map((field) => ({
    field,
    before: shown(field, before[field]),
    after: shown(field, after[field]),
  }));
}
