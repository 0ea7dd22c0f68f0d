import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { facilitiesClient, type Booking } from './directory-queries.ts';
import { facilityWords } from './facility-words.ts';

const beads = { requested: 'none', confirmed: 'yes', refused: 'no', cancelled: 'no' } as const;

/** One booking: for whom and when, what became of it, what may be done. */
export function BookingRow({
  booking,
  forOwner = false,
}: {
  booking: Booking;
  forOwner?: boolean;
}): ReactElement {
  const t = facilityWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<'approve' | 'refuse' | 'cancel'>();
  const { id, version, startsAt, endsAt, due, bookerName: name } = booking;
  const may = (action: string): boolean =>
    booking.actions.some((offer) => offer.action === action && offer.allowed);
  const when = t('bookings.when', {
    day: formats.dayWithWeekday(startsAt),
    from: formats.time(startsAt),
    until: formats.time(endsAt),
  });
  const who = [name, booking.bookerOrganisation].filter(Boolean).join('，');
  const done = (): void => {
    setAsked(undefined);
    void queries.invalidateQueries({ queryKey: ['bookings'] });
    void queries.invalidateQueries({ queryKey: ['slots'] });
  };
  return (
    <ListingRow
      to={forOwner ? undefined : `/facilities/${booking.facilityId}`}
      title={forOwner ? who : booking.facilityName}
      about={[when, forOwner ? null : booking.bookerOrganisation]}
      outcome={
        <>
          <Bead kind={beads[booking.status]} /> {t(`bookings.status.${booking.status}`)}
          {due ? (
            <small>
              <DueClock ticks={due.ticks} dueAt={due.at} />
            </small>
          ) : null}
        </>
      }
    >
      <div className="excerpt">
        <OwnWords>{booking.purpose}</OwnWords>
        {booking.answer ? (
          <p className="meta">{t('bookings.answer', { words: booking.answer })}</p>
        ) : null}
        {may('approve') || may('refuse') || may('cancel') ? (
          <div className="acts">
            {may('approve') ? (
              <Button kind="primary" small onClick={() => setAsked('approve')}>
                {t('bookings.approve')}
              </Button>
            ) : null}
            {may('refuse') ? (
              <Button small onClick={() => setAsked('refuse')}>
                {t('bookings.refuse')}
              </Button>
            ) : null}
            {may('cancel') && !(forOwner && may('refuse')) ? (
              <Button small onClick={() => setAsked('cancel')}>
                {t('bookings.cancel')}
              </Button>
            ) : null}
          </div>
        ) : null}
        {asked === 'approve' ? (
          <CommandForm
            title={t('bookings.approveTitle', { name })}
            intro={when}
            fields={{
              words: {
                kind: 'textarea',
                label: t('bookings.approveWords'),
                hint: t('bookings.approveHint'),
                maxLength: 500,
                song: true,
              },
            }}
            submitLabel={t('bookings.approve')}
            submit={({ words }, { idempotencyKey }) =>
              facilitiesClient.approveBooking(
                { id, version, words: words || undefined },
                { context: { idempotencyKey } },
              )
            }
            onDone={done}
            onClose={() => setAsked(undefined)}
          />
        ) : null}
        {asked === 'refuse' || asked === 'cancel' ? (
          <CommandForm
            title={
              asked === 'refuse' ? t('bookings.refuseTitle', { name }) : t('bookings.cancelTitle')
            }
            intro={`${when}。${t(asked === 'refuse' ? 'bookings.refuseIntro' : 'bookings.cancelIntro')}`}
            fields={{
              words: {
                kind: 'textarea',
                label: t('bookings.words'),
                required: true,
                maxLength: 500,
                song: true,
              },
            }}
            submitLabel={t(asked === 'refuse' ? 'bookings.refuse' : 'bookings.cancel')}
            submit={({ words }, { idempotencyKey }) => {
              const call = { context: { idempotencyKey } };
              const input = { id, version, words };
              return asked === 'refuse'
                ? facilitiesClient.refuseBooking(input, call)
                : facilitiesClient.cancelBooking(input, call);
            }}
            onDone={done}
            onClose={() => setAsked(undefined)}
          />
        ) : null}
      </div>
    </ListingRow>
  );
}
