import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import { dockingDetail, dockingSummary } from '../modules/dockings/contract.ts';
import {
  achievementDetail,
  achievementSummary,
  needDetail,
  needSummary,
} from '../modules/exchange/contract.ts';
import { answer, match } from '../modules/matching/contract.ts';
import { actionOffer, dueState } from '../platform/contract/route.ts';
import { contract } from './contract.ts';

/** Shapes that many routes give, described once. */
const shared = {
  ActionOffer: actionOffer,
  DueState: dueState,
  Match: match,
  Answer: answer,
  NeedSummary: needSummary,
  NeedDetail: needDetail,
  AchievementSummary: achievementSummary,
  AchievementDetail: achievementDetail,
  DockingSummary: dockingSummary,
  DockingDetail: dockingDetail,
};

/** The description of the whole API, OpenAPI 3.1. */
export function openApiDocument() {
  return new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(
    contract,
    {
      info: {
        title: 'Rongtong 融通',
        version: '0.1.0',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
        description:
          'Reads are GET; every change is a named command and POST. A POST may carry an `Idempotency-Key`: sent again with the same key and body, it answers as before and changes nothing. Errors are `{code, status, message, data: {reasons?, issues?, requestId}}` in the language of `Accept-Language` (zh-CN or en). Amounts are whole 分 (0.01 CNY); moments are ISO 8601 in UTC. Sign in with `POST /api/auth/sign-in/email` for a session cookie.',
      },
      servers: [{ url: '/api' }],
      commonSchemas: Object.fromEntries(
        Object.entries(shared).map(([name, schema]) => [name, { schema, strategy: 'output' }]),
      ),
    },
  );
}
