import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UsageError } from './usage-error.ts';

/** The one thing a command is about, and whether JSON is asked for. */
export function subjectAndJson(args: readonly string[], subject: string): { readonly subject: string; readonly json: boolean } {
  const { values, positionals } = parsed({ args: [...args], options: { json: { type: 'boolean', default: false } }, allowPositionals: true });
  const [given] = positionals;
  if (given === undefined || positionals.length > 1) throw new UsageError(`Geef één ${subject} op.`);
  return { subject: given, json: values.json };
}

/** parseArgs, with what it objects to as a usage error. */
export function parsed<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')) {
      throw new UsageError(`Dit kan niet op de opdrachtregel staan: ${error.message}`);
    }
    throw error;
  }
}
