import { useSearchTexts } from '../../../ui/navigation.ts';

export type ListSearch = {
  q: string | undefined;
  region: string | undefined;
  industry: string | undefined;
  page: number;
};

/** What the address asks of a list; what cannot be is left out. */
export function useListSearch(): ListSearch {
  const search = useSearchTexts();
  const page = Number(search['page'] ?? '1');
  const fitting = (value: string | undefined, shape: RegExp): string | undefined =>
    value !== undefined && shape.test(value) ? value : undefined;
  return {
    q: search['q']?.trim() || undefined,
    region: fitting(search['region'], /^\d{6}$/),
    industry: fitting(search['industry'], /^[A-T](\d{2,4})?$/),
    page: Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1,
  };
}
