import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Filters } from '../../../ui/controls/Filters.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { ListPage, useListSearch } from '../../reference-data/web/index.ts';
import { channels, deliveryStates } from '../domain/notifications.policy.ts';
import { DeliveryRow } from './DeliveryRow.tsx';
import { deliveriesQuery, myDeliveriesQuery } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';
import './notifications.css';

/** Each message and what became of it: one's own, and for those who run the place everybody's. */
export default function DeliveriesPage(): ReactElement {
  const t = notificationWords.useText();
  const { session } = useSession();
  const { q, page } = useListSearch();
  const search = useSearchTexts();
  const mayAll = session.roles.includes('operator') || session.roles.includes('admin');
  const all = mayAll && search['scope'] === 'all';
  const asked = {
    page,
    channel: channels.find((each) => each === search['channel']),
    status: deliveryStates.find((each) => each === search['status']),
  };
  const mine = useQuery({
    ...myDeliveriesQuery(asked),
    enabled: !all,
    placeholderData: keepPreviousData,
  });
  const everybody = useQuery({
    ...deliveriesQuery({ ...asked, q }),
    enabled: all,
    placeholderData: keepPreviousData,
  });
  return (
    <div className="deliveries">
      <ListPage
        path="/my/deliveries"
        title={t('log.title')}
        lead={t(all ? 'log.leadAll' : 'log.lead')}
        filters={<DeliveryFilters mayAll={mayAll} all={all} />}
        query={all ? everybody : mine}
        count={(count) => t('log.count', { count })}
        renderRow={(delivery) => <DeliveryRow key={delivery.id} delivery={delivery} named={all} />}
        empty={{ title: t('log.empty') }}
      />
    </div>
  );
}

function DeliveryFilters({ mayAll, all }: { mayAll: boolean; all: boolean }): ReactElement {
  const t = notificationWords.useText();
  const common = words.useText();
  const search = useSearchTexts();
  const setSearch = useSetSearch();
  const [typed, setTyped] = useState(search['q'] ?? '');
  const change = (changes: Record<string, string | undefined>): void =>
    setSearch({ ...changes, page: undefined });
  return (
    <search>
      <form
        className="list-filters"
        onSubmit={(event) => {
          event.preventDefault();
          change({ q: typed.trim() });
        }}
      >
        {mayAll ? (
          <Filters
            label={t('log.scope')}
            value={all ? 'all' : 'mine'}
            options={[
              { value: 'mine', label: t('log.mine') },
              { value: 'all', label: t('log.everybody') },
            ]}
            onChange={(value) =>
              change({ scope: value === 'all' ? value : undefined, q: undefined })
            }
          />
        ) : null}
        <Select
          aria-label={t('log.channel')}
          placeholder={t('log.anyChannel')}
          value={search['channel'] ?? ''}
          options={channels.map((value) => ({ value, label: t(`log.${value}`) }))}
          onChange={(channel) => change({ channel: channel || undefined })}
        />
        <Select
          aria-label={t('log.status')}
          placeholder={t('log.anyStatus')}
          value={search['status'] ?? ''}
          options={deliveryStates.map((value) => ({ value, label: t(`log.${value}`) }))}
          onChange={(status) => change({ status: status || undefined })}
        />
        {all ? (
          <>
            <TextInput
              type="search"
              aria-label={t('log.search')}
              placeholder={t('log.search')}
              maxLength={100}
              value={typed}
              onChange={(next) => {
                setTyped(next);
                if (next === '') change({ q: undefined });
              }}
            />
            <Button type="submit">{common('button.find')}</Button>
          </>
        ) : null}
      </form>
    </search>
  );
}
