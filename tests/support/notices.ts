import { sql } from 'kysely';
import type { TestApp } from './app.ts';

export type Told = {
  to: string;
  kind: string;
  subject: string;
  text: string;
  path: string | null;
  /** How it reaches the person by mail. */
  mail: 'at_once' | 'daily' | 'off';
};

/** Everything that anybody was told so far, in order, once all subscribers have seen every event. */
export async function toldSoFar(test: TestApp): Promise<Told[]> {
  await test.settle();
  const { rows } = await sql<Told>`
    select users.email as to, kind, title as subject, text, path, mail
    from notices join users on users.id = notices.user_id
    order by notices.id`.execute(test.platform.db);
  return rows;
}
