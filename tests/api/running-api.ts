import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect } from 'vitest';
import { defaultLimits, type Limits } from '../../packages/api/src/limits.ts';
import { statusOf, type FailureCode } from '../../packages/api/src/problem.ts';
import { apiRoutes } from '../../packages/api/src/routes.ts';
import type { Route } from '../../packages/api/src/http/route.ts';
import { problemSchema, type JobReply, type NewPlan, type PlanReply, type Problem } from '../../packages/api/src/schemas.ts';
import { startServer } from '../../packages/api/src/server.ts';
import { openServices, type Services } from '../../packages/api/src/services.ts';
import { smallDataset } from './small-town.ts';
import { temporaryPlace, type Engine } from './temporary-store.ts';

const root = join(import.meta.dirname, '..', '..');

interface Answer<T> {
  readonly status: number;
  readonly headers: Headers;
  readonly body: T;
}

export interface RunningApi {
  readonly url: string;
  readonly services: Services;
  readonly dataFolder: string;
  /** A request that must succeed; its reply is held to the schema of its route, key by key. */
  get<T>(path: string, headers?: Record<string, string>): Promise<Answer<T>>;
  /** Without a body when it is undefined. */
  post<T>(path: string, body: unknown): Promise<Answer<T>>;
  put<T>(path: string, body: unknown): Promise<Answer<T>>;
  remove<T>(path: string): Promise<Answer<T>>;
  upload<T>(path: string, form: FormData): Promise<Answer<T>>;
  /** A request that must fail with this code, its status, and a sentence. */
  fails(code: FailureCode, path: string, init?: RequestInit): Promise<Problem>;
  failsToPost(code: FailureCode, path: string, body: unknown): Promise<Problem>;
  failsToPut(code: FailureCode, path: string, body: unknown): Promise<Problem>;
  /** Asks until the job has ended. */
  ended(job: string): Promise<JobReply>;
  newPlan(from: NewPlan['from']): Promise<PlanReply>;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly limits?: Partial<Omit<Limits, 'jobs'>> & { readonly jobs?: Partial<Limits['jobs']> };
}

/** The whole API on an empty store with the small town in it, on a free port of this machine. */
export async function runApi(engine: Engine, { limits = {} }: ApiOptions = {}): Promise<RunningApi> {
  const place = await temporaryPlace(engine);
  const services = await openServices({
    dataFolder: place.dataFolder,
    databaseUrl: place.databaseUrl,
    normsFolder: join(root, 'data', 'norms'),
    walkingFolder: join(root, 'data', 'walking'),
    profilesFolder: join(root, 'data', 'profiles'),
    limits: { ...defaultLimits, ...limits, jobs: { ...defaultLimits.jobs, ...limits.jobs } },
    version: 'test',
    logLevel: 'silent',
  });
  await services.store.addDataset(smallDataset);
  const server = await startServer(services, { host: '127.0.0.1', port: 0 }, join(root, 'packages', 'web', 'dist'));
  if (!server.ok) throw new Error(server.error.code);
  const { url } = server.value;
  const routes = apiRoutes(services);

  async function succeeds<T>(path: string, init: RequestInit): Promise<Answer<T>> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    const route = routeOf(routes, init.method ?? 'GET', path);
    expect(response.status, text.slice(0, 500)).toBe(route.reply.status);
    const body: unknown = JSON.parse(text);
    // What the schema does not know it would drop: a reply must say exactly what is described.
    const described = route.reply.schema.parse(body);
    if (!isDeepStrictEqual(described, body)) expect(described).toEqual(body);
    return { status: response.status, headers: response.headers, body: body as T };
  }

  async function fails(code: FailureCode, path: string, init: RequestInit = {}): Promise<Problem> {
    const response = await fetch(url + path, init);
    const text = await response.text();
    expect(response.headers.get('content-type'), text.slice(0, 500)).toMatch(/^application\/problem\+json/);
    const problem = problemSchema.strict().parse(JSON.parse(text));
    expect(problem.code, text.slice(0, 500)).toBe(code);
    expect(response.status).toBe(statusOf(code));
    expect(problem.status).toBe(response.status);
    expect(problem.detail).toMatch(/^.{10,}[.?]$/s);
    const route = findRoute(routes, init.method ?? 'GET', path);
    if (route) expect(route.problems).toContain(code);
    return problem;
  }

  const json = (body: unknown, method = 'POST'): RequestInit =>
    (body === undefined ? { method } : { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

  return {
    url,
    services,
    dataFolder: place.dataFolder,
    get: (path, headers = {}) => succeeds(path, { headers }),
    post: (path, body) => succeeds(path, json(body)),
    put: (path, body) => succeeds(path, json(body, 'PUT')),
    remove: (path) => succeeds(path, { method: 'DELETE' }),
    upload: (path, form) => succeeds(path, { method: 'POST', body: form }),
    fails,
    failsToPost: (code, path, body) => fails(code, path, json(body)),
    failsToPut: (code, path, body) => fails(code, path, json(body, 'PUT')),
    async ended(job) {
      await services.jobs.ended(job);
      return (await succeeds<JobReply>(`/api/jobs/${job}`, {})).body;
    },
    async newPlan(from) {
      return (await succeeds<PlanReply>('/api/plans', json({ dataset: smallDataset.hash, name: 'Proef', from }))).body;
    },
    async close() {
      await server.value.close();
      await services.close();
      await place.remove();
    },
  };
}

function findRoute(routes: readonly Route[], method: string, path: string): Route | undefined {
  const bare = path.replace(/\?.*$/, '');
  return routes.find((route) => route.method === method.toLowerCase() && pattern(route.path).test(bare));
}

function routeOf(routes: readonly Route[], method: string, path: string): Route {
  const route = findRoute(routes, method, path);
  if (!route) throw new Error(`Got ${method} ${path} when expected an address that is described.`);
  return route;
}

const pattern = (path: string) => new RegExp(`^/api${path.replaceAll('.', '\\.').replace(/\{\w+\}/g, '[^/]+')}$`);
