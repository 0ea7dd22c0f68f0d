import { sql } from 'kysely';
import { canonicalCode } from '../../../kernel/codes/code-check.ts';
import type { Db } from '../../../platform/db/database.ts';
import { likePattern } from '../../../platform/db/like.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import { nameStem } from '../domain/organisation-name.ts';
import { expertSummary } from './expert-queries.ts';
import { organisationSummary } from './organisation-queries.ts';
import type { DirectoryTables } from './tables.ts';

/** How many are shown beside a form. */
const MOST = 5;

/**
 * Organisations that may be the one somebody is about to register: by the same code, the same name,
 * another or former name, or a name that differs only in place and legal form. The surest first.
 */
export async function findSimilarOrganisations(
  database: Db,
  asked: { name: string; uscc: string; exceptId?: string | undefined },
  language: Language,
) {
  const name = asked.name.normalize('NFKC').trim();
  const code = canonicalCode(asked.uscc);
  const stem = nameStem(name);
  if (name.length < 2 && code.length !== 18) return [];
  const like = likePattern(stem);
  const why = sql<'code' | 'name' | 'other_name' | 'near'>`case
    when ${code.length === 18} and uscc = ${code} then 'code'
    when name = ${name} then 'name'
    when ${name} = any(aliases || former_names) then 'other_name'
    else 'near' end`;
  let rows = database
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name', 'kind', 'carrierType', 'regionCode', 'isExample', 'status'])
    .select(why.as('why'))
    .where('status', '<>', 'merged')
    .where((where) =>
      where.or([
        where.and([sql<boolean>`${code.length === 18}`, where('uscc', '=', code)]),
        ...(stem.length >= 2
          ? [
              where('name', 'ilike', like),
              sql<boolean>`exists (select from unnest(aliases || former_names) as other
                where other ilike ${like})`,
            ]
          : []),
      ]),
    );
  if (asked.exceptId) rows = rows.where('id', '<>', asked.exceptId);
  const found = await rows
    .orderBy(
      sql`case ${why} when 'code' then 0 when 'name' then 1 when 'other_name' then 2 else 3 end`,
    )
    .orderBy(sql`length(name)`)
    .orderBy('id')
    .limit(MOST)
    .execute();
  return found.map((row) => ({ ...organisationSummary(row, language), why: row.why }));
}

/** Profiles that may be of the same person: by the same ORCID iD, or by the same name. */
export async function findSimilarExperts(
  database: Db,
  asked: { name: string; organisationName: string; orcid: string; exceptId?: string | undefined },
  language: Language,
) {
  const name = asked.name.normalize('NFKC').trim();
  const bare = canonicalCode(asked.orcid).replace(/^.*ORCID\.ORG\//, '');
  const orcid = bare.length === 16 ? bare.replace(/(.{4})(?=.)/g, '$1-') : '';
  if (name.length < 2 && orcid === '') return [];
  const why = sql<'orcid' | 'name_and_organisation' | 'name'>`case
    when ${orcid !== ''} and orcid = ${orcid} then 'orcid'
    when organisation_name = ${asked.organisationName.trim()} then 'name_and_organisation'
    else 'name' end`;
  let rows = database
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .selectAll()
    .select(why.as('why'))
    .where('status', '<>', 'merged')
    .where((where) => where.or([where('name', '=', name), where('orcid', '=', orcid)]));
  if (asked.exceptId) rows = rows.where('id', '<>', asked.exceptId);
  const found = await rows
    .orderBy(sql`case ${why} when 'orcid' then 0 when 'name_and_organisation' then 1 else 2 end`)
    .orderBy('id')
    .limit(MOST)
    .execute();
  return found.map(({ why: reason, ...row }) => ({
    ...expertSummary(row, language),
    owned: row.userId !== null,
    why: reason,
  }));
}
