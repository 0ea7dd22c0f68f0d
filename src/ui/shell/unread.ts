import { queryOptions } from '@tanstack/react-query';
import { requestJson } from '../client.ts';

/** How often an open page asks whether something came; one small query by an index. */
const everyMs = 20_000;

/** How many notices the one who is here has not read. */
export const unreadQuery = queryOptions({
  queryKey: ['notices', 'unread'],
  queryFn: () => requestJson<{ unread: number }>('/api/my/notices/unread'),
  staleTime: everyMs / 2,
  // A window that nobody looks at asks nothing; it asks at once when it is looked at again.
  refetchInterval: everyMs,
  refetchOnWindowFocus: 'always',
  retry: false,
});
