import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';

/** The built web app: its files, and its one page for every address that is no file. Files carry a hash in their name. */
export function webApp(folder: string): Router {
  const router = Router();
  const page = join(folder, 'index.html');
  router.use('/assets', express.static(join(folder, 'assets'), { immutable: true, maxAge: '1y', fallthrough: false }));
  router.use(express.static(folder, { index: false, cacheControl: false, setHeaders: (response) => response.setHeader('Cache-Control', 'no-cache') }));
  router.get('/{*path}', (_request, response, next) => {
    if (!existsSync(page)) {
      response.status(404).type('text/plain').send('De webtoepassing is nog niet gebouwd. Start met "npm start".');
      return;
    }
    response.set('Cache-Control', 'no-cache').sendFile(page, (error: Error | undefined) => {
      if (error) next(error);
    });
  });
  return router;
}
