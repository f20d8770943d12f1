import type { RequestHandler } from 'express';
import { sendProblem } from './route.ts';

const ownNames = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Names of this machine as itself; nothing else is listened on while there are no accounts. */
export const isLoopback = (host: string): boolean => ownNames.has(host) || host === '::1';

const nameOf = (host: string): string => host.toLowerCase().replace(/:\d+$/, '');

/**
 * Refuses requests that were sent to another name than this machine's own. Without it a website could let its name point to
 * 127.0.0.1 and read everything here from a browser (DNS rebinding).
 */
export const ownHostOnly: RequestHandler = (request, response, next) => {
  const host = request.headers.host ?? null;
  if (host !== null && ownNames.has(nameOf(host))) next();
  else sendProblem(response, { code: 'foreign-host', host });
};

/** Refuses changes that another website sends from a planner's browser; programs send no Origin and are let through. */
export const ownOriginOnly: RequestHandler = (request, response, next) => {
  const origin = request.headers.origin ?? null;
  const crossSite = request.headers['sec-fetch-site'] === 'cross-site';
  const foreign = crossSite || (origin !== null && !(URL.canParse(origin) && ownNames.has(new URL(origin).hostname)));
  if (foreign && request.method !== 'GET' && request.method !== 'HEAD') sendProblem(response, { code: 'foreign-origin', origin });
  else next();
};
