import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { composeApp } from '../src/app/compose.ts';
import { importLibrary } from '../src/app/import-listings.ts';
import { newId } from '../src/kernel/ids.ts';
import { fenFromWan } from '../src/kernel/money.ts';
import { systemActor } from '../src/modules/identity/index.ts';
import { parseRegionName } from '../src/modules/reference-data/index.ts';
import { readConfig } from '../src/platform/config/config.ts';
import { openDatabase } from '../src/platform/db/database.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import type { Platform } from '../src/platform/platform.ts';
import type { BenchAchievement, BenchExpert } from './bench-data.ts';

export type ScratchLibrary = { achievements: BenchAchievement[]; experts: BenchExpert[] };

export type Scratch = {
  platform: Platform;
  /** The benchmark's own id of a listing, by the product's. */
  keyOf: (id: string) => string;
  close: () => Promise<void>;
};

const NOWHERE = '500118';

/**
 * A platform of its own in a temporary folder, with this library imported and indexed the way the
 * product does it. Everything is deleted on close.
 */
export async function openScratch(library: ScratchLibrary): Promise<Scratch> {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-bench-'));
  const config = readConfig({ DATA_DIR: dataDir, LOG_LEVEL: 'silent' }, dataDir);
  const database = await openDatabase({ ...config, databaseUrl: null });
  await migrate(database.pool);
  const app = await composeApp({ config, database });
  const keys = new Map<string, string>();
  const idFor = (key: string) => {
    const id = newId();
    keys.set(id, key);
    return id;
  };
  const now = app.platform.clock.now();
  const organisationId = newId();
  await app.platform.runCommand({ actor: systemActor, requestId: 'bench' }, importLibrary, {
    isExample: false,
    library: {
      organisations: [
        {
          id: organisationId,
          kind: 'institute',
          name: 'bench',
          uscc: null,
          regionCode: NOWHERE,
          introduction: '',
        },
      ],
      experts: library.experts.map((row) => ({
        id: idFor(row.id),
        userId: null,
        organisationId: null,
        organisationName: row.org,
        name: row.name,
        title: row.title,
        research: row.research,
        bio: row.bio,
        regionCode: NOWHERE,
      })),
      achievements: library.achievements.map((row) => ({
        id: idFor(row.id),
        organisationId,
        expertId: null,
        title: row.title,
        abstract: row.abstract,
        keywords: row.keywords,
        regionCode: (row.region && parseRegionName(row.region)) || NOWHERE,
        industryCode: row.industryCode,
        trl: row.trl,
        priceMinFen: row.priceMinWan === null ? null : fenFromWan(row.priceMinWan),
        priceMaxFen: row.priceMaxWan === null ? null : fenFromWan(row.priceMaxWan),
        coopModes: row.coopModes,
        publishedAt: now,
      })),
      needs: [],
    },
  });
  await app.feedIndex();
  return {
    platform: app.platform,
    keyOf: (id) => keys.get(id) ?? id,
    async close() {
      await app.close();
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
