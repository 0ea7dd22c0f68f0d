/** Whether an expert has time: from a day on, not before a day, or not at all for now. */
export const availabilities = ['available', 'busy', 'unavailable'] as const;
export type Availability = (typeof availabilities)[number];

/** Languages to work in, by ISO 639-1; those that the field uses. */
export const languageCodes = ['zh', 'en', 'ja', 'de', 'fr', 'ru', 'ko', 'es', 'it', 'ar'] as const;
export type LanguageCode = (typeof languageCodes)[number];
