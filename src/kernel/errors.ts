/**
 * A reason that can be shown to a person: a code the web and the server translate, with its values.
 * Codes are dotted and belong to the module that gives them, e.g. `docking.not_your_turn`.
 */
export type Refusal = { code: string; params?: Record<string, string | number> };

/** A field of the input that cannot be taken, with the path as it stands in the request body. */
export type FieldIssue = { path: string; message: string };

export type ErrorKind =
  | 'invalid' // the input cannot be taken: 400
  | 'unauthenticated' // sign in first: 401
  | 'forbidden' // signed in, but not allowed: 403
  | 'not_found' // 404
  | 'conflict' // somebody else changed it meanwhile: 409
  | 'refused' // understood and allowed, but not in this state: 422
  | 'too_large' // 413
  | 'too_many' // 429
  | 'unavailable'; // a part the platform needs is away: 503

/** The one error that crosses the boundary. Everything else is a fault and answered as such. */
export class AppError extends Error {
  readonly kind: ErrorKind;
  readonly reasons: Refusal[];
  readonly issues: FieldIssue[];

  constructor(kind: ErrorKind, reasons: Refusal | Refusal[], issues: FieldIssue[] = []) {
    const list = Array.isArray(reasons) ? reasons : [reasons];
    super(`${kind}: ${list.map((reason) => reason.code).join(', ')}`);
    this.name = 'AppError';
    this.kind = kind;
    this.reasons = list;
    this.issues = issues;
  }
}

export const notFound = (what: string): AppError =>
  new AppError('not_found', { code: `not_found.${what}` });

export const statusOf: Record<ErrorKind, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  refused: 422,
  too_large: 413,
  too_many: 429,
  unavailable: 503,
};
