import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { matches, type Filter } from '../../kernel/policy.ts';
import { filterSql } from './filter-sql.ts';

const columns = { region: 'region_code', owner: 'owner_id', status: 'status' };
const value = fc.constantFrom('500118', '500000', '500117', 'a', "o'b", '%', null);
const filter: fc.Arbitrary<Filter> = fc.letrec<{ filter: Filter }>((tie) => ({
  filter: fc.oneof(
    { depthSize: 'small' },
    fc.constant<Filter>({ kind: 'true' }),
    fc.constant<Filter>({ kind: 'false' }),
    fc.record({
      kind: fc.constant('in' as const),
      field: fc.constantFrom('region', 'owner', 'status'),
      values: fc.array(value, { maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constant('startsWith' as const),
      field: fc.constantFrom('region', 'owner'),
      prefixes: fc.array(fc.constantFrom('50', '5001', '500118', "o'", '%'), { maxLength: 2 }),
    }),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('filter'), { maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), of: tie('filter') }),
  ),
})).filter;

describe('a policy filter', () => {
  let test: TestApp;
  beforeAll(async () => {
    test = await startTestApp();
    await sql`create table filter_rows (id int, region_code text, owner_id text, status text)`.execute(
      test.platform.db,
    );
  });
  afterAll(() => test.close());

  it('says the same of a record as the SQL made of it, whatever is null', async () => {
    const record = fc.record({ region: value, owner: value, status: value });
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { minLength: 1, maxLength: 8 }),
        filter,
        async (records, f) => {
          const found = await test.platform.db.transaction().execute(async (tx) => {
            await sql`delete from filter_rows`.execute(tx);
            for (const [id, row] of records.entries()) {
              await sql`insert into filter_rows values (${id}, ${row.region}, ${row.owner}, ${row.status})`.execute(
                tx,
              );
            }
            const { rows } = await sql<{ id: number }>`
            select id from filter_rows where ${filterSql(f, columns)} order by id`.execute(tx);
            return rows.map(({ id }) => id);
          });
          const wanted = records.flatMap((row, id) => (matches(f, row) ? [id] : []));
          expect(found).toEqual(wanted);
        },
      ),
      { numRuns: 120 },
    );
  });
});
