/** One row of a table that is not blank; `number` as a spreadsheet counts it, from 1. */
export type SheetRow = { number: number; cells: string[] };
