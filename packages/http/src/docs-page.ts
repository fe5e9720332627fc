import type Router from '@koa/router';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import getAbsoluteFSPath from 'swagger-ui-dist/absolute-path';

const assets = new Map([
  ['swagger-ui.css', 'text/css; charset=utf-8'],
  ['swagger-ui-bundle.js', 'text/javascript; charset=utf-8'],
]);

/** Which document is shown stands in the query by its place among ours, so that no other can be asked for. */
const start = (documents: readonly string[]): string => `window.onload = () => {
  const documents = ${JSON.stringify(documents)};
  const url = documents[Number(new URLSearchParams(location.search).get('document'))] ?? documents[0];
  SwaggerUIBundle({ url, dom_id: '#reference', deepLinking: true, docExpansion: 'list' });
};`;

const linksTo = (documents: readonly string[]): string =>
  documents.length < 2
    ? ''
    : `<nav>${documents.map((path, place) => `<a href="/docs?document=${place}">${path}</a>`).join(' ')}</nav>\n`;

const page = (title: string, documents: readonly string[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}: API reference</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/docs/swagger-ui.css"></head>
<body>${linksTo(documents)}<main id="reference"></main>
<script src="/docs/swagger-ui-bundle.js"></script><script src="/docs/start.js"></script></body>
</html>`;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'";

/** The API reference page, with a link per document of the service; everything it loads comes from this service. */
export function docsPage(router: Router, title: string, documents: readonly string[]): void {
  router.get('/docs', (ctx) => {
    ctx.set('Content-Security-Policy', POLICY);
    ctx.type = 'html';
    ctx.body = page(title, documents);
  });
  router.get('/docs/start.js', (ctx) => {
    ctx.type = 'text/javascript; charset=utf-8';
    ctx.body = start(documents);
  });
  router.get('/docs/:asset', (ctx) => {
    const type = assets.get(ctx.params.asset!);
    if (!type) return;
    ctx.type = type;
    ctx.body = createReadStream(join(getAbsoluteFSPath(), ctx.params.asset!));
  });
}
