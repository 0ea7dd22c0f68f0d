import { z } from 'zod';
import {
  actionOffer,
  id,
  moment,
  pageOf,
  paging,
  refusal,
  route,
} from '../../platform/contract/route.ts';
import { accessContract } from './access-contract.ts';
import { importKinds } from './domain/import-columns.ts';
import { importStatuses } from './domain/import.workflow.ts';
import { webhookContract } from './webhook-contract.ts';

const kind = z.enum(importKinds);
/** For each column of the file the field it goes to; null leaves it out. */
const mapping = z.array(z.string().max(60).nullable()).max(100);
const version = z.number().int().min(1);

const importSummary = z.object({
  id,
  kind,
  fileName: z.string(),
  status: z.enum(importStatuses),
  rowsTotal: z.number().int(),
  rowsBad: z.number().int(),
  createdAt: moment,
  finishedAt: moment.nullable(),
});

const importDetail = importSummary.extend({
  version: z.number().int(),
  /** The own organisation whose listings these are; null when an operator brings them in. */
  organisationId: id.nullable(),
  columns: z.array(z.string()),
  mapping,
  /** What a column can go to, with what stands in the template. */
  fields: z.array(
    z.object({ field: z.string(), name: z.string(), required: z.boolean(), note: z.string() }),
  ),
  /** Rows that the present step is through with. */
  progress: z.number().int(),
  leaveOutBad: z.boolean(),
  /** Why the last step stopped. */
  problems: z.array(refusal),
  /** The first rows, as they stand in the file. */
  sample: z.array(z.array(z.string())),
  actions: z.array(actionOffer),
});

const badRow = z.object({
  /** As the spreadsheet counts it. */
  number: z.number().int(),
  cells: z.array(z.string()),
  faults: z.array(
    z.object({
      /** The field, and the column of the file that it comes from. */
      field: z.string().nullable(),
      column: z.number().int().nullable(),
      name: z.string().nullable(),
      text: z.string(),
    }),
  ),
});

export const importContract = {
  listMyImports: route('GET', '/imports', 'import.mine', 'Files that I brought in, newest first')
    .input(z.object(paging))
    .output(pageOf(importSummary)),
  uploadImport: route(
    'POST',
    '/imports',
    'import.upload',
    'Read a table (.xlsx, .csv) without taking anything into the library yet',
  )
    .input(
      z.object({
        file: z.instanceof(Blob),
        kind,
        /** To bring in needs or achievements of the own organisation. */
        organisationId: id.optional(),
      }),
    )
    .output(importDetail),
  getImport: route('GET', '/imports/{id}', 'import.read', 'One import, with what may be done next')
    .input(z.object({ id }))
    .output(importDetail),
  listBadRows: route(
    'GET',
    '/imports/{id}/bad-rows',
    'import.read',
    'Rows that cannot be taken, and why',
  )
    .input(z.object({ id, ...paging }))
    .output(pageOf(badRow)),
  checkImport: route(
    'POST',
    '/imports/{id}/check',
    'import.check',
    'Try all rows with this mapping; changes nothing in the library',
  )
    .input(z.object({ id, version, mapping }))
    .output(importDetail),
  startImport: route(
    'POST',
    '/imports/{id}/start',
    'import.start',
    'Take all good rows into the library, at once or not at all',
  )
    .input(z.object({ id, version, leaveOutBad: z.boolean().default(false) }))
    .output(importDetail),
  cancelImport: route('POST', '/imports/{id}/cancel', 'import.cancel', 'Give an import up')
    .input(z.object({ id }))
    .output(importDetail),
  undoImport: route(
    'POST',
    '/imports/{id}/undo',
    'import.undo',
    'Take out again exactly what an import brought in',
  )
    .input(z.object({ id }))
    .output(importDetail),
};

export const interchangeContract = { ...importContract, ...accessContract, ...webhookContract };
