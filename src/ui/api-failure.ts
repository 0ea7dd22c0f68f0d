import { findCodeText } from './i18n/messages.ts';
import { words } from './i18n/words.ts';

export type ApiIssue = { path: string; message: string };

type FailureParts = {
  /** As the server said it, e.g. `FORBIDDEN`; `NETWORK` when there was no answer. */
  code: string;
  /** HTTP status; 0 when there was no answer. */
  status: number;
  message: string;
  issues?: ApiIssue[];
  reasons?: unknown;
  requestId?: string;
};

/** The one way a request fails, whatever went wrong. `message` is in the reader's language. */
export class ApiFailure extends Error {
  readonly code: string;
  readonly status: number;
  readonly issues: ApiIssue[];
  readonly reasons: unknown;
  readonly requestId: string | undefined;

  constructor(parts: FailureParts) {
    super(parts.message);
    this.name = 'ApiFailure';
    this.code = parts.code;
    this.status = parts.status;
    this.issues = parts.issues ?? [];
    this.reasons = parts.reasons;
    this.requestId = parts.requestId;
  }

  /** Worth the same request again: nobody answered, or the server was not able to. */
  get passing(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500;
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

/** `['indicators', 0, 'unit']` and `[{key: 'indicators'}, …]` become `indicators.0.unit`. */
function pathOf(path: unknown): string {
  if (typeof path === 'string') return path;
  if (!Array.isArray(path)) return '';
  return path
    .map((segment: unknown) => String(isRecord(segment) ? segment['key'] : segment))
    .join('.');
}

function issuesOf(value: unknown): ApiIssue[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((issue: unknown) =>
    isRecord(issue)
      ? [{ path: pathOf(issue['path']), message: textOf(issue['message']) ?? '' }]
      : [],
  );
}

/** Reasons that have words in the reader's language, as sentences. */
export function reasonTexts(reasons: unknown): string[] {
  if (!Array.isArray(reasons)) return [];
  return reasons.flatMap((reason: unknown) => {
    if (typeof reason === 'string') return [reason];
    if (!isRecord(reason)) return [];
    const code = textOf(reason['code']);
    const params = isRecord(reason['params'])
      ? (reason['params'] as Record<string, string | number>)
      : {};
    const said = textOf(reason['message']) ?? (code && findCodeText(code, params));
    return said ? [said] : [];
  });
}

const wordsFor: Record<number, Parameters<typeof words.text>[0]> = {
  0: 'failure.network',
  400: 'failure.invalid',
  401: 'failure.unauthenticated',
  403: 'failure.forbidden',
  404: 'failure.notFound',
  409: 'failure.conflict',
  413: 'failure.tooLarge',
  422: 'failure.refused',
  429: 'failure.tooMany',
  503: 'failure.unavailable',
};

/** What to say for a status when the answer itself says nothing fit for readers. */
export const statusText = (status: number): string =>
  (words.text as (key: string) => string)(wordsFor[status] ?? 'failure.fault');

/**
 * Reads the body of a failed answer: `{defined, code, status, message, data: {issues, reasons,
 * requestId}}` of the contract's routes, or `{code, message}` of the account routes.
 */
export function failureFromBody(status: number, body: unknown, requestId?: string): ApiFailure {
  const outer = isRecord(body) ? body : {};
  const data = isRecord(outer['data']) ? outer['data'] : {};
  const said = reasonTexts(data['reasons']);
  const code = textOf(outer['code']) ?? `HTTP_${status}`;
  return new ApiFailure({
    code,
    status,
    // A fault's message is for the log; the reader gets words.
    message: said.join('') || (status < 500 && spoken(outer['message'])) || statusText(status),
    issues: issuesOf(data['issues']),
    reasons: data['reasons'],
    requestId: textOf(data['requestId']) ?? requestId,
  });
}

/** Bare English defaults of the protocol such as “Bad Request” say nothing to a reader. */
const spoken = (message: unknown): string | undefined => {
  const text = textOf(message);
  return text && /[\u3400-\u9fff]|[.!?]$/.test(text) ? text : undefined;
};

export const networkFailure = (): ApiFailure =>
  new ApiFailure({ code: 'NETWORK', status: 0, message: statusText(0) });
