import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { shiftDate } from '../../../kernel/calendar.ts';
import { useNow } from '../../../ui/case/use-now.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { useGo, useHere } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { signInAddress } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { weekdayOf } from '../domain/facility-times.ts';
import { facilitiesClient, slotsQuery, type FacilityDetail } from './directory-queries.ts';
import { facilityWords } from './facility-words.ts';
import { chooseSlot, type Choice, type Day } from './slot-choice.ts';

const mondayOf = (date: string): string => shiftDate(date, 1 - weekdayOf(date));

/** A week of a facility, slot by slot; free ones of one day are chosen and booked together. */
export function BookingCalendar({ facility }: { facility: FacilityDetail }): ReactElement {
  const t = facilityWords.useText();
  const formats = useFormats();
  const today = localDay(useNow());
  const [monday, setMonday] = useState(mondayOf(shiftDate(today, facility.leadDays)));
  const [choice, setChoice] = useState<Choice>();
  const query = useQuery({
    ...slotsQuery(facility.id, monday),
    enabled: facility.bookable,
  });
  const go = (to: string): void => {
    setMonday(to);
    setChoice(undefined);
  };
  const { data, error, refetch } = query;
  const free = data?.days.some((day) => day.slots.some(({ state }) => state === 'free'));
  return (
    <section className="booking-calendar">
      <header className="list-head">
        <h2>{t('calendar.title')}</h2>
        {facility.bookable ? (
          <span className="meta" aria-live="polite">
            {t('calendar.week', {
              from: formats.day(monday),
              until: formats.day(shiftDate(monday, 6)),
            })}
          </span>
        ) : null}
      </header>
      {!facility.bookable ? (
        <p>{t('calendar.notHere', { name: facility.organisationName })}</p>
      ) : facility.status === 'retired' ? (
        <p>{t('calendar.retired')}</p>
      ) : (
        <>
          <p className="meta">{t('calendar.lead')}</p>
          <div className="week-steps">
            <Button
              small
              onClick={() => go(shiftDate(monday, -7))}
              aria-disabled={monday <= mondayOf(today) || undefined}
              pending={monday <= mondayOf(today)}
            >
              {t('calendar.earlier')}
            </Button>
            <Button small onClick={() => go(shiftDate(monday, 7))}>
              {t('calendar.later')}
            </Button>
          </div>
          {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
          {!data && !error ? <LoadingState lines={6} /> : null}
          {data ? (
            <>
              <div className="week">
                {data.days.map((day) => (
                  <DayColumn
                    key={day.date}
                    day={day}
                    choice={choice}
                    onChoose={(at) =>
                      setChoice(chooseSlot(choice, day, at, facility.longestMinutes))
                    }
                  />
                ))}
              </div>
              <p className="meta">{free ? t('calendar.legend') : t('calendar.noneThisWeek')}</p>
            </>
          ) : null}
          {choice ? (
            <BookChoice facility={facility} choice={choice} onClear={() => setChoice(undefined)} />
          ) : null}
        </>
      )}
    </section>
  );
}

function DayColumn({
  day,
  choice,
  onChoose,
}: {
  day: Day;
  choice: Choice | undefined;
  onChoose: (at: number) => void;
}): ReactElement {
  const t = facilityWords.useText();
  const formats = useFormats();
  const name = formats.dayWithWeekday(day.date);
  return (
    <section className="day" aria-label={name}>
      <h3>
        <span>{t(`weekdays.d${weekdayOf(day.date) as 1}`)}</span> {formats.day(day.date)}
      </h3>
      {day.slots.length === 0 ? (
        <p className="meta">{t(day.holiday ? 'calendar.holiday' : 'calendar.none')}</p>
      ) : (
        <ul>
          {day.slots.map((slot, at) => {
            const chosen =
              choice?.date === day.date &&
              choice.startsAt <= slot.startsAt &&
              slot.endsAt <= choice.endsAt;
            const said = {
              day: name,
              from: formats.time(slot.startsAt),
              until: formats.time(slot.endsAt),
            };
            return (
              <li key={slot.startsAt}>
                {slot.state === 'free' ? (
                  <button
                    type="button"
                    className={chosen ? 'slot free chosen' : 'slot free'}
                    aria-pressed={chosen}
                    aria-label={t('calendar.slot', {
                      ...said,
                      state: t(chosen ? 'calendar.chosen' : 'calendar.free'),
                    })}
                    onClick={() => onChoose(at)}
                  >
                    <span aria-hidden="true">{chosen ? '●' : '○'}</span> {said.from}
                  </button>
                ) : (
                  <span className={`slot ${slot.state}`}>
                    <span aria-hidden="true">{slot.state === 'taken' ? '✕' : '—'}</span> {said.from}
                    <span className="visually-hidden">{t(`calendar.${slot.state}`)}</span>
                  </span>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

/** The chosen time, and the form that books it. */
function BookChoice({
  facility,
  choice,
  onClear,
}: {
  facility: FacilityDetail;
  choice: Choice;
  onClear: () => void;
}): ReactElement {
  const t = facilityWords.useText();
  const formats = useFormats();
  const { session } = useSession();
  const here = useHere();
  const go = useGo();
  const queries = useQueryClient();
  const [open, setOpen] = useState(false);
  const said = {
    day: formats.dayWithWeekday(choice.startsAt),
    from: formats.time(choice.startsAt),
    until: formats.time(choice.endsAt),
  };
  const mine = session.organisations;
  return (
    <div className="book-choice" aria-live="polite">
      <b>{t('calendar.chosenText', said)}</b>
      <div className="acts">
        {session.signedIn ? (
          <Button kind="primary" onClick={() => setOpen(true)}>
            {t('calendar.book')}
          </Button>
        ) : (
          <Link className="button primary" to={signInAddress(here)}>
            {t('calendar.signIn')}
          </Link>
        )}
        <Button onClick={onClear}>{t('calendar.clear')}</Button>
      </div>
      <CommandForm
        open={open}
        onClose={() => setOpen(false)}
        title={t('book.title', { name: facility.name })}
        intro={t(
          facility.needsApproval && !facility.mine ? 'book.introApproval' : 'book.intro',
          said,
        )}
        fields={{
          purpose: {
            kind: 'textarea',
            label: t('book.purpose'),
            hint: t('book.purposeHint'),
            required: true,
            maxLength: 500,
            song: true,
          },
          organisationId: {
            kind: 'radio',
            label: t('book.organisation'),
            options: [
              ...mine.map(({ id, name }) => ({ value: id, label: name })),
              { value: 'me', label: t('book.myself') },
            ],
          },
        }}
        initial={{ organisationId: mine[0]?.id ?? 'me' }}
        submitLabel={t('book.submit')}
        submit={({ purpose, organisationId }, { idempotencyKey }) =>
          facilitiesClient.requestBooking(
            {
              facilityId: facility.id,
              startsAt: choice.startsAt,
              endsAt: choice.endsAt,
              purpose,
              organisationId: organisationId === 'me' ? null : organisationId || null,
            },
            { context: { idempotencyKey } },
          )
        }
        onDone={() => {
          setOpen(false);
          onClear();
          void queries.invalidateQueries({ queryKey: ['slots'] });
          void queries.invalidateQueries({ queryKey: ['bookings'] });
          go('/my/bookings');
        }}
      />
    </div>
  );
}
