import { newId } from '../../../../kernel/ids.ts';
import {
  changedOrganisations,
  findNamedOrganisations,
  importOrganisations,
  removeImported,
  type OrganisationRow,
} from '../../../directory/index.ts';
import { organisationWords } from '../../../directory/contract.ts';
import { findDockingsOn } from '../../../dockings/index.ts';
import { contactsOf } from '../../../identity/index.ts';
import {
  changedReason,
  keyText,
  textOf,
  type ImportKindParts,
  type Judged,
} from './import-kind.ts';

// Public bodies of an older list may be without a code; who registers by hand needs one.
const words = organisationWords.extend({
  uscc: organisationWords.shape.uscc.nullable().default(null),
});

export const organisationImport: ImportKindParts<OrganisationRow> = {
  async judge(db, drafts, scope) {
    const known = await findNamedOrganisations(
      db,
      drafts.flatMap(({ name, uscc }) => [textOf(name), textOf(uscc)]).filter(Boolean),
    );
    const byName = new Map(known.map((row) => [row.name, row]));
    const byCode = new Map(known.map((row) => [row.uscc, row]));
    return (draft) => {
      const parsed = words.safeParse(draft);
      const faults: Judged<OrganisationRow>['faults'] = [];
      const code = textOf(draft['uscc']);
      const sameCode = code === '' ? undefined : byCode.get(code);
      const sameName = byName.get(textOf(draft['name']));
      if (sameCode) {
        faults.push({
          field: 'uscc',
          reason: { code: 'organisation.uscc_taken', params: { name: sameCode.name } },
        });
      } else if (sameName) {
        faults.push({
          field: 'name',
          reason: { code: 'import.known_organisation', params: { name: sameName.name } },
        });
      }
      const refused =
        parsed.success &&
        scope.refuses({ organisationId: null, regionCode: parsed.data.regionCode });
      if (refused) faults.push({ field: 'regionCode', reason: refused });
      return {
        row: parsed.success ? { id: newId(), ...parsed.data } : undefined,
        faults,
        issues: parsed.success ? [] : parsed.error.issues,
        keys: [keyText(textOf(draft['name'])), code].filter(Boolean),
      };
    };
  },
  write: (context, rows) => importOrganisations(context, rows, false),
  async takeBack(context, ids) {
    const changed = await changedOrganisations(context, ids);
    const members = await contactsOf(context.tx, { organisationIds: ids });
    const [docking] = await findDockingsOn(context.tx, ids);
    const reasons = [
      ...changedReason(changed.map(({ name }) => ({ title: name }))),
      ...(members.length > 0
        ? [{ code: 'import.undo_members', params: { count: members.length } }]
        : []),
      ...(docking ? [{ code: 'import.undo_docked', params: { number: docking.number } }] : []),
    ];
    if (reasons.length === 0) await removeImported(context, 'organisation', ids);
    return reasons;
  },
};
