import fs from 'node:fs';
import { openApiDocument } from '../src/app/openapi.ts';

// `npm run openapi`: the API's description, made of the contract. The tests refuse a stale one.
fs.writeFileSync(
  new URL('../docs/openapi.json', import.meta.url),
  `${JSON.stringify(await openApiDocument(), null, 2)}\n`,
);
