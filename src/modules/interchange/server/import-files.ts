import { Readable } from 'node:stream';
import { notFound } from '../../../kernel/errors.ts';
import { savedAs, type PlainRoute } from '../../../platform/http/plain-route.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { columnName } from '../../../platform/sheets/cell-names.ts';
import type { CellValue } from '../../../platform/sheets/write-csv.ts';
import { writeXlsx, type SheetToWrite } from '../../../platform/sheets/write-xlsx.ts';
import { importColumns, importKinds, type ImportKind } from '../domain/import-columns.ts';
import { badRows, getOwnImport } from './import-queries.ts';
import { tableName, tableResponse, XLSX_TYPE } from './table-files.ts';
import { columnWidth } from './table-rows.ts';

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** An empty table with lists to choose from, a sheet that explains each column, and an example. */
export function templateSheets(
  kind: ImportKind,
  language: Language,
  translate: (code: string) => string,
): SheetToWrite[] {
  const columns = importColumns[kind];
  const choiceSheet = translate('template.choices');
  const lists = columns.flatMap((column, at) =>
    'choices' in column ? [{ at, choices: column.choices }] : [],
  );
  const longest = Math.max(0, ...lists.map(({ choices }) => choices.length));
  return [
    {
      name: translate(`template.${kind}`),
      header: true,
      widths: columns.map(columnWidth),
      rows: each([columns.map(({ header }) => header[language])]),
      rules: columns.map((column, at) => {
        const list = lists.findIndex((each) => each.at === at);
        const letters = columnName(list);
        return {
          column: at,
          note: { title: column.header[language], text: column.note[language] },
          // Several can be written in one cell; a list would refuse that.
          ...('choices' in column && column.form === 'choice'
            ? { choices: `'${choiceSheet}'!$${letters}$1:$${letters}$${column.choices.length}` }
            : {}),
        };
      }),
    },
    {
      name: translate('template.help'),
      header: true,
      widths: [24, 10, 60, 50],
      rows: each<CellValue[]>([
        ['column', 'required', 'note', 'example'].map((word) => translate(`template.${word}`)),
        ...columns.map((column) => [
          column.header[language],
          translate(column.required ? 'template.yes' : 'template.no'),
          'choices' in column
            ? `${column.note[language]} ${column.choices.map((choice) => choice[language]).join(language === 'en' ? ', ' : '、')}`
            : column.note[language],
          column.example,
        ]),
      ]),
    },
    ...(lists.length === 0
      ? []
      : [
          {
            name: choiceSheet,
            header: false,
            hidden: true,
            widths: lists.map(() => 24),
            rows: each(
              Array.from({ length: longest }, (_, row) =>
                lists.map(({ choices }) => choices[row]?.[language] ?? null),
              ),
            ),
          },
        ]),
  ];
}

export const importTemplate = ({ guard, clock }: Platform): PlainRoute => ({
  path: '/api/import-templates/:file',
  permission: 'import.template',
  async answer({ params, context }) {
    const { language, translate, request } = context;
    guard.require(request.actor, 'import.template');
    const { name, format } = tableName(params['file'] ?? '');
    const kind = importKinds.find((each) => each === name);
    if (!kind || format !== 'xlsx') throw notFound('file');
    const bytes = writeXlsx(templateSheets(kind, language, translate), clock.now());
    return new Response(Readable.toWeb(bytes) as ReadableStream, {
      headers: savedAs(`${translate(`template.${kind}`)}.xlsx`, XLSX_TYPE),
    });
  },
});

/** The bad rows as they stand in the file, with a last column that says what is wrong with each. */
export const badRowsFile = (platform: Platform): PlainRoute => ({
  path: '/api/imports/:id/bad-rows/:file',
  permission: 'import.read',
  async answer({ params, context }) {
    const row = await getOwnImport(platform, context, params['id'] ?? '');
    const { format } = tableName(params['file'] ?? '');
    const { translate, language } = context;
    const reason = translate('template.reason');
    const names = new Map(
      importColumns[row.kind].map(({ field, header }) => [field, header[language]]),
    );
    const say = ({ field, text }: { field: string | null; text: string }) =>
      field === null ? text : `${names.get(field) ?? field}: ${text}`;
    // Of a file that was mended once already the old reasons are left out.
    const kept = row.columns.flatMap((column, at) => (column === reason ? [] : [at]));
    async function* rows(): AsyncGenerator<CellValue[]> {
      yield [...kept.map((at) => row.columns[at] ?? ''), reason];
      for (let offset = 0; ; offset += 500) {
        const batch = await badRows(platform, row.id).limit(500).offset(offset).execute();
        for (const { cells, faults } of batch) {
          yield [...kept.map((at) => cells[at] ?? ''), (faults ?? []).map(say).join('\n')];
        }
        if (batch.length < 500) return;
      }
    }
    const stem = row.fileName.replace(/\.[^.]*$/, '');
    return tableResponse({
      fileName: `${stem} ${translate('template.toMend')}`,
      sheetName: translate(`template.${row.kind}`),
      format,
      widths: [...kept.map(() => 24), 60],
      rows: rows(),
      at: platform.clock.now(),
    });
  },
});
