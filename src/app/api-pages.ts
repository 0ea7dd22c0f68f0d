import fs from 'node:fs';
import path from 'node:path';
import { createRequire } from 'node:module';
import { Hono } from 'hono';

const openApiFile = path.resolve(import.meta.dirname, '../../docs/openapi.json');
const swagger = path.dirname(
  createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'),
);

const page = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>融通 API</title>
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="api"></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script src="/api/docs/start.js"></script>
</body>
</html>
`;

const start = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#api', deepLinking: true });\n`;

const types: Record<string, string> = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
};

/** The API's description and a page to browse and try it. */
export function apiPages(): Hono {
  const pages = new Hono();
  pages.get('/openapi.json', (c) =>
    c.body(fs.readFileSync(openApiFile, 'utf8'), 200, { 'content-type': 'application/json' }),
  );
  pages.get('/docs', (c) => c.html(page));
  pages.get('/docs/start.js', (c) =>
    c.body(start, 200, { 'content-type': 'text/javascript; charset=utf-8' }),
  );
  pages.get('/docs/:file', (c, next) => {
    const type = types[c.req.param('file')];
    if (!type) return next();
    return c.body(fs.readFileSync(path.join(swagger, c.req.param('file'))), 200, {
      'content-type': type,
      'cache-control': 'public, max-age=86400',
    });
  });
  return pages;
}
