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
  apiKeys: {
    id: string;
    userId: string;
    organisationId: string | null;
    name: string;
    hint: string;
    keyHash: string;
    scopes: string[];
    perMinute: number;
    createdAt: Date;
    expiresAt: Date | null;
    lastUsedAt: Date | null;
    revokedAt: Date | null;
  };
  calendarAddresses: { userId: string; tokenHash: string; createdAt: Date };
  webhooks: {
    id: string;
    userId: string;
    name: string;
    url: string;
    types: string[];
    secret: string;
    oldSecret: string | null;
    oldSecretUntil: Date | null;
    failures: Generated<number>;
    turnedOffAt: Date | null;
    turnedOffBy: string | null;
    createdAt: Date;
  };
  webhookDeliveries: {
    id: string;
    webhookId: string;
    eventSeq: number | null;
    type: string;
    body: string;
    status: 'queued' | 'delivered' | 'failed';
    attempts: Generated<number>;
    responseCode: number | null;
    problem: string | null;
    milliseconds: number | null;
    createdAt: Date;
    settledAt: Date | null;
  };
};

export type ImportRow = Selectable<InterchangeTables['imports']>;
export type Webhook = Selectable<InterchangeTables['webhooks']>;
