#!/usr/bin/env node
import { CommandFailure } from './command-failure.ts';
import { gaps } from './commands/gaps.ts';
import { importFiles } from './commands/import.ts';
import { serve } from './commands/serve.ts';
import { zones } from './commands/zones.ts';
import { UsageError } from './usage-error.ts';

/** A command takes what follows its name and answers the exit code. */
type Command = (args: readonly string[]) => Promise<number>;

const commands: Readonly<Record<string, Command>> = { import: importFiles, zones, gaps, serve };

const usage = `wzz import <manifest.json> [--json]        een gemeente inlezen
wzz zones <dataset|manifest.json> [--json] zones afbakenen en tonen
wzz gaps <plan|manifest.json> [--json]     nood, aanbod en leemten tonen
wzz serve [--host 127.0.0.1] [--port 4600] de server starten

Gegevens staan in de map var/ (of in WZZ_DATA), of in PostgreSQL als DATABASE_URL gezet is.`;

async function run([name = '', ...args]: readonly string[]): Promise<number> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    console.error(name === '' ? usage : `Het commando “${name}” bestaat niet.\n\n${usage}`);
    return 2;
  }
  try {
    return await command(args);
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${usage}`);
      return 2;
    }
    if (!(error instanceof CommandFailure)) throw error;
    console.error(error.message);
    return 1;
  }
}

process.exitCode = await run(process.argv.slice(2));
