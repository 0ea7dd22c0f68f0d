import { z } from 'zod';
import { route } from '../../platform/contract/route.ts';

const entry = z.object({ code: z.string(), name: z.string(), path: z.string() });
const query = z.object({
  q: z.string().max(50).default(''),
  limit: z.coerce.number().int().min(1).max(100).default(20),
});

export const referenceDataContract = {
  searchRegions: route(
    'GET',
    '/reference/regions',
    'reference.read',
    'Regions by name, pinyin or code (GB/T 2260)',
  )
    .input(query)
    .output(z.array(entry)),
  searchIndustries: route(
    'GET',
    '/reference/industries',
    'reference.read',
    'Industries by name, pinyin or code (GB/T 4754-2017)',
  )
    .input(query)
    .output(z.array(entry)),
  listFields: route(
    'GET',
    '/reference/fields',
    'reference.read',
    'Technology fields, with their source',
  ).output(
    z.array(
      z.object({
        scheme: z.string(),
        source: z.string(),
        items: z.array(z.object({ code: z.string(), name: z.string() })),
      }),
    ),
  ),
};
