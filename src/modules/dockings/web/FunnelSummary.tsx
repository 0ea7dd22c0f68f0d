import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { FunnelView } from '../../../ui/listing/FunnelView.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { funnelQuery } from './funnel-query.ts';
import { funnelWords } from './funnel-words.ts';

/** The funnel of this year, for the home page. */
export function FunnelSummary(): ReactElement {
  const t = funnelWords.useText();
  const { data, error, refetch } = useQuery(funnelQuery());
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={7} />;
  if (data.stages.every(({ count }) => count === 0)) return <EmptyState title={t('empty')} />;
  return (
    <FunnelView
      label={t('label')}
      steps={data.stages.map(({ stage, count }) => ({
        id: stage,
        label: t(`stages.${stage}`),
        count,
      }))}
      period={data}
      evidence={
        <>
          {t('evidence')} <Link to="/funnel">{t('rules')}</Link>
        </>
      }
    />
  );
}
