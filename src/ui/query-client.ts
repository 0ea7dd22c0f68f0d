import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './api-failure.ts';

const mostRetries = 2;

/** Reads are tried again when nobody answered; refusals are answers. Commands are never repeated unasked. */
export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (failures, error) =>
          failures < mostRetries && error instanceof ApiFailure && error.passing,
      },
      mutations: { retry: false },
    },
  });
