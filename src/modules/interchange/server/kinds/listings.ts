import type { z } from 'zod';
import type { Refusal } from '../../../../kernel/errors.ts';
import { newId } from '../../../../kernel/ids.ts';
import type { CommandContext } from '../../../../platform/commands/run-command.ts';
import { findDockingsOn } from '../../../dockings/index.ts';
import { achievementWords, needWords } from '../../../exchange/contract.ts';
import {
  changedListings,
  findTitledListings,
  importAchievements,
  importNeeds,
  removeImportedListings,
  type AchievementImport,
  type NeedImport,
} from '../../../exchange/index.ts';
import {
  changedReason,
  keyText,
  textOf,
  type ImportKindParts,
  type Judged,
  type Scope,
} from './import-kind.ts';
import { findOwners, ownerFault, type Owner } from './owners.ts';

type Placed = { id: string; isExample: boolean };
type AchievementRow = Omit<AchievementImport, 'publishedAt'> & Placed;
type NeedRow = Omit<NeedImport, 'publishedAt'> & Placed & { handedIn: boolean };

/** Needs and achievements: of an organisation that is known, under a title that it does not use yet. */
function listingKind<
  Words extends z.ZodType<{ title: string; regionCode: string }>,
  Row extends Placed,
>(parts: {
  kind: 'need' | 'achievement';
  words: Words;
  against?: (words: z.output<Words>) => { field: string; reason: Refusal } | undefined;
  rowOf: (words: z.output<Words>, owner: Owner, scope: Scope) => Row;
  write: (context: CommandContext, rows: readonly Row[], isExample: boolean) => Promise<void>;
}): ImportKindParts<Row> {
  const { kind, words } = parts;
  return {
    async judge(db, drafts, scope) {
      const ownerOf = await findOwners(db, drafts, scope);
      const titled = await findTitledListings(
        db,
        kind,
        drafts.map(({ title }) => textOf(title)).filter(Boolean),
      );
      const known = new Set(titled.map((row) => keyOf(row.title, row.organisationId)));
      return (draft) => {
        const owner = ownerOf(draft);
        const parsed = words.safeParse({ regionCode: owner?.regionCode, ...draft });
        const faults: Judged<Row>['faults'] = [];
        if (!owner) faults.push(ownerFault(draft));
        const title = textOf(draft['title']);
        const key = owner && title !== '' ? keyOf(title, owner.organisationId) : undefined;
        if (key !== undefined && known.has(key)) {
          faults.push({
            field: 'title',
            reason: { code: `import.known_${kind}`, params: { title } },
          });
        }
        const against = parsed.success ? parts.against?.(parsed.data) : undefined;
        if (against) faults.push(against);
        if (owner && parsed.success) {
          const refused = scope.refuses({ ...owner, regionCode: parsed.data.regionCode });
          if (refused) faults.push({ field: 'regionCode', reason: refused });
        }
        return {
          row: owner && parsed.success ? parts.rowOf(parsed.data, owner, scope) : undefined,
          faults,
          // Without an owner there is no region either; one reason is enough.
          issues: parsed.success
            ? []
            : parsed.error.issues.filter(({ path }) => owner || path[0] !== 'regionCode'),
          keys: key === undefined ? [] : [key],
        };
      };
    },
    async write(context, rows) {
      // A listing of an example organisation is an example, and goes with it.
      for (const isExample of [false, true]) {
        const some = rows.filter((row) => row.isExample === isExample);
        await parts.write(context, some, isExample);
      }
    },
    async takeBack(context, ids) {
      const changed = await changedListings(context, kind, ids);
      const [docking] = await findDockingsOn(context.tx, ids);
      const reasons = [
        ...changedReason(changed),
        ...(docking ? [{ code: 'import.undo_docked', params: { number: docking.number } }] : []),
      ];
      if (reasons.length === 0) await removeImportedListings(context, kind, ids);
      return reasons;
    },
  };
}

const keyOf = (title: string, organisationId: string): string =>
  `${keyText(title)}\n${organisationId}`;

export const achievementImport = listingKind<typeof achievementWords, AchievementRow>({
  kind: 'achievement',
  words: achievementWords,
  against: ({ priceMinFen, priceMaxFen }) =>
    priceMinFen !== null && priceMaxFen !== null && priceMinFen > priceMaxFen
      ? { field: 'priceMaxFen', reason: { code: 'achievement.price_order' } }
      : undefined,
  rowOf: (words, { organisationId, isExample }) => ({
    ...words,
    id: newId(),
    organisationId,
    expertId: null,
    isExample,
  }),
  write: (context, rows, isExample) =>
    importAchievements(
      context,
      rows.map((row) => ({ ...row, publishedAt: context.now })),
      isExample,
    ),
});

export const needImport = listingKind<typeof needWords, NeedRow>({
  kind: 'need',
  words: needWords,
  // What an operator brings in is looked at already; a member's own goes through triage.
  rowOf: (words, { organisationId, isExample }, scope) => ({
    ...words,
    id: newId(),
    organisationId,
    isExample,
    handedIn: scope.organisationId !== null,
  }),
  write: (context, rows, isExample) =>
    importNeeds(
      context,
      rows.map(({ handedIn, ...row }) => ({
        ...row,
        publishedAt: handedIn ? null : context.now,
      })),
      isExample,
    ),
});
