import { randomUUID } from 'node:crypto';
import type { ApiProblem } from '@woonzorgzones/core/report';
import compression from 'compression';
import express, { Router, type ErrorRequestHandler, type Express, type Request } from 'express';
import { rateLimit } from 'express-rate-limit';
import { pinoHttp } from 'pino-http';
import { isDiskFull } from './http/disk-full.ts';
import { ownHostOnly, ownOriginOnly } from './http/own-address.ts';
import { sendProblem } from './http/route.ts';
import { securityHeaders } from './http/security.ts';
import { webApp } from './http/web-app.ts';
import type { Limits } from './limits.ts';
import { openApiDocument } from './openapi.ts';
import { apiRoutes } from './routes.ts';
import type { Services } from './services.ts';

/** The whole server as a function of what it works with: the API under /api, the web app under everything else. */
export function createApp(services: Services, webFolder: string): Express {
  const app = express();
  app.set('etag', 'strong');
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.use(pinoHttp({ logger: services.log }));
  app.use(ownHostOnly, securityHeaders, compression());
  app.use('/api', api(services));
  app.use(webApp(webFolder, async (plan) => (await services.store.plan(plan))?.dataset ?? null));
  app.use(onError(services));
  return app;
}

function api(services: Services): Router {
  const router = Router();
  router.use(limitPerMinute(services.limits.requestsPerMinute), ownOriginOnly);
  router.post(['/municipalities', '/imports', '/imports/:id/files', '/plan-files', '/plans/:id/division-files', '/municipalities/:hash/division-files'], limitPerMinute(services.limits.uploadsPerMinute));
  router.use('/witness', limitPerMinute(services.limits.witnessRefusalsPerMinute, { skipSuccessfulRequests: true }));
  router.use(express.json({ limit: services.limits.jsonBytes }));
  const routes = apiRoutes(services);
  for (const { method, path, handler } of routes) router[method](path.replace(/\{(\w+)\}/g, ':$1'), handler);
  let document: string | null = null;
  router.get('/openapi.json', (_request, response) => {
    document ??= JSON.stringify(openApiDocument(routes, services.version)); // 0.13 s, that a start can do without
    response.set('Cache-Control', 'no-cache').type('application/json').send(document);
  });
  router.use((request, response) => {
    sendProblem(response, { code: 'unknown-address', method: request.method, path: `/api${request.path}` });
  });
  return router;
}

const limitPerMinute = (limit: number, options: { readonly skipSuccessfulRequests?: boolean } = {}) => rateLimit({
  ...options,
  windowMs: 60_000,
  limit,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  handler: (_request, response) => {
    sendProblem(response, { code: 'too-many-requests', retryAfterSeconds: 60 });
  },
});

const onError = ({ limits, log }: Services): ErrorRequestHandler => (error: RequestError, request, response, next) => {
  if (response.headersSent) {
    next(error);
    return;
  }
  const known = knownFailure(error, request, limits);
  if (known) {
    sendProblem(response, known);
    return;
  }
  if (isDiskFull(error)) {
    log.error({ err: error, method: request.method, url: request.url }, 'disk full');
    sendProblem(response, { code: 'disk-full' });
    return;
  }
  const reference = randomUUID();
  log.error({ err: error, reference, method: request.method, url: request.url }, 'request failed');
  sendProblem(response, { code: 'internal-error', reference });
};

/** What Express and its parsers throw for a request that is not right. */
interface RequestError extends Error {
  readonly type?: string;
  readonly status?: number;
}

function knownFailure({ type, status }: RequestError, request: Request, { jsonBytes }: Limits): ApiProblem | null {
  if (type === 'entity.too.large') return { code: 'body-too-large', limitBytes: jsonBytes };
  if (status === 415) return { code: 'unsupported-media-type', given: request.get('content-type') ?? null, wanted: 'application/json, UTF-8' };
  if (type !== undefined && status === 400) return { code: 'invalid-json' };
  // A path that cannot be decoded, or a file of the web app that is not there.
  if (status === 400 || status === 404) return { code: 'unknown-address', method: request.method, path: request.originalUrl };
  return null;
}
