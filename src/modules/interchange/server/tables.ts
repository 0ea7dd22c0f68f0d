import type { Generated, Selectable } from 'kysely';
import type { Refusal } from '../../../kernel/errors.ts';
import type { Json } from '../../../platform/commands/tables.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Mapping } from '../domain/guess-mapping.ts';
import type { ImportKind } from '../domain/import-columns.ts';
import type { ImportStatus } from '../domain/import.workflow.ts';

/** Why a row cannot be taken, in the language of who checked it. */
export type Fault = { field: string | null; text: string };

export type InterchangeTables = {
  imports: {
    id: string;
    kind: ImportKind;
    fileName: string;
    userId: string;
    organisationId: string | null;
    status: ImportStatus;
    version: Generated<number>;
    language: Language;
    columns: Json<string[]>;
    mapping: Json<Mapping>;
    rowsTotal: number;
    rowsBad: Generated<number>;
    progress: Generated<number>;
    leaveOutBad: Generated<boolean>;
    problems: Json<Refusal[]>;
    createdAt: Date;
    stepStartedAt: Date;
    finishedAt: Date | null;
  };
  importRows: {
    importId: string;
    number: number;
    cells: Json<string[]>;
    record: unknown;
    faults: Fault[] | null;
  };
  importMappings: {
    userId: string;
    kind: ImportKind;
    headers: Json<Record<string, string>>;
    updatedAt: Date;
  };
};

export type ImportRow = Selectable<InterchangeTables['imports']>;
