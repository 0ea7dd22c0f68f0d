import { newId } from '../../../../kernel/ids.ts';
import {
  changedFacilities,
  facilityWords,
  findNamedFacilities,
  importFacilities,
  removeImported,
  type FacilityRow,
} from '../../../directory/index.ts';
import {
  changedReason,
  keyText,
  textOf,
  type ImportKindParts,
  type Judged,
} from './import-kind.ts';
import { findOwners, ownerFault } from './owners.ts';

type Row = FacilityRow & { isExample: boolean };

/** Instruments and facilities; booking rules are set on their pages. */
export const facilityImport: ImportKindParts<Row> = {
  async judge(db, drafts, scope) {
    const ownerOf = await findOwners(db, drafts, scope);
    const named = await findNamedFacilities(
      db,
      drafts.map(({ name }) => textOf(name)).filter(Boolean),
    );
    const known = new Set(
      named.map(({ name, model, organisationId }) => keyOf(name, model, organisationId)),
    );
    return (draft) => {
      const owner = ownerOf(draft);
      const parsed = facilityWords.safeParse({ regionCode: owner?.regionCode, ...draft });
      const faults: Judged<Row>['faults'] = [];
      if (!owner) faults.push(ownerFault(draft));
      const name = textOf(draft['name']);
      const key =
        owner && name !== ''
          ? keyOf(name, textOf(draft['model']), owner.organisationId)
          : undefined;
      if (key !== undefined && known.has(key)) {
        faults.push({ field: 'name', reason: { code: 'import.known_facility', params: { name } } });
      }
      if (owner && parsed.success) {
        const refused = scope.refuses({ ...owner, regionCode: parsed.data.regionCode });
        if (refused) faults.push({ field: 'regionCode', reason: refused });
      }
      return {
        row:
          owner && parsed.success
            ? {
                ...parsed.data,
                id: newId(),
                organisationId: owner.organisationId,
                isExample: owner.isExample,
              }
            : undefined,
        faults,
        issues: parsed.success
          ? []
          : parsed.error.issues.filter(({ path }) => owner || path[0] !== 'regionCode'),
        keys: key === undefined ? [] : [key],
      };
    };
  },
  async write(context, rows) {
    for (const isExample of [false, true]) {
      const some = rows.filter((row) => row.isExample === isExample);
      await importFacilities(
        context,
        some.map(({ isExample: _mark, ...row }) => row),
        isExample,
      );
    }
  },
  async takeBack(context, ids) {
    const changed = await changedFacilities(context, ids);
    const reasons = changedReason(changed.map(({ name }) => ({ title: name })));
    if (reasons.length === 0) await removeImported(context, 'facility', ids);
    return reasons;
  },
};

const keyOf = (name: string, model: string, organisationId: string): string =>
  [keyText(name), keyText(model), organisationId].join('\n');
