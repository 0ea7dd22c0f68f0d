/** Who reads the closed part of a listing: everybody, people who hold a role here, or whom the owner lets. */
export const tiers = ['public', 'members', 'on_request'] as const;
export type Tier = (typeof tiers)[number];

export const disclosureStatuses = ['asked', 'granted', 'refused', 'revoked'] as const;
export type DisclosureStatus = (typeof disclosureStatuses)[number];

/** The longest that an owner may let somebody see a closed part at once, in days. */
export const LONGEST_CONSENT_DAYS = 366;

type Consent = { status: DisclosureStatus; validUntil: string | null };

/** A consent holds through its last day, by the calendar of China. */
export const isLive = ({ status, validUntil }: Consent, today: string): boolean =>
  status === 'granted' && validUntil !== null && validUntil >= today;

/** How one stands; a consent whose last day is over has run out. */
export const standingOf = (consent: Consent, today: string): DisclosureStatus | 'expired' =>
  consent.status === 'granted' && !isLive(consent, today) ? 'expired' : consent.status;
