import type { Formats } from '../../../ui/i18n/format.ts';
import type { DockingDetail } from './queries.ts';

type Meeting = DockingDetail['meetings'][number];

/** `11月25日周三 14:00 至 15:30`, in one or over several days. */
export function meetingSpan(formats: Formats, { beginsAt, endsAt }: Meeting): [string, string] {
  const sameDay = formats.day(beginsAt) === formats.day(endsAt);
  return [formats.due(beginsAt), sameDay ? formats.time(endsAt) : formats.due(endsAt)];
}
