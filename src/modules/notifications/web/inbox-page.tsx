import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { statusText } from '../../../ui/api-failure.ts';
import { toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Filters } from '../../../ui/controls/Filters.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { ListPage, useListSearch } from '../../reference-data/web/index.ts';
import {
  inboxQuery,
  keepUnread,
  notificationsClient,
  type Inbox,
  type Notice,
} from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';
import { NoticeRow } from './NoticeRow.tsx';
import './notifications.css';

/** What I was told, the newest first; what I have not read stands out, and opening it is reading it. */
export default function InboxPage(): ReactElement {
  const t = notificationWords.useText();
  const queries = useQueryClient();
  const { page } = useListSearch();
  const search = useSearchTexts();
  const unread = search['show'] === 'unread';
  const query = useQuery({
    ...inboxQuery({
      page,
      show: unread ? 'unread' : 'all',
      kind: search['kind'] || undefined,
    }),
    placeholderData: keepPreviousData,
  });
  const [failed, setFailed] = useState('');
  const mark = async (send: () => Promise<{ unread: number }>): Promise<void> => {
    setFailed('');
    try {
      await keepUnread(queries, (await send()).unread);
    } catch (error) {
      const failure = toFailure(error);
      const message = failure instanceof Error ? failure.message : statusText(500);
      setFailed(t('inbox.failed', { message }));
    }
  };
  const read = ({ id, readAt }: Notice): Promise<void> =>
    readAt === null
      ? mark(() => notificationsClient.readNotices({ ids: [id] }))
      : Promise.resolve();
  const { data } = query;
  return (
    <div className="inbox">
      <ListPage
        path="/my/notices"
        title={t('inbox.title')}
        lead={t('inbox.lead')}
        filters={<InboxFilters inbox={data} />}
        query={query}
        count={(count) =>
          data && data.unread > 0 && !unread
            ? `${t('inbox.count', { count })} · ${t('inbox.countUnread', { count: data.unread })}`
            : t(unread ? 'inbox.countUnread' : 'inbox.count', { count })
        }
        headEnd={
          data && data.unread > 0 ? (
            <Button
              small
              onClick={() =>
                void mark(() =>
                  notificationsClient.readAllNotices({
                    // What came after the page was drawn has not been seen.
                    until: data.items[0]?.at ?? new Date().toISOString(),
                    ...(search['kind'] ? { kind: search['kind'] } : {}),
                  }),
                )
              }
            >
              {t('inbox.readAll')}
            </Button>
          ) : null
        }
        renderRow={(notice) => (
          <NoticeRow key={notice.id} notice={notice} onRead={() => read(notice)} />
        )}
        empty={{ title: t('inbox.empty'), text: t('inbox.emptyText') }}
      />
      <div className="wrap inbox-foot">
        {failed ? (
          <p className="notifications-failed" role="alert">
            {failed}
          </p>
        ) : null}
        <p className="acts">
          <Link className="button" to="/my/notifications">
            {t('inbox.settings')}
          </Link>
          <Link className="button" to="/my/deliveries">
            {t('inbox.log')}
          </Link>
        </p>
      </div>
    </div>
  );
}

function InboxFilters({ inbox }: { inbox: Inbox | undefined }): ReactElement {
  const t = notificationWords.useText();
  const search = useSearchTexts();
  const setSearch = useSetSearch();
  const change = (changes: Record<string, string | undefined>): void =>
    setSearch({ ...changes, page: undefined });
  return (
    <div className="list-filters inbox-filters">
      <Filters
        label={t('inbox.show')}
        value={search['show'] === 'unread' ? 'unread' : 'all'}
        options={[
          { value: 'all', label: t('inbox.all') },
          { value: 'unread', label: t('inbox.unread'), count: inbox?.unread },
        ]}
        onChange={(value) => change({ show: value === 'unread' ? value : undefined })}
      />
      {inbox && (inbox.kinds.length > 1 || search['kind']) ? (
        <Select
          aria-label={t('inbox.kind')}
          placeholder={t('inbox.anyKind')}
          value={search['kind'] ?? ''}
          options={inbox.kinds.map(({ kind, title }) => ({ value: kind, label: title }))}
          onChange={(kind) => change({ kind: kind || undefined })}
        />
      ) : null}
    </div>
  );
}
