/** Days that a confirmation holds, and how many before its end the owner is reminded. */
export const confirmationDays = { setting: 'listing.confirm-days', initial: 90 };
export const reminderDays = { setting: 'listing.confirm-reminder-days', initial: 14 };

const DAY_MS = 86_400_000;

type Confirmed = { confirmedAt: Date | null; publishedAt: Date | null };

/** Until when a listing counts as confirmed; null before it was ever public. */
export function confirmedUntil({ confirmedAt, publishedAt }: Confirmed, days: number): Date | null {
  const since = confirmedAt ?? publishedAt;
  return since === null ? null : new Date(since.getTime() + days * DAY_MS);
}

export type ConfirmationStep = 'remind' | 'lapse' | null;

/**
 * What is due for a published listing now: a reminder once before the end, then to be hidden.
 * `remindedAt` belongs to the present confirmation. Examples are exempt: nobody looks after them.
 */
export function confirmationStep(
  listing: Confirmed & {
    confirmRemindedAt: Date | null;
    lapsedAt: Date | null;
    isExample: boolean;
  },
  now: Date,
  { days, reminder }: { days: number; reminder: number },
): ConfirmationStep {
  if (listing.isExample || listing.lapsedAt !== null) return null;
  const until = confirmedUntil(listing, days);
  if (until === null) return null;
  // Nobody is hidden without having been reminded first, however long the job stood still.
  if (now.getTime() >= until.getTime() && listing.confirmRemindedAt !== null) {
    const warned = listing.confirmRemindedAt.getTime() + Math.min(reminder, 3) * DAY_MS;
    return now.getTime() >= warned ? 'lapse' : null;
  }
  if (now.getTime() >= until.getTime() - reminder * DAY_MS && listing.confirmRemindedAt === null) {
    return 'remind';
  }
  return null;
}
