import { implement } from '@orpc/server';
import type { ApiContext } from '../http/request.ts';
import type { Platform } from '../platform.ts';
import { filesContract } from './contract.ts';
import { noteUpload } from './file-commands.ts';

export function createFilesRouter({ files, guard, runCommand }: Platform) {
  const os = implement(filesContract).$context<ApiContext>();
  return {
    uploadFile: os.uploadFile.handler(async ({ context, input }) => {
      // Asked before anything is written to the disk.
      guard.require(context.request.actor, 'file.upload');
      const stored = await files.put(new Uint8Array(await input.file.arrayBuffer()));
      const given = input.file instanceof File ? input.file.name : 'file';
      const name = given.replaceAll(/[\p{Cc}/\\]/gu, '_').slice(0, 200) || 'file';
      return runCommand(context.request, noteUpload, { name, ...stored });
    }),
  };
}
