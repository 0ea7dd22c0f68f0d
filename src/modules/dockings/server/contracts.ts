import type { Db, Tx } from '../../../platform/db/database.ts';
import { AppError } from '../../../kernel/errors.ts';
import { findParties } from '../../directory/index.ts';
import type { Party, RegistrationForm } from '../domain/registration.ts';
import type { Docking, DockingTables } from './tables.ts';

export const findContract = (db: Db | Tx, dockingId: string) =>
  db
    .withTables<DockingTables>()
    .selectFrom('dockingContracts')
    .selectAll()
    .where('dockingId', '=', dockingId)
    .executeTakeFirst();

/** Throws `refused` while there is no contract. */
export async function getContract(db: Db | Tx, dockingId: string) {
  const contract = await findContract(db, dockingId);
  if (!contract) throw new AppError('refused', { code: 'docking.no_contract' });
  return contract;
}
export type Contract = Awaited<ReturnType<typeof getContract>>;

/** What was filled in for the registration, or what the platform knows to begin with. */
export async function registrationForm(db: Db | Tx, docking: Docking): Promise<RegistrationForm> {
  const saved = await db
    .withTables<DockingTables>()
    .selectFrom('dockingRegistrations')
    .select('form')
    .where('dockingId', '=', docking.id)
    .executeTakeFirst();
  return saved?.form ?? emptyForm(db, docking);
}

async function emptyForm(db: Db | Tx, docking: Docking): Promise<RegistrationForm> {
  const { askerOrganisationId, responderOrganisationId } = docking;
  const ids = [askerOrganisationId, responderOrganisationId].filter((id) => id !== null);
  const parties = await findParties(db, ids);
  const party = (id: string | null, name: string): Party => {
    const found = id === null ? undefined : parties.get(id);
    return {
      name: found?.name ?? name,
      country: 'CHN',
      regionCode: found?.regionCode ?? '',
      nature: found ? (natureOf[found.kind] ?? null) : null,
    };
  };
  return {
    projectName: docking.needTitle,
    buyer: party(askerOrganisationId, docking.askerName),
    seller: party(responderOrganisationId, docking.responderName),
    rights: [],
    field: null,
    objective: null,
    payment: null,
    conditions: [],
  };
}

/** Where the kind of an organisation tells its legal nature; others are asked. */
const natureOf: Partial<Record<string, NonNullable<Party['nature']>>> = {
  enterprise: 'enterprise',
  university: 'institution',
  society: 'society',
  government: 'government',
};
