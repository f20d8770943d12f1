import type { Problem } from '@woonzorgzones/api/schemas';

/** A refusal of the server, with its code, its facts and its Dutch sentence. */
export class RefusedRequest extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'RefusedRequest';
    this.problem = problem;
  }
}

/** The server was not reached at all, or spoke no language we know: try again later. */
export class LostConnection extends Error {
  constructor(cause: unknown) {
    super('The server gave no answer', { cause });
    this.name = 'LostConnection';
  }
}

export const isRefusal = (error: unknown, code?: string): error is RefusedRequest =>
  error instanceof RefusedRequest && (code === undefined || error.problem.code === code);

const isProblem = (body: unknown): body is Problem => typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

interface Sending {
  /** The secret of a witness link. */
  readonly bearer?: string;
  /** Goes on when the page is closed meanwhile; for bodies of at most 64 kB. */
  readonly keepalive?: boolean;
}

/** One request to the API; the reply is taken to be what the schemas say it is. */
export async function request<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object, signal?: AbortSignal, { keepalive = false, bearer }: Sending = {}): Promise<T> {
  const isForm = body instanceof FormData;
  let reply: Response;
  let text: string;
  try {
    reply = await fetch(`/api${path}`, {
      method,
      keepalive,
      ...(signal === undefined ? {} : { signal }),
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      headers: { accept: 'application/json, application/problem+json', ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }), ...(body === undefined || isForm ? {} : { 'content-type': 'application/json' }) },
    });
    text = await reply.text();
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new LostConnection(error);
  }
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch (error) {
    throw new LostConnection(error);
  }
  if (reply.ok) return answer as T;
  throw isProblem(answer) ? new RefusedRequest(answer) : new LostConnection(reply.status);
}

export const get = <T>(path: string, signal?: AbortSignal): Promise<T> => request<T>('GET', path, undefined, signal);
export const post = <T>(path: string, body: object, sending?: Sending): Promise<T> => request<T>('POST', path, body, undefined, sending);
