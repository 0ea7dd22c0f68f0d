import { sql, type RawBuilder } from 'kysely';
import type { Filter } from '../../kernel/policy.ts';

/**
 * A policy filter as SQL. `columns` names the column of each field; a field without one is a fault
 * of the caller. Nulls count as in no list, so that SQL says the same as `matches` (kernel).
 */
export function filterSql(filter: Filter, columns: Record<string, string>): RawBuilder<boolean> {
  const column = (field: string) => {
    const name = columns[field];
    if (!name) throw new Error(`No column is named for the policy field ${field}`);
    return sql.ref(name);
  };
  switch (filter.kind) {
    case 'true':
      return sql<boolean>`true`;
    case 'false':
      return sql<boolean>`false`;
    case 'in': {
      const values = filter.values.filter((value) => value !== null);
      const parts: RawBuilder<boolean>[] = [];
      if (values.length > 0)
        parts.push(sql<boolean>`coalesce(${column(filter.field)} in (${sql.join(values)}), false)`);
      if (values.length < filter.values.length)
        parts.push(sql<boolean>`${column(filter.field)} is null`);
      return parts.length === 0 ? sql<boolean>`false` : joined(parts, 'any');
    }
    case 'startsWith':
      return joined(
        filter.prefixes.map(
          (prefix) =>
            sql<boolean>`coalesce(starts_with(${column(filter.field)}, ${prefix}), false)`,
        ),
        'any',
      );
    case 'all':
    case 'any':
      return joined(
        filter.of.map((part) => filterSql(part, columns)),
        filter.kind,
      );
    case 'not':
      return sql<boolean>`not (${filterSql(filter.of, columns)})`;
  }
}

function joined(parts: RawBuilder<boolean>[], how: 'all' | 'any'): RawBuilder<boolean> {
  if (parts.length === 0) return how === 'all' ? sql<boolean>`true` : sql<boolean>`false`;
  return sql<boolean>`(${sql.join(parts, how === 'all' ? sql` and ` : sql` or `)})`;
}
