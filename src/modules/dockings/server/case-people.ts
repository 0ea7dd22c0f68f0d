import type { Db, Tx } from '../../../platform/db/database.ts';
import { findExperts } from '../../directory/index.ts';
import { contactsOf, type Contact } from '../../identity/index.ts';
import type { DockingSide } from '../domain/docking-turn.ts';
import type { Docking } from './tables.ts';

export type CasePerson = Contact & { side: DockingSide };

/** Everybody who acts in a case, each once: members of both sides, the expert, and the broker. */
export async function casePeople(db: Db | Tx, docking: Docking): Promise<CasePerson[]> {
  const { askerOrganisationId, responderOrganisationId, brokerId } = docking;
  const asker = await contactsOf(db, { organisationIds: [askerOrganisationId] });
  const responder = await contactsOf(db, {
    organisationIds: responderOrganisationId === null ? [] : [responderOrganisationId],
    userIds: await expertAccounts(db, docking),
  });
  const broker = await contactsOf(db, { userIds: brokerId === null ? [] : [brokerId] });
  const sides = [
    ...asker.map((person) => ({ ...person, side: 'asker' as const })),
    ...responder.map((person) => ({ ...person, side: 'responder' as const })),
    ...broker.map((person) => ({ ...person, side: 'broker' as const })),
  ];
  return [
    ...new Map(sides.toReversed().map((person) => [person.userId, person])).values(),
  ].toReversed();
}

/** The account of the expert who was asked, where there is one. */
export async function expertAccounts(
  db: Db | Tx,
  { responderExpertId }: Pick<Docking, 'responderExpertId'>,
): Promise<string[]> {
  if (responderExpertId === null) return [];
  const experts = await findExperts(db, [responderExpertId]);
  return experts.map((expert) => expert.userId).filter((userId) => userId !== null);
}
