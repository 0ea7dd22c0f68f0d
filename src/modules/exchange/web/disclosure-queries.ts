import type { InferContractRouterOutputs } from '@orpc/contract';
import { queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import type { exchangeContract } from '../contract.ts';
import { exchangeClient } from './exchange-client.ts';

type Outputs = InferContractRouterOutputs<typeof exchangeContract>;
export type ClosedState = Outputs['getNeed']['closed'];
export type ClosedPart = Outputs['openClosedPart'];
export type Disclosure = Outputs['listDisclosures']['questions'][number];
export type Versions = Outputs['listNeedVersions'];

export const disclosuresQuery = (kind: 'need' | 'achievement', id: string) =>
  queryOptions({
    queryKey: ['disclosures', kind, id],
    queryFn: ({ signal }) => exchangeClient.listDisclosures({ kind, id }, { signal }),
  });

export const versionsQuery = (kind: 'need' | 'achievement', id: string) =>
  queryOptions({
    queryKey: ['versions', kind, id, currentLanguage()],
    queryFn: ({ signal }): Promise<Versions> =>
      kind === 'need'
        ? exchangeClient.listNeedVersions({ id }, { signal })
        : exchangeClient.listAchievementVersions({ id }, { signal }),
  });
