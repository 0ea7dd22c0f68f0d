import { queryOptions, useQuery } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { settingsContract } from '../contract.ts';

export const settingsApi = createClient(settingsContract);

export const daysQuery = queryOptions({
  queryKey: ['settings', 'days'],
  queryFn: () => settingsApi.getDays(),
  staleTime: 5 * 60_000,
});

/** The working days that a step has here and now; undefined until they are known. */
export function useStepDays(): (setting: string) => number | undefined {
  const { data } = useQuery(daysQuery);
  return (setting) => data?.[setting];
}
