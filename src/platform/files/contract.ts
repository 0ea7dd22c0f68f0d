import { z } from 'zod';
import { id, route } from '../contract/route.ts';

export const storedFile = z.object({
  id,
  name: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  sha256: z.string(),
});

export const filesContract = {
  uploadFile: route(
    'POST',
    '/files',
    'file.upload',
    'Upload a file to be attached by a later command',
  )
    .input(z.object({ file: z.instanceof(Blob) }))
    .output(storedFile),
};
