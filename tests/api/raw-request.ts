import { request, type IncomingHttpHeaders, type OutgoingHttpHeaders } from 'node:http';

/** A request with just these headers: fetch adds some, refuses others, and hides 304. */
export function rawRequest(
  url: string, { path, method = 'GET', headers = {}, body = '' }: { readonly path: string; readonly method?: string; readonly headers?: OutgoingHttpHeaders; readonly body?: string },
): Promise<{ readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; headers: IncomingHttpHeaders; body: string }>();
  const { hostname, port } = new URL(url);
  const sent = request({ hostname, port, path, method, headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('end', () => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks).toString() });
    });
  });
  sent.on('error', reject);
  sent.end(body);
  return promise;
}
