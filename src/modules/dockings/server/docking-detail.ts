import type { z } from 'zod';
import { notFound } from '../../../kernel/errors.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import type { Db } from '../../../platform/db/database.ts';
import { explainActions } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { workCalendar } from '../../../platform/settings/settings.ts';
import { findNeedForDocking } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import type { dockingDetail, dockingEntry } from '../contract.ts';
import { dockingActions } from '../domain/docking-actions.ts';
import { stagesOf } from '../domain/docking-stages.ts';
import { isTurnOf, sideOf } from '../domain/docking-turn.ts';
import { meetingsPart, milestonesPart } from './case-content.ts';
import { casePeople } from './case-people.ts';
import { findContract } from './contracts.ts';
import { namer, summarise, type Reader } from './docking-summaries.ts';
import { getDockingRow } from './load-docking.ts';
import { givenSides, wasAccepted } from './rate-docking.ts';
import { ratingsPart } from './ratings.ts';
import { registrationPart } from './registration-papers.ts';
import { findLastReminder } from './remind.ts';
import type { Docking, DockingTables } from './tables.ts';

export type DockingDetail = z.infer<typeof dockingDetail>;
type CaseFile = NonNullable<z.infer<typeof dockingEntry>['file']>;

/** One case as its page shows it. Throws `not_found` or `forbidden`. */
export async function getDocking(
  platform: Platform,
  id: string,
  reader: Reader,
): Promise<DockingDetail> {
  const { db, guard } = platform;
  const docking = await getDockingRow(db, id);
  guard.require(reader.actor, 'docking.read', docking);

  const [summary] = await summarise(db, [docking], reader);
  const files = await caseFiles(db, id);
  const history = await readHistory(db, docking, reader, files);
  return {
    ...summary!,
    version: docking.version,
    responderOrganisationId: docking.responderOrganisationId,
    side: sideOf(docking, reader.actor),
    need: await needPart(db, docking, reader),
    matchThen: docking.matchThen,
    stages: stagesOf(
      docking.status,
      history.toReversed().map((entry) => ({ to: entry.to, at: new Date(entry.at) })),
    ).map((stage) => ({ ...stage, at: stage.at?.toISOString() ?? null })),
    contract: await contractPart(db, id, files),
    payments: await paymentsPart(db, id, files),
    people: (await casePeople(db, docking)).map(({ userId, name, side }) => ({
      userId,
      name,
      side,
    })),
    meetings: await meetingsPart(db, guard, docking, reader, files),
    milestones: await milestonesPart(db, id),
    registration: await registrationPart(db, docking, reader, files),
    ratings: await ratingsPart(db, docking, reader),
    history,
    actions: await actionsPart(platform, docking, reader, summary!.pause !== null),
  };
}

async function needPart(
  db: Db,
  { needId }: Docking,
  { language }: Reader,
): Promise<DockingDetail['need']> {
  const need = await findNeedForDocking(db, needId);
  if (!need) throw notFound('need');
  return {
    description: need.description,
    budgetFen: need.budgetFen,
    months: need.months,
    coopModes: need.coopModes,
    regionName: regionLabel(need.regionCode, language),
  };
}

async function readHistory(
  db: Db,
  docking: Docking,
  reader: Reader,
  files: Map<string, CaseFile>,
): Promise<DockingDetail['history']> {
  const entries = await db
    .withTables<DockingTables>()
    .selectFrom('dockingEntries')
    .selectAll()
    .where('dockingId', '=', docking.id)
    .orderBy('seq', 'desc')
    .execute();
  const name = await namer(
    db,
    reader.translate,
    entries.map((entry) => entry.actorId),
  );
  return entries.map((entry) => ({
    id: entry.id,
    at: entry.at.toISOString(),
    action: entry.action,
    from: entry.fromStatus,
    to: entry.toStatus,
    actorName: name(entry.actorId),
    actorSide: entry.actorSide,
    words: entry.words,
    reasonCode: entry.reasonCode,
    facts: entry.facts,
    file: entry.fileId === null ? null : (files.get(entry.fileId) ?? null),
  }));
}

async function caseFiles(db: Db, dockingId: string): Promise<Map<string, CaseFile>> {
  const rows = await db
    .withTables<CommandTables>()
    .selectFrom('storedFiles')
    .select(['id', 'name', 'size', 'mediaType'])
    .where('subjectType', '=', 'docking')
    .where('subjectId', '=', dockingId)
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}

async function contractPart(
  db: Db,
  dockingId: string,
  files: Map<string, CaseFile>,
): Promise<DockingDetail['contract']> {
  const row = await findContract(db, dockingId);
  if (!row) return null;
  return {
    type: row.type,
    amountFen: row.amountFen,
    technologyAmountFen: row.technologyAmountFen,
    deductions: row.deductions,
    periodFrom: row.periodFrom,
    periodUntil: row.periodUntil,
    registrationNumber: row.registrationNumber,
    signedOn: row.signedOn,
    file: getFile(files, row.fileId),
  };
}

async function paymentsPart(
  db: Db,
  dockingId: string,
  files: Map<string, CaseFile>,
): Promise<DockingDetail['payments']> {
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingPayments')
    .selectAll()
    .where('dockingId', '=', dockingId)
    .orderBy('paidOn')
    .orderBy('recordedAt')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    amountFen: row.amountFen,
    paidOn: row.paidOn,
    milestoneId: row.milestoneId,
    file: getFile(files, row.fileId),
  }));
}

function getFile(files: Map<string, CaseFile>, id: string): CaseFile {
  const file = files.get(id);
  if (!file) throw notFound('file');
  return file;
}

async function actionsPart(
  { db, guard }: Platform,
  docking: Docking,
  { actor, translate, now }: Reader,
  isPaused: boolean,
): Promise<DockingDetail['actions']> {
  const side = sideOf(docking, actor);
  const offers = dockingActions(
    {
      ...docking,
      lastRemindedAt: await findLastReminder(db, docking.id),
      isMyTurn: isTurnOf(docking, actor),
      side,
      hasRated: (await givenSides(db, docking.id)).some((given) => given === side),
      wasAccepted: await wasAccepted(db, docking.id),
      hasClock: docking.dueAt !== null,
      isPaused,
    },
    guard.permit(actor, docking),
    now,
    await workCalendar(db),
  );
  return explainActions(translate, offers);
}
