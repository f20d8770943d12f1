import { parsed } from './arguments.ts';
import { UsageError } from './usage-error.ts';

export interface ImportOptions {
  /** A manifest, a folder, or files. */
  readonly subjects: readonly string[];
  /** As it was typed: a NIS code, a name, or both. */
  readonly municipality: string | null;
  readonly year: number | null;
  readonly inhabitants: number | null;
  /** File → id of the profile it is to be read with. */
  readonly profiles: ReadonlyMap<string, string>;
  /** Files that are left out. */
  readonly without: ReadonlySet<string>;
  /** Where the verdict is to be written. */
  readonly report: string | null;
  /** Show what would come in, and keep nothing. */
  readonly trial: boolean;
  readonly json: boolean;
}

export function importOptions(args: readonly string[]): ImportOptions {
  const { values, positionals } = parsed({
    args: [...args],
    options: {
      gemeente: { type: 'string' },
      jaar: { type: 'string' },
      inwoners: { type: 'string' },
      profiel: { type: 'string', multiple: true, default: [] },
      zonder: { type: 'string', multiple: true, default: [] },
      verslag: { type: 'string' },
      proef: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
    allowPositionals: true,
  });
  if (positionals.length === 0) throw new UsageError('Geef een manifest, een map of bestanden op.');
  if (values.verslag !== undefined && !/\.(csv|json)$/i.test(values.verslag)) throw new UsageError(`Het verslag ${values.verslag} moet op .csv of .json eindigen.`);
  return {
    subjects: positionals,
    municipality: values.gemeente ?? null,
    year: wholeNumber('jaar', values.jaar, 1900, 2200),
    inhabitants: wholeNumber('inwoners', values.inwoners, 0, 20_000_000),
    profiles: new Map(values.profiel.map(fileAndProfile)),
    without: new Set(values.zonder),
    report: values.verslag ?? null,
    trial: values.proef,
    json: values.json,
  };
}

function wholeNumber(option: string, given: string | undefined, least: number, most: number): number | null {
  if (given === undefined) return null;
  const value = /^\d+$/.test(given) ? Number(given) : NaN;
  if (!(value >= least && value <= most)) throw new UsageError(`--${option} ${given} is geen getal van ${least} tot ${most}.`);
  return value;
}

function fileAndProfile(given: string): readonly [string, string] {
  const at = given.lastIndexOf('=');
  if (at < 1 || at === given.length - 1) throw new UsageError(`--profiel ${given} heeft niet de vorm bestand=profiel.`);
  return [given.slice(0, at), given.slice(at + 1)];
}
