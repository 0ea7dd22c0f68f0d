import type { Db } from '../../../platform/db/database.ts';
import { getAttachedFile } from '../../../platform/files/file-commands.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import { explainActions, type ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { dueState, workCalendar } from '../../../platform/settings/settings.ts';
import { accountNames, contactsOf } from '../../identity/index.ts';
import { claimWorkflow } from '../domain/claim.workflow.ts';
import { getClaimRow } from './claim-commands.ts';
import type { DirectoryTables } from './tables.ts';

/** The claim of this account that still waits; null when it has none. */
export async function openClaimOf(
  db: Db,
  userId: string | null,
  of: { organisationId: string } | { expertId: string },
) {
  if (userId === null) return null;
  const [[field, id] = ['organisationId', '']] = Object.entries(of);
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directoryClaims')
    .select(['id', 'version', 'dueAt', 'createdAt'])
    .where('userId', '=', userId)
    .where('status', '=', 'submitted')
    .where(field as 'organisationId', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    version: row.version,
    dueAt: row.dueAt?.toISOString() ?? null,
    createdAt: row.createdAt.toISOString(),
  };
}

type ClaimRow = Awaited<ReturnType<typeof getClaimRow>>;

async function details(platform: Platform, context: ApiContext, rows: readonly ClaimRow[]) {
  const { db, clock, guard } = platform;
  const now = clock.now();
  const calendar = await workCalendar(db);
  const tables = db.withTables<DirectoryTables>();
  const idsOf = (field: 'organisationId' | 'expertId') =>
    rows.map((row) => row[field]).filter((id) => id !== null);
  const subjects = new Map<string, string>();
  for (const [table, ids] of [
    ['organisations', idsOf('organisationId')],
    ['experts', idsOf('expertId')],
  ] as const) {
    if (ids.length === 0) continue;
    const found = await tables
      .selectFrom(table as 'experts')
      .select(['id', 'name'])
      .where('id', 'in', ids)
      .execute();
    for (const { id, name } of found) subjects.set(id, name);
  }
  const names = await accountNames(
    db,
    rows.map((row) => row.userId),
  );
  const contacts = await contactsOf(db, { userIds: rows.map((row) => row.userId) });
  return Promise.all(
    rows.map(async (row) => {
      const subjectId = (row.organisationId ?? row.expertId)!;
      const file = await getAttachedFile(db, row.fileId, { type: 'claim', id: row.id });
      return {
        id: row.id,
        subjectType: row.subjectType,
        subjectId,
        subjectName: subjects.get(subjectId) ?? '',
        claimantName: names.get(row.userId) ?? '',
        claimantEmail: contacts.find(({ userId }) => userId === row.userId)?.email ?? '',
        status: row.status,
        words: row.words,
        file: { name: file.name, size: file.size },
        reasonCode: row.reasonCode,
        answer: row.answer,
        version: row.version,
        createdAt: row.createdAt.toISOString(),
        due: dueState(row.stepStartedAt, row.dueAt, now, calendar),
        actions: explainActions(
          context.translate,
          claimWorkflow.availableActions(row, guard.permit(context.request.actor, row), now),
        ),
      };
    }),
  );
}

/** The claims of the operator's region: those that wait first, by due time; then the latest decided. */
export async function listClaims(platform: Platform, context: ApiContext) {
  const { actor } = context.request;
  platform.guard.require(actor, 'claim.list');
  const filter = platform.guard.filter(actor, 'claim.approve');
  const rows = platform.db
    .withTables<DirectoryTables>()
    .selectFrom('directoryClaims')
    .selectAll()
    .where(filterSql(filter, { regionCode: 'region_code' }));
  const waiting = await rows
    .where('status', '=', 'submitted')
    .orderBy('dueAt')
    .limit(200)
    .execute();
  const decided = await rows
    .where('status', '<>', 'submitted')
    .orderBy('updatedAt', 'desc')
    .limit(30)
    .execute();
  return {
    waiting: await details(platform, context, waiting),
    decided: await details(platform, context, decided),
  };
}

export async function getClaim(platform: Platform, context: ApiContext, id: string) {
  const row = await getClaimRow(platform.db, id);
  platform.guard.require(context.request.actor, 'claim.read', row);
  const [claim] = await details(platform, context, [row]);
  return claim!;
}

/** The evidence of a claim, for whoever may read the claim. */
export async function downloadClaimFile(platform: Platform, context: ApiContext, id: string) {
  const row = await getClaimRow(platform.db, id);
  platform.guard.require(context.request.actor, 'claim.read', row);
  const file = await getAttachedFile(platform.db, row.fileId, { type: 'claim', id });
  const content = await platform.files.read(file.sha256);
  return new File([new Uint8Array(content)], file.name, { type: file.mediaType });
}
