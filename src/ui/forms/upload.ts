import { ApiFailure, failureFromBody, networkFailure } from '../api-failure.ts';
import { newIdempotencyKey } from '../client.ts';
import { currentLanguage } from '../i18n/language.ts';

export type UploadedFile = { id: string; name: string; size: number; sha256: string };

/**
 * Sends one file to `/api/files`. XMLHttpRequest, because fetch cannot tell how far an upload is.
 * Progress is a share of 1. Rejects with `ApiFailure`; aborted uploads never settle.
 */
export function uploadFile(
  file: File,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<UploadedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/api/files');
    request.setRequestHeader('accept-language', currentLanguage());
    request.setRequestHeader('idempotency-key', newIdempotencyKey());
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(networkFailure()));
    request.addEventListener('load', () => {
      let body: unknown = null;
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // judged by its status below
      }
      if (request.status >= 200 && request.status < 300 && body !== null) {
        resolve(body as UploadedFile);
      } else {
        const requestId = request.getResponseHeader('x-request-id') ?? undefined;
        reject(failureFromBody(request.status, body, requestId));
      }
    });
    signal.addEventListener('abort', () => request.abort());
    const form = new FormData();
    form.append('file', file);
    request.send(form);
  });
}

export const failureText = (error: unknown): string =>
  error instanceof ApiFailure ? error.message : networkFailure().message;
