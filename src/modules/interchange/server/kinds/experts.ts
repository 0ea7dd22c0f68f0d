import { newId } from '../../../../kernel/ids.ts';
import { expertWords } from '../../../directory/contract.ts';
import {
  changedExperts,
  findNamedExperts,
  findNamedOrganisations,
  importExperts,
  removeImported,
  type ExpertRow,
} from '../../../directory/index.ts';
import { findDockingsOn } from '../../../dockings/index.ts';
import {
  changedReason,
  keyText,
  textOf,
  type ImportKindParts,
  type Judged,
} from './import-kind.ts';

export const expertImport: ImportKindParts<ExpertRow> = {
  async judge(db, drafts, scope) {
    const named = await findNamedExperts(
      db,
      drafts.map(({ name }) => textOf(name)).filter(Boolean),
    );
    const known = new Set(named.map((row) => keyOf(row.name, row.organisationName)));
    const organisations = await findNamedOrganisations(
      db,
      drafts.map(({ organisationName }) => textOf(organisationName)).filter(Boolean),
    );
    const byName = new Map(organisations.map((row) => [row.name, row]));
    return (draft) => {
      const parsed = expertWords.safeParse(draft);
      const name = textOf(draft['name']);
      const key = keyOf(name, textOf(draft['organisationName']));
      const faults: Judged<ExpertRow>['faults'] = [];
      if (known.has(key)) {
        faults.push({ field: 'name', reason: { code: 'import.known_expert', params: { name } } });
      }
      const refused =
        parsed.success &&
        scope.refuses({ organisationId: null, regionCode: parsed.data.regionCode });
      if (refused) faults.push({ field: 'regionCode', reason: refused });
      return {
        row: parsed.success
          ? {
              id: newId(),
              userId: null,
              organisationId: byName.get(parsed.data.organisationName)?.id ?? null,
              ...parsed.data,
            }
          : undefined,
        faults,
        issues: parsed.success ? [] : parsed.error.issues,
        keys: name === '' ? [] : [key],
      };
    };
  },
  write: (context, rows) => importExperts(context, rows, false),
  async takeBack(context, ids) {
    const changed = await changedExperts(context, ids);
    const [docking] = await findDockingsOn(context.tx, ids);
    const reasons = [
      ...changedReason(changed.map(({ name }) => ({ title: name }))),
      ...(docking ? [{ code: 'import.undo_docked', params: { number: docking.number } }] : []),
    ];
    if (reasons.length === 0) await removeImported(context, 'expert', ids);
    return reasons;
  },
};

const keyOf = (name: string, organisation: string): string =>
  `${keyText(name)}\n${keyText(organisation)}`;
