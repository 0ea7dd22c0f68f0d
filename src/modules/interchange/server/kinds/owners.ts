import type { Db, Tx } from '../../../../platform/db/database.ts';
import { findNamedOrganisations, getListingOwner } from '../../../directory/index.ts';
import { textOf, type Draft, type Scope } from './import-kind.ts';

export type Owner = { organisationId: string; regionCode: string; isExample: boolean };

/** Whose each row is: the own organisation, or the one that it names. */
export async function findOwners(
  db: Db | Tx,
  drafts: readonly Draft[],
  scope: Scope,
): Promise<(draft: Draft) => Owner | undefined> {
  if (scope.organisationId !== null) {
    const own = await getListingOwner(db, scope.organisationId);
    return () => own;
  }
  const texts = drafts.map(({ organisation }) => textOf(organisation)).filter(Boolean);
  const byText = new Map<string, Owner>();
  for (const { id, name, uscc, otherNames, ...rest } of await findNamedOrganisations(db, texts)) {
    const owner = { organisationId: id, ...rest };
    // Its own name counts more than what another is or was called.
    for (const other of otherNames) if (!byText.has(other)) byText.set(other, owner);
    byText.set(name, owner);
    if (uscc !== null) byText.set(uscc, owner);
  }
  return (draft) => {
    const text = textOf(draft['organisation']);
    return byText.get(text) ?? byText.get(text.toUpperCase());
  };
}

/** Why a row belongs to nobody. */
export function ownerFault(draft: Draft) {
  const name = textOf(draft['organisation']);
  return {
    field: 'organisation',
    reason:
      name === ''
        ? { code: 'import.required' }
        : { code: 'import.unknown_organisation', params: { name } },
  };
}
