import { implement } from '@orpc/server';
import { AppError } from '../../../kernel/errors.ts';
import { MAX_FILE_BYTES } from '../../../platform/files/files.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { interchangeContract } from '../contract.ts';
import { createApiKey, listApiKeys, revokeKey } from './api-keys.ts';
import { getCalendarAddress, renewCalendarAddress, revokeCalendar } from './calendar-address.ts';
import {
  cancelImport,
  createCheckImport,
  createStartImport,
  createUndoImport,
} from './import-commands.ts';
import { getImport, listBadRows, listMyImports } from './import-queries.ts';
import { uploadImport } from './upload-import.ts';
import {
  createRedeliver,
  createTryWebhook,
  createWebhookWithSecret,
  removeWebhook,
  rotateWebhookSecret,
  switchWebhook,
} from './webhook-commands.ts';
import { listDeliveries, listWebhooks } from './webhook-queries.ts';

export function createInterchangeRouter(platform: Platform) {
  const { runCommand } = platform;
  const os = implement(interchangeContract).$context<ApiContext>();
  const checkImport = createCheckImport(platform);
  const startImport = createStartImport(platform);
  const undoImport = createUndoImport(platform);
  const tryWebhook = createTryWebhook(platform);
  const redeliver = createRedeliver(platform);
  const answer = async (context: ApiContext, changed: Promise<{ id: string }>) =>
    getImport(platform, context, (await changed).id);
  const webhooks = async (context: ApiContext, changed: Promise<unknown>) => {
    await changed;
    return listWebhooks(platform, context);
  };
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
    listKeys: os.listKeys.handler(({ context }) => listApiKeys(platform, context)),
    createKey: os.createKey.handler(({ context, input: { expiresAt, ...input } }) =>
      createApiKey(platform, context, {
        ...input,
        expiresAt: expiresAt === null ? null : new Date(expiresAt),
      }),
    ),
    revokeKey: os.revokeKey.handler(async ({ context, input }) => {
      await runCommand(context.request, revokeKey, input);
      return listApiKeys(platform, context);
    }),
    getCalendar: os.getCalendar.handler(({ context }) => getCalendarAddress(platform, context)),
    renewCalendar: os.renewCalendar.handler(({ context }) =>
      renewCalendarAddress(platform, context),
    ),
    revokeCalendar: os.revokeCalendar.handler(async ({ context }) => {
      await runCommand(context.request, revokeCalendar, {});
      return getCalendarAddress(platform, context);
    }),
    listWebhooks: os.listWebhooks.handler(({ context }) => listWebhooks(platform, context)),
    createWebhook: os.createWebhook.handler(({ context, input }) =>
      createWebhookWithSecret(platform, context, input),
    ),
    rotateWebhook: os.rotateWebhook.handler(({ context, input }) =>
      rotateWebhookSecret(platform, context, input.id),
    ),
    switchWebhook: os.switchWebhook.handler(({ context, input }) =>
      webhooks(context, runCommand(context.request, switchWebhook, input)),
    ),
    tryWebhook: os.tryWebhook.handler(({ context, input }) =>
      webhooks(context, runCommand(context.request, tryWebhook, input)),
    ),
    removeWebhook: os.removeWebhook.handler(({ context, input }) =>
      webhooks(context, runCommand(context.request, removeWebhook, input)),
    ),
    listDeliveries: os.listDeliveries.handler(({ context, input }) =>
      listDeliveries(platform, context, input),
    ),
    redeliver: os.redeliver.handler(({ context, input }) =>
      webhooks(context, runCommand(context.request, redeliver, input)),
    ),
    undoImport: os.undoImport.handler(({ context, input }) =>
      answer(context, runCommand(context.request, undoImport, input)),
    ),
  };
}
