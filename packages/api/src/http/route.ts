import type { OpenAPIRegistry } from '@asteasolutions/zod-to-openapi';
import { err, type Result } from '@woonzorgzones/core/model';
import type { Request, RequestHandler, Response } from 'express';
import { problemOf, statusOf, type Failure, type FailureCode } from '../problem.ts';
import { problemSchema } from '../schemas.ts';
import { z } from '../schemas/zod.ts';
import type { Plain } from '../schemas/same-type.ts';
import { requestIssues } from './request-issues.ts';

/** Text as it is, bytes as they are; all else is written as JSON. */
const textTypes = ['text/csv', 'text/html', 'image/svg+xml'] as const;
const byteTypes = [
  'application/octet-stream', 'application/pdf', 'image/png', 'application/zip', 'application/geopackage+sqlite3',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
] as const;
type MediaType = 'application/json' | 'application/geo+json' | (typeof textTypes)[number] | (typeof byteTypes)[number];

/** What a handler gives back: the body, or for content that never changes its tag and how to make it. */
export type Reply<T> =
  | { readonly body: T; readonly headers?: Readonly<Record<string, string>> }
  | { readonly etag: string; readonly cacheControl: string; readonly make: () => T };

export interface RouteInput<P, Q, B> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly request: Request;
}

export interface RouteDefinition<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In the form of OpenAPI: '/plans/{id}'. */
  readonly path: string;
  /** One Dutch sentence for the document. */
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** For a request that is not JSON: how the document describes it; the handler reads the request itself. */
  readonly multipart?: z.ZodObject;
  readonly reply: { readonly status: 200 | 201 | 202; readonly schema: R; readonly mediaType?: MediaType };
  /** The codes it may fail with, apart from those any request may. */
  readonly problems?: readonly FailureCode[];
  readonly handle: (input: RouteInput<z.output<P>, z.output<Q>, z.output<B>>) => Promise<Result<Reply<Plain<z.input<R>>>, Failure>>;
}

/** A route with its types behind it: its line in the document and its handler, made from the same schemas. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** In the form of OpenAPI. */
  readonly path: string;
  readonly reply: { readonly status: number; readonly schema: z.ZodType };
  readonly problems: readonly FailureCode[];
  readonly describe: (registry: OpenAPIRegistry) => void;
  readonly handler: RequestHandler;
}

/** What any request may fail with. */
const anyProblem: readonly FailureCode[] = [
  'unknown-address', 'invalid-request', 'invalid-json', 'unsupported-media-type', 'body-too-large', 'too-many-requests', 'foreign-host', 'foreign-origin', 'disk-full', 'internal-error',
];

/** parse → core → reply. */
export function route<P extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined, R extends z.ZodType = z.ZodUndefined>(
  definition: RouteDefinition<P, Q, B, R>,
): Route {
  const { method, path, reply } = definition;
  const mediaType = reply.mediaType ?? 'application/json';

  const written = (body: unknown): unknown =>
    (isOneOf(textTypes, mediaType) ? body : isOneOf(byteTypes, mediaType) ? Buffer.from(body as Uint8Array) : JSON.stringify(body));

  const answer = async (request: Request, response: Response): Promise<void> => {
    const input = parse(definition, request);
    const result = input.ok ? await definition.handle(input.value) : input;
    if (!result.ok) {
      sendProblem(response, result.error);
      return;
    }
    response.status(reply.status).type(mediaType);
    if ('body' in result.value) {
      const { body } = result.value;
      response.set({ 'Cache-Control': 'no-cache', ...result.value.headers }).send(written(body));
      return;
    }
    response.set({ ETag: result.value.etag, 'Cache-Control': result.value.cacheControl });
    if (request.fresh) response.status(304).end();
    else response.send(written(result.value.make()));
  };

  return {
    method,
    path,
    reply,
    problems: [...(definition.problems ?? []), ...anyProblem],
    describe: (registry) => {
      describeRoute(registry, definition, mediaType);
    },
    handler: (request, response) => answer(request, response),
  };
}

const isOneOf = (types: readonly MediaType[], type: MediaType): boolean => types.includes(type);

export function sendProblem(response: Response, failure: Failure): void {
  const problem = problemOf(failure);
  if (failure.code === 'too-many-requests') response.set('Retry-After', String(failure.retryAfterSeconds));
  if (failure.code === 'queue-full') response.set('Retry-After', '10');
  response.status(problem.status).type('application/problem+json').set('Cache-Control', 'no-store').send(JSON.stringify(problem));
}

function parse<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  { params, query, body }: RouteDefinition<P, Q, B, R>,
  request: Request,
): Result<RouteInput<z.output<P>, z.output<Q>, z.output<B>>, Failure> {
  if (body && !request.is('application/json')) {
    return err({ code: 'unsupported-media-type', given: request.get('content-type') ?? null, wanted: 'application/json' });
  }
  const parsed = z.object({ params: params ?? z.any(), query: query ?? z.any(), body: body ?? z.any() })
    .safeParse({ params: request.params, query: request.query, body: request.body as unknown }, { reportInput: true });
  if (!parsed.success) {
    const issues = requestIssues(parsed.error).map((issue) => ({ ...issue, field: issue.field.replace(/^(params|query|body)\.?/, '') }));
    return err({ code: 'invalid-request', issues });
  }
  const value = parsed.data as { params: z.output<P>; query: z.output<Q>; body: z.output<B> };
  return { ok: true, value: { ...value, request } };
}

function describeRoute<P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType>(
  registry: OpenAPIRegistry,
  { method, path, summary, params, query, body, multipart, reply, problems = [] }: RouteDefinition<P, Q, B, R>,
  mediaType: string,
): void {
  const request = {
    ...(params instanceof z.ZodObject ? { params } : {}),
    ...(query instanceof z.ZodObject ? { query } : {}),
    ...(body ? { body: { required: true, content: { 'application/json': { schema: body } } } } : {}),
    ...(multipart ? { body: { required: true, content: { 'multipart/form-data': { schema: multipart } } } } : {}),
  };
  const codesByStatus = Map.groupBy([...problems, ...anyProblem], statusOf);
  const failures = [...codesByStatus].map(([status, codes]) => [status, {
    description: codes.join(', '),
    content: { 'application/problem+json': { schema: problemSchema } },
  }] as const);
  registry.registerPath({
    method,
    path: `/api${path}`,
    summary,
    request,
    responses: {
      [reply.status]: { description: summary, content: { [mediaType]: { schema: reply.schema } } },
      ...Object.fromEntries(failures),
    },
  });
}
