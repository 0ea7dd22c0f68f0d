import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Figures } from '../../../ui/listing/Figures.tsx';
import { ratingQuestions } from '../domain/rating.ts';
import { contentWords } from './content-words.ts';
import { dockingsApi } from './queries.ts';

const ratingsQuery = (id: string) =>
  queryOptions({
    queryKey: ['dockings', 'ratings', id],
    queryFn: () => dockingsApi.getOrganisationRatings({ id }),
  });

/** What others who worked with an organisation say, in means; nothing while there are too few. */
export function OrganisationRatings({ id }: { id: string }): ReactElement | null {
  const t = contentWords.useText();
  const { data } = useQuery(ratingsQuery(id));
  if (!data?.means) return null;
  const { means, count, fewest } = data;
  return (
    <section>
      <h2>{t('organisation.title')}</h2>
      <Figures
        figures={ratingQuestions.map((name) => ({
          id: name,
          label: t(`ratings.${name}`),
          value: means[name].toFixed(1),
        }))}
      />
      <p className="meta">{t('organisation.count', { count, fewest })}</p>
    </section>
  );
}
