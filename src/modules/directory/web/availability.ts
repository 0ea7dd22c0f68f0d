import { useFormats } from '../../../ui/i18n/format.ts';
import type { Availability } from '../domain/experts.ts';
import { directoryWords } from './directory-words.ts';

type Stated = {
  availability: Availability | null;
  availabilityDay: string | null;
  availabilityWords: string;
};

/** When an expert has time, in one line; null when nothing was said. */
export function useAvailability(): (expert: Stated) => string | null {
  const t = directoryWords.useText();
  const formats = useFormats();
  return ({ availability, availabilityDay: day, availabilityWords: words }) => {
    if (availability === null) return words || null;
    const stands =
      availability === 'unavailable'
        ? t('availability.unavailable')
        : day === null
          ? t(`availability.${availability}`)
          : t(
              availability === 'available'
                ? 'availability.availableFrom'
                : 'availability.busyUntil',
              {
                day: formats.date(day),
              },
            );
    return [stands, words].filter(Boolean).join('　');
  };
}
