import { manualClock } from '../../kernel/clock.ts';
import type { Actor } from '../../kernel/policy.ts';
import { expertIdsOf, type DirectoryTables } from '../../modules/directory/index.ts';
import { addMembership, ensureRole, loadActor, systemActor } from '../../modules/identity/index.ts';
import type { IdentityTables } from '../../modules/identity/server/tables.ts';
import { createCommandRunner, defineCommand } from '../../platform/commands/run-command.ts';
import type { Db } from '../../platform/db/database.ts';
import type { Platform } from '../../platform/platform.ts';
import { findSetting, writeSetting } from '../../platform/settings/settings.ts';
import type { App } from '../compose.ts';
import { importLibrary } from '../import-listings.ts';
import { policy } from '../modules.ts';
import { readExamples, type Examples } from './example-data.ts';
import { playStories } from './play-stories.ts';

export type ExampleAccount = { email: string; name: string; role: string; password: string };
type ExamplesSetting = { accounts: ExampleAccount[] } | { removed: true };

/** The example accounts while they are loaded, for the start's greeting. */
export async function exampleAccounts(db: Db): Promise<ExampleAccount[]> {
  const setting = await findSetting<ExamplesSetting>(db, 'examples');
  return setting && 'accounts' in setting ? setting.accounts : [];
}

/**
 * Loads the example district into an empty database, once: after `demo:remove`, or beside real
 * data, it never comes by itself. Cases are played through the real commands, each on its own day.
 * Must run before the readers of the outbox start, so that old events send no mail today.
 */
export async function loadExamples(app: App, say: (line: string) => void): Promise<boolean> {
  const { platform } = app;
  const { db } = platform;
  if ((await findSetting<ExamplesSetting>(db, 'examples')) !== undefined) return false;
  const known = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select('id')
    .limit(1)
    .executeTakeFirst();
  if (known) return false;

  const examples = readExamples(platform.clock.now());
  say(
    `融通 · loading the example district 示例: ${examples.library.needs.length} needs, ${examples.library.achievements.length} achievements, ${examples.library.experts.length} experts …`,
  );
  const actors = await createAccounts(app, examples);
  // The people in the stories look at candidates first.
  await app.feedIndex();
  say(`融通 · playing ${examples.stories.stories.length} example cases 示例 …`);
  const clock = manualClock(platform.clock.now());
  const then: Platform = {
    ...platform,
    clock,
    runCommand: createCommandRunner({ db, policy, clock, onCommitted: () => undefined }),
  };
  await playStories(then, clock, examples, actors);
  await platform.runCommand(
    { actor: systemActor, requestId: 'examples' },
    finishExamples,
    examples.accounts.accounts.map((account) => ({
      email: account.email,
      name: account.name,
      role: account.roles[0]?.role ?? 'visitor',
      password: examples.accounts.password,
    })),
  );
  await app.skipSubscribers();
  return true;
}

const finishExamples = defineCommand({
  name: 'examples.load',
  async run({ tx, now, emit }, accounts: ExampleAccount[]) {
    await writeSetting(tx, { key: 'examples', value: { accounts }, at: now, by: 'system' });
    emit({ type: 'examples.loaded', subject: { type: 'settings', id: 'examples' } });
  },
});

const linkAccounts = defineCommand({
  name: 'examples.load',
  async run(
    context,
    input: {
      userId: string;
      account: Examples['accounts']['accounts'][number];
      idOf: (key: string) => string;
    }[],
  ) {
    const { tx, now, emit } = context;
    for (const { userId, account, idOf } of input) {
      await tx
        .withTables<IdentityTables>()
        .updateTable('users')
        .set({ isExample: true, emailVerified: true })
        .where('id', '=', userId)
        .execute();
      for (const grant of account.roles) {
        await ensureRole(tx, {
          userId,
          ...grant,
          at: new Date(now.getTime() - 120 * 86_400_000),
          by: 'system',
        });
      }
      for (const key of account.organisations) {
        await addMembership(tx, { userId, organisationId: idOf(key), at: now });
      }
      if (account.expert) {
        await tx
          .withTables<DirectoryTables>()
          .updateTable('experts')
          .set({ userId })
          .where('id', '=', idOf(account.expert))
          .execute();
      }
      emit({ type: 'account.example_added', subject: { type: 'account', id: userId } });
    }
  },
});

async function createAccounts(app: App, examples: Examples): Promise<Map<string, Actor>> {
  const { platform } = app;
  const { accounts, password } = examples.accounts;
  // Hashing takes its time on purpose; two at once is as quick as this gets on a small machine.
  const userIds = new Map<string, string>();
  await Promise.all(
    accounts.map(async (account) => {
      const { user } = await app.auth.api.signUpEmail({
        body: { email: account.email, name: account.name, password },
      });
      userIds.set(account.key, user.id);
    }),
  );
  const system = { actor: systemActor, requestId: 'examples' };
  await platform.runCommand(system, importLibrary, { library: examples.library, isExample: true });
  await platform.runCommand(
    system,
    linkAccounts,
    accounts.map((account) => ({
      userId: userIds.get(account.key)!,
      account,
      idOf: examples.idOf,
    })),
  );
  const actors = new Map<string, Actor>();
  for (const account of accounts) {
    const user = { id: userIds.get(account.key)!, name: account.name };
    actors.set(
      account.key,
      await loadActor(platform.db, user, platform.clock.now(), (id) =>
        expertIdsOf(platform.db, id),
      ),
    );
  }
  return actors;
}
