import { implement } from '@orpc/server';
import { AppError } from '../../../kernel/errors.ts';
import { MAX_FILE_BYTES } from '../../../platform/files/files.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { interchangeContract } from '../contract.ts';
import {
  cancelImport,
  createCheckImport,
  createStartImport,
  createUndoImport,
} from './import-commands.ts';
import { getImport, listBadRows, listMyImports } from './import-queries.ts';
import { uploadImport } from './upload-import.ts';

export function createInterchangeRouter(platform: Platform) {
  const { runCommand } = platform;
  const os = implement(interchangeContract).$context<ApiContext>();
  const checkImport = createCheckImport(platform);
  const startImport = createStartImport(platform);
  const undoImport = createUndoImport(platform);
  const answer = async (context: ApiContext, changed: Promise<{ id: string }>) =>
    getImport(platform, context, (await changed).id);
  return {
    listMyImports: os.listMyImports.handler(({ context, input }) =>
      listMyImports(platform, context, input),
    ),
    uploadImport: os.uploadImport.handler(async ({ context, input }) => {
      const { file, kind, organisationId = null } = input;
      const { actor } = context.request;
      // Asked before anything is read.
      platform.guard.require(actor, 'import.upload', {
        kind,
        organisationId,
        userId: actor.userId,
      });
      if (file.size > MAX_FILE_BYTES) {
        throw new AppError('too_large', {
          code: 'files.too_large',
          params: { mb: MAX_FILE_BYTES / 1024 / 1024 },
        });
      }
      const given = file instanceof File ? file.name : 'file';
      const upload = {
        kind,
        organisationId,
        fileName: given.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(-200) || 'file',
        content: new Uint8Array(await file.arrayBuffer()),
        language: context.language,
      };
      // A file is no part of what a repeated request is compared by.
      const request = { ...context.request, idempotencyKey: null };
      return answer(context, runCommand(request, uploadImport, upload));
    }),
    getImport: os.getImport.handler(({ context, input }) => getImport(platform, context, input.id)),
    listBadRows: os.listBadRows.handler(({ context, input }) =>
      listBadRows(platform, context, input),
    ),
    checkImport: os.checkImport.handler(({ context, input }) =>
      answer(
        context,
        runCommand(context.request, checkImport, { ...input, language: context.language }),
      ),
    ),
    startImport: os.startImport.handler(({ context, input }) =>
      answer(context, runCommand(context.request, startImport, input)),
    ),
    cancelImport: os.cancelImport.handler(({ context, input }) =>
      answer(context, runCommand(context.request, cancelImport, input)),
    ),
    undoImport: os.undoImport.handler(({ context, input }) =>
      answer(context, runCommand(context.request, undoImport, input)),
    ),
  };
}
