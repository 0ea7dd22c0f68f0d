import { removeExampleDirectory } from '../../modules/directory/index.ts';
import { removeExampleDockings } from '../../modules/dockings/index.ts';
import { removeExampleListings } from '../../modules/exchange/index.ts';
import { removeExampleAccounts } from '../../modules/identity/index.ts';
import { removeExampleAsks } from '../../modules/matching/index.ts';
import { removeExampleTeams } from '../../modules/teams/index.ts';
import { defineCommand } from '../../platform/commands/run-command.ts';
import { writeSetting } from '../../platform/settings/settings.ts';

/**
 * Takes out everything marked as example, and nothing else, in one transaction. The audit keeps
 * that it was there; the index follows by the events.
 */
export const removeExamples = defineCommand({
  name: 'examples.remove',
  async run(context) {
    const removed = {
      teams: await removeExampleTeams(context),
      dockings: await removeExampleDockings(context),
      questions: await removeExampleAsks(context),
      listings: await removeExampleListings(context),
      directory: await removeExampleDirectory(context),
      accounts: await removeExampleAccounts(context),
    };
    await writeSetting(context.tx, {
      key: 'examples',
      value: { removed: true },
      at: context.now,
      by: 'system',
    });
    context.emit({
      type: 'examples.removed',
      subject: { type: 'settings', id: 'examples' },
      data: removed,
    });
    return removed;
  },
});
