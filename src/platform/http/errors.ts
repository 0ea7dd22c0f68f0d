import { ORPCError, ValidationError } from '@orpc/server';
import { AppError, statusOf, type FieldIssue } from '../../kernel/errors.ts';
import { fieldMessage } from '../i18n/field-messages.ts';
import type { Language } from '../i18n/languages.ts';
import type { ApiContext } from './request.ts';
import { explain } from './request.ts';

/** What every failed request answers with, beside code, status and a message. */
export type ErrorData = {
  reasons?: { code: string; message: string }[];
  issues?: FieldIssue[];
  requestId: string;
};

/**
 * Any failure as the one error the API gives: in the reader's language, with what to do. A fault of
 * ours is answered without its details and handed to `onFault` for the log.
 */
export function toApiError(
  error: unknown,
  context: ApiContext,
  onFault: (error: unknown) => void,
): ORPCError<string, ErrorData> {
  const { translate, request, language } = context;
  const requestId = request.requestId;
  const answer = (code: string, status: number, message: string, data: Partial<ErrorData> = {}) =>
    new ORPCError(code, { status, message, data: { ...data, requestId } });

  if (error instanceof AppError) {
    const reasons = explain(translate, error.reasons);
    return answer(error.kind.toUpperCase(), statusOf[error.kind], reasons[0]?.message ?? '', {
      reasons,
      ...(error.issues.length > 0 ? { issues: error.issues } : {}),
    });
  }
  if (error instanceof ORPCError) {
    if (error.code === 'BAD_REQUEST' && error.cause instanceof ValidationError) {
      const issues = error.cause.issues.map((issue) => fieldIssue(issue, language));
      return answer('INVALID', 400, translate('platform.invalid'), { issues });
    }
    if (error.status < 500) {
      const code = error.status === 413 ? 'files.too_large' : 'platform.bad_request';
      return answer(error.code, error.status, translate(code, { mb: 20 }));
    }
  }
  // A body that is no JSON; nothing of ours parses text while it answers.
  if (error instanceof SyntaxError) {
    return answer('BAD_REQUEST', 400, translate('platform.bad_request'));
  }
  onFault(error);
  return answer('FAULT', 500, translate('platform.fault', { requestId }));
}

function fieldIssue(
  issue: { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] | undefined },
  language: Language,
): FieldIssue {
  const path = (issue.path ?? [])
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.');
  return { path, message: fieldMessage(issue, language) };
}
