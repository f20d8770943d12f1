import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import express, { Router, type RequestHandler } from 'express';

/** Code and styles as the build compressed them, for whoever takes them so: a server compresses nothing while a page waits. */
function readyCompressed(folder: string): RequestHandler {
  const types: Readonly<Record<string, string>> = { '.js': 'text/javascript', '.css': 'text/css' };
  return (request, response, next) => {
    const type = types[extname(request.path)];
    const file = `${request.path}.gz`;
    if (type === undefined || !request.acceptsEncodings('gzip') || !existsSync(join(folder, file))) {
      next();
      return;
    }
    response.type(type).set({ 'Content-Encoding': 'gzip', 'Vary': 'Accept-Encoding' }).sendFile(file, { root: folder, immutable: true, maxAge: '1y' }, (error: Error | undefined) => {
      if (error) next(error);
    });
  };
}

/** Which dataset a plan stands on; null where there is no such plan. */
type DatasetOfPlan = (plan: string) => Promise<string | null>;

/** What the map of a plan begins with (`takeInFirst` of the web app). */
const firstAnswers = (plan: string, dataset: string): readonly string[] => [
  ...['', '/zones.geojson', '/kernen.geojson', '/register'].map((part) => `/api/plans/${plan}${part}`),
  ...['', '/layers/blocks.geojson'].map((part) => `/api/municipalities/${dataset}${part}`),
];

const isId = (plan: unknown): plan is string => typeof plan === 'string' && /^[0-9a-f-]{36}$/.test(plan);

/** A page that has the browser ask for these addresses while its code still comes. */
const askingFor = (page: string, addresses: readonly string[]): string =>
  page.replace('</head>', `${addresses.map((address) => `  <link rel="preload" as="fetch" crossorigin="anonymous" href="${address}">\n`).join('')}  </head>`);

/** The built web app: its files, the page of witnesses, and the planner's page for every other address that is no file. Files carry a hash in their name. */
export function webApp(folder: string, datasetOf: DatasetOfPlan): Router {
  const router = Router();
  router.use('/assets', readyCompressed(join(folder, 'assets')), express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }));
  router.get('/{*path}', async ({ path, query: { plan } }, response) => {
    const file = join(folder, path === '/getuige' ? 'getuige.html' : 'index.html');
    if (!existsSync(file)) {
      response.status(404).type('text/plain').send('De webtoepassing is nog niet gebouwd. Start met "npm start".');
      return;
    }
    const page = readFileSync(file, 'utf8');
    // A store that is out of reach is told by the screen.
    const dataset = isId(plan) ? await datasetOf(plan).catch(() => null) : null;
    response.set('Cache-Control', 'no-cache').type('html').send(isId(plan) && dataset !== null ? askingFor(page, firstAnswers(plan, dataset)) : page);
  });
  return router;
}
