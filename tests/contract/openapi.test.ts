import fs from 'node:fs';
import { traverseContractProcedures } from '@orpc/server';
import { describe, expect, it } from 'vitest';
import { contract } from '../../src/app/contract.ts';
import { policy } from '../../src/app/modules.ts';
import { openApiDocument } from '../../src/app/openapi.ts';
import type { RouteMeta } from '../../src/platform/contract/route.ts';

const routes: { path: string; permission: string; method: string | undefined }[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const { meta, route } = procedure['~orpc'];
  routes.push({
    path: path.join('.'),
    permission: (meta as RouteMeta).permission,
    method: route.method,
  });
});

describe('the API', () => {
  it('is described by docs/openapi.json as it stands (npm run openapi writes it anew)', async () => {
    const committed = JSON.parse(
      fs.readFileSync(new URL('../../docs/openapi.json', import.meta.url), 'utf8'),
    ) as unknown;
    expect(JSON.parse(JSON.stringify(await openApiDocument()))).toEqual(committed);
  });

  it('has no route without a permission that the policy knows', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ permission }) => !policy.has(permission))).toEqual([]);
  });

  it('reads by GET and changes by POST, and knows no other method', () => {
    expect(routes.filter(({ method }) => method !== 'GET' && method !== 'POST')).toEqual([]);
  });
});
