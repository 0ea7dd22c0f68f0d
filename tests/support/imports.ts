import { expertIdsOf } from '../../src/modules/directory/index.ts';
import { loadActor } from '../../src/modules/identity/index.ts';
import { importJob } from '../../src/modules/interchange/server/import.job.ts';
import type { Api, TestApp } from './app.ts';
import { csvOf } from './tables.ts';

/** Does at once what the import waits for, as a worker would. */
export const workOn = ({ platform }: TestApp, id: string): Promise<void> =>
  importJob(platform, (userId) =>
    loadActor(platform.db, { id: userId, name: '' }, platform.clock.now(), (user) =>
      expertIdsOf(platform.db, user),
    ),
  ).handle({ id });

type Kind = Parameters<Api['interchange']['uploadImport']>[0]['kind'];

/** A table uploaded and checked with the mapping that was guessed. */
export async function givenCheckedImport(
  test: TestApp,
  api: Api,
  kind: Kind,
  table: readonly (readonly string[])[] | File,
  organisationId?: string,
) {
  const uploaded = await api.interchange.uploadImport({
    kind,
    file: table instanceof File ? table : new File([csvOf(table)], '名单.csv'),
    ...(organisationId === undefined ? {} : { organisationId }),
  });
  const { id, version, mapping } = uploaded;
  await api.interchange.checkImport({ id, version, mapping });
  await workOn(test, id);
  return api.interchange.getImport({ id });
}

/** Starts a checked import and lets it run to its end. */
export async function runImport(
  test: TestApp,
  api: Api,
  { id, version }: { id: string; version: number },
  leaveOutBad = false,
) {
  await api.interchange.startImport({ id, version, leaveOutBad });
  await workOn(test, id);
  return api.interchange.getImport({ id });
}
