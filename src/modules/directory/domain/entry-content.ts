import type { EntrySubject } from './entry.workflow.ts';

/** What an entry says: the fields that are kept with each version and can be compared. */
export const contentFields = {
  organisation: [
    'name',
    'kind',
    'carrierType',
    'uscc',
    'regionCode',
    'parentId',
    'aliases',
    'formerNames',
    'introduction',
  ],
  expert: [
    'name',
    'title',
    'organisationName',
    'regionCode',
    'research',
    'bio',
    'fields',
    'languages',
    'orcid',
    'availability',
    'availabilityDay',
    'availabilityWords',
  ],
  facility: [
    'name',
    'category',
    'model',
    'abilities',
    'place',
    'regionCode',
    'fee',
    'opening',
    'slotMinutes',
    'leadDays',
    'longestMinutes',
    'needsApproval',
  ],
} as const satisfies Record<EntrySubject, readonly string[]>;

export type Content = Readonly<Record<string, unknown>>;

/** What a row says at this moment, nothing else of it. */
export const contentOf = (subject: EntrySubject, row: Content): Record<string, unknown> =>
  Object.fromEntries(contentFields[subject].map((field) => [field, row[field] ?? null]));

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The fields in which two versions differ, in the order in which a page shows them. */
export const changedFields = (subject: EntrySubject, before: Content, after: Content): string[] =>
  contentFields[subject].filter((field) => !same(before[field] ?? null, after[field] ?? null));
