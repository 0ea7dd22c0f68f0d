import type { z } from 'zod';
import { AppError } from '../../../kernel/errors.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { PlainRoute } from '../../../platform/http/plain-route.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { CellValue } from '../../../platform/sheets/write-csv.ts';
import { directoryContract } from '../../directory/contract.ts';
import {
  facilitiesContract,
  findExperts,
  listExperts,
  listFacilities,
  listOrganisations,
  organisationTexts,
} from '../../directory/index.ts';
import { dockingsContract } from '../../dockings/contract.ts';
import { listMyDockings, type DockingPage } from '../../dockings/index.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import { listAchievements, listNeeds } from '../../exchange/index.ts';
import { regionLabel } from '../../reference-data/index.ts';
import { importColumns, type ImportKind } from '../domain/import-columns.ts';
import { tableCell } from '../domain/table-values.ts';
import { filtersOf, type QueryOf } from './list-filters.ts';
import { tableName, tableResponse } from './table-files.ts';
import { columnWidth } from './table-rows.ts';

/** Rows read at once. */
const PAGE = 500;

type Extra<Item> = { word: string; width: number; of: (item: Item) => CellValue };

/** A list that can go out, with the filters and the permission of the list itself. */
type ExportList<Query, Item> = {
  name: string;
  permission: string;
  query: z.ZodType<Query>;
  kind?: ImportKind;
  extra: readonly Extra<Item>[];
  read: (
    platform: Platform,
    context: ApiContext,
    query: Query & { page: number; pageSize: number },
  ) => Promise<{ items: Item[]; total: number }>;
};

/** The query and the rows of a list meet only within it. */
const list = <Query extends object, Item>(parts: ExportList<Query, Item>) =>
  parts as unknown as ExportList<object, Record<string, unknown>>;

const published = <Item extends { publishedAt: string | null }>(): Extra<Item> => ({
  word: 'export.published',
  width: 22,
  of: ({ publishedAt }) => publishedAt,
});

const lists = [
  list({
    name: 'organisations',
    permission: 'organisation.read',
    kind: 'organisation',
    query: filtersOf<QueryOf<typeof listOrganisations, 1>>(directoryContract.listOrganisations),
    extra: [],
    async read({ db, guard }, { request, language }, query) {
      guard.require(request.actor, 'organisation.read');
      const { items, total } = await listOrganisations(db, query, language);
      const texts = await organisationTexts(
        db,
        items.map(({ id }) => id),
      );
      return { total, items: items.map((item) => ({ ...item, ...texts.get(item.id) })) };
    },
  }),
  list({
    name: 'experts',
    permission: 'expert.read',
    kind: 'expert',
    query: filtersOf<QueryOf<typeof listExperts, 1>>(directoryContract.listExperts),
    extra: [],
    async read({ db, guard }, { request, language }, query) {
      guard.require(request.actor, 'expert.read');
      const { items, total } = await listExperts(db, query, language);
      const rows = await findExperts(
        db,
        items.map(({ id }) => id),
      );
      const bios = new Map(rows.map(({ id, bio }) => [id, bio]));
      return { total, items: items.map((item) => ({ ...item, bio: bios.get(item.id) ?? '' })) };
    },
  }),
  list({
    name: 'facilities',
    permission: 'facility.read',
    kind: 'facility',
    query: filtersOf<QueryOf<typeof listFacilities, 1>>(facilitiesContract.listFacilities),
    extra: [],
    async read({ db, guard }, { request, language }, query) {
      guard.require(request.actor, 'facility.read');
      const { items, total } = await listFacilities(db, query, language);
      return {
        total,
        items: items.map((item) => ({ ...item, organisation: item.organisationName })),
      };
    },
  }),
  list({
    name: 'achievements',
    permission: 'achievement.read',
    kind: 'achievement',
    query: filtersOf<QueryOf<typeof listAchievements, 2>>(exchangeContract.listAchievements),
    extra: [published()],
    async read(platform, context, query) {
      const { items, total } = await listAchievements(platform, context, query);
      return {
        total,
        items: items.map((item) => ({ ...item, organisation: item.organisationName })),
      };
    },
  }),
  list({
    name: 'needs',
    permission: 'need.read',
    kind: 'need',
    query: filtersOf<QueryOf<typeof listNeeds, 2>>(exchangeContract.listNeeds),
    extra: [published()],
    async read(platform, context, query) {
      const { items, total } = await listNeeds(platform, context, query);
      return {
        total,
        items: items.map((item) => ({ ...item, organisation: item.organisationName })),
      };
    },
  }),
  list<QueryOf<typeof listMyDockings, 2>, DockingPage['items'][number] & { statusName: string }>({
    name: 'cases',
    permission: 'docking.mine',
    query: filtersOf(dockingsContract.listDockings),
    extra: [
      { word: 'export.case.number', width: 16, of: ({ number }) => number },
      { word: 'export.case.status', width: 12, of: ({ statusName }) => statusName },
      { word: 'export.case.need', width: 40, of: ({ needTitle }) => needTitle },
      { word: 'export.case.asker', width: 24, of: ({ askerName }) => askerName },
      { word: 'export.case.offer', width: 40, of: ({ offerTitle }) => offerTitle },
      { word: 'export.case.responder', width: 24, of: ({ responderName }) => responderName },
      { word: 'export.case.broker', width: 14, of: ({ brokerName }) => brokerName },
      { word: 'export.case.waiting', width: 20, of: ({ waitingFor }) => waitingFor },
      { word: 'export.case.due', width: 22, of: ({ due }) => due?.at ?? null },
      { word: 'export.case.last', width: 22, of: ({ lastEvent }) => lastEvent.at },
    ],
    async read(platform, context, query) {
      const { items, total } = await listMyDockings(platform, context, query);
      return {
        total,
        items: items.map((item) => ({
          ...item,
          statusName: context.translate(`export.case.is.${item.status}`),
        })),
      };
    },
  }),
];

/** A list as a table, all pages of it, with what narrows the list in its address. */
export const exportTables = (platform: Platform): PlainRoute => ({
  path: '/api/exports/:file',
  permission: lists.map(({ permission }) => permission),
  async answer({ params, query, context }) {
    const { name, format } = tableName(params['file'] ?? '');
    const found = lists.find((each) => each.name === name);
    if (!found) throw new AppError('not_found', { code: 'platform.not_found' });
    const asked = found.query.safeParse(Object.fromEntries(query));
    if (!asked.success) throw new AppError('invalid', { code: 'platform.invalid' });
    const { language, translate } = context;
    const columns = found.kind ? importColumns[found.kind] : [];
    const page = (number: number) =>
      found.read(platform, context, { ...asked.data, page: number, pageSize: PAGE });
    // Who may not read the list is told so, instead of getting half a file.
    const first = await page(1);
    const publicUrl = platform.config.publicUrl;
    async function* rows(): AsyncGenerator<CellValue[]> {
      yield [
        ...columns.map(({ header }) => header[language]),
        ...found!.extra.map(({ word }) => translate(word)),
        translate('export.link'),
      ];
      // Something new at the head of the list moves the rest on: nothing is written twice.
      const written = new Set<unknown>();
      for (let number = 1, batch = first; ; number += 1, batch = await page(number)) {
        for (const item of batch.items) {
          if (written.has(item['id'])) continue;
          written.add(item['id']);
          yield [
            ...columns.map((column) =>
              tableCell(column, item[column.field], language, (code) =>
                regionLabel(code, language),
              ),
            ),
            ...found!.extra.map(({ of }) => of(item)),
            `${publicUrl}/${name}/${String(item['id'])}`,
          ];
        }
        if (batch.items.length < PAGE) return;
      }
    }
    return tableResponse({
      fileName: translate(`export.${name}`),
      sheetName: translate(`export.${name}`),
      format,
      widths: [...columns.map(columnWidth), ...found.extra.map(({ width }) => width), 48],
      rows: rows(),
      at: platform.clock.now(),
    });
  },
});
