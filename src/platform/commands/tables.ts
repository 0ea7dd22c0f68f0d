import type { ColumnType } from 'kysely';

/** jsonb: read as parsed values, written as text. */
export type Json<T> = ColumnType<T, string, string>;

export type CommandTables = {
  auditHead: { id: number; seq: number; hash: string };
  auditEntries: {
    seq: number;
    at: Date;
    actorId: string;
    action: string;
    subjectType: string;
    subjectId: string;
    requestId: string;
    data: Json<unknown>;
    prevHash: string;
    hash: string;
  };
  outbox: {
    seq: number;
    at: Date;
    type: string;
    subjectType: string;
    subjectId: string;
    data: Json<Record<string, unknown>>;
  };
  outboxCursors: { name: string; seq: number };
  idempotencyKeys: {
    actorId: string;
    key: string;
    requestHash: string;
    response: ColumnType<unknown, string | undefined, string>;
    at: Date;
  };
  settings: { key: string; value: Json<unknown>; updatedAt: Date; updatedBy: string };
  storedFiles: {
    id: string;
    name: string;
    mediaType: string;
    size: number;
    sha256: string;
    uploadedBy: string;
    uploadedAt: Date;
    subjectType: string | null;
    subjectId: string | null;
    isExample: ColumnType<boolean, boolean | undefined, boolean>;
  };
};
