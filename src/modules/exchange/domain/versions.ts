/** Fields of a listing in the order in which its versions are read and compared. */
export const versionFields = [
  'title',
  'text',
  'keywords',
  'trl',
  'trlProof',
  'patents',
  'budget',
  'price',
  'months',
  'coopModes',
  'region',
  'industry',
  'details',
  'attachments',
  'tier',
] as const;
export type VersionField = (typeof versionFields)[number];
