import type { ImportKind } from '../../domain/import-columns.ts';
import { expertImport } from './experts.ts';
import { facilityImport } from './facilities.ts';
import type { ImportKindParts } from './import-kind.ts';
import { achievementImport, needImport } from './listings.ts';
import { organisationImport } from './organisations.ts';

type Row = { id: string };

/** Rows pass from `judge` to `write` of the same kind only; in between they are kept as JSON. */
const asStored = <R extends Row>(parts: ImportKindParts<R>): ImportKindParts<Row> => ({
  ...parts,
  write: (context, rows) => parts.write(context, rows as readonly R[]),
});

export const kindParts: Record<ImportKind, ImportKindParts<Row>> = {
  organisation: asStored(organisationImport),
  expert: asStored(expertImport),
  facility: asStored(facilityImport),
  achievement: asStored(achievementImport),
  need: asStored(needImport),
};
