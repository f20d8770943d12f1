import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { StartProblem } from '@woonzorgzones/core/report';
import { createApp } from './app.ts';
import { isLoopback } from './http/own-address.ts';
import type { Services } from './services.ts';

export interface Address {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
}

export interface RunningServer {
  /** http://127.0.0.1:4600 */
  readonly url: string;
  /** Takes no new requests, lets those under way end, and stops. The services stay open. */
  close(): Promise<void>;
}

/** Requests still under way at closing get this long. */
const graceMs = 3000;

/** Starts listening; on this machine only, because there are no accounts yet that could tell one visitor from another. */
export async function startServer(services: Services, { host, port }: Address, webFolder: string): Promise<Result<RunningServer, StartProblem>> {
  if (!isLoopback(host)) return err({ code: 'host-not-loopback', host });
  const app = createApp(services, webFolder);
  const server = createServer({ requestTimeout: services.limits.requestSeconds * 1000, headersTimeout: 15_000, keepAliveTimeout: 5000 }, app);
  const listening = await listen(server, host, port);
  if (!listening.ok) return listening;
  const { port: taken } = server.address() as AddressInfo;
  return ok({
    url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}`,
    close: () => close(server),
  });
}

function listen(server: Server, host: string, port: number): Promise<Result<null, StartProblem>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<null, StartProblem>>();
  server.once('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') resolve(err({ code: 'port-taken', port }));
    else if (error.code === 'EACCES') resolve(err({ code: 'port-not-allowed', port }));
    else reject(error);
  });
  server.listen(port, host, () => {
    resolve(ok(null));
  });
  return promise;
}

async function close(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  setTimeout(() => {
    server.closeAllConnections();
  }, graceMs).unref();
  await closed;
}
