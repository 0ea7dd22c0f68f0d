/** Kinds of facility: the classes of large scientific instruments that a district has, and pilot lines. */
export const facilityCategories = [
  'analysis',
  'physical',
  'metrology',
  'electronic',
  'inspection',
  'process',
  'pilot_line',
  'computing',
  'medical',
  'other',
] as const;
export type FacilityCategory = (typeof facilityCategories)[number];

/** Open on this day of the week (1 Monday … 7 Sunday) from one Beijing time until another. */
export type OpeningHours = { weekday: number; from: string; until: string };
