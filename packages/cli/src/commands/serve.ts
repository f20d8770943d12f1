import { startServer } from '@woonzorgzones/api';
import { startSentence } from '@woonzorgzones/core/report';
import { parsed } from '../arguments.ts';
import { CommandFailure } from '../command-failure.ts';
import { openProjectServices } from '../open.ts';
import { webFolder } from '../project.ts';
import { loadSample } from '../sample.ts';
import { UsageError } from '../usage-error.ts';

/** wzz serve: opens the store, loads the sample town the first time, and serves until it is stopped. */
export async function serve(args: readonly string[]): Promise<number> {
  const { host, port } = addressOf(args);
  // Ctrl-C may come twice: from the terminal and from npm. The first one closes, the next ones change nothing.
  const { promise: stopped, resolve: stop } = Promise.withResolvers<NodeJS.Signals>();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);

  const services = await openProjectServices();
  try {
    const server = await startServer(services, { host, port }, webFolder);
    if (!server.ok) throw new CommandFailure(startSentence(server.error, 'nl'));
    try {
      await loadSample(services);
      console.log(`Woonzorgzones staat klaar op ${server.value.url}`);
      await stopped;
    } finally {
      await server.value.close();
    }
    return 0;
  } finally {
    await services.close();
  }
}

/** Where to listen: this machine, port 4600, unless the command line or the environment says otherwise. */
export function addressOf(args: readonly string[]): { readonly host: string; readonly port: number } {
  const { values } = parsed({
    args: [...args],
    options: {
      host: { type: 'string', default: process.env['WZZ_HOST'] ?? '127.0.0.1' },
      port: { type: 'string', default: process.env['WZZ_PORT'] ?? '4600' },
    },
  });
  const port = /^\d+$/.test(values.port) ? Number(values.port) : NaN;
  if (!(port <= 65_535)) throw new UsageError(startSentence({ code: 'port-not-a-number', port: values.port }, 'nl'));
  return { host: values.host, port };
}
