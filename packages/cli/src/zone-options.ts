import { readFile } from 'node:fs/promises';
import { delineationSettingsSchema } from '@woonzorgzones/api';
import type { DelineationSettings, Municipality } from '@woonzorgzones/core/model';
import { presetWords } from '@woonzorgzones/core/report';
import { usualSettings, wishPresetIds, wishPresets, type WishPreset } from '@woonzorgzones/core/zoning';
import { CommandFailure } from './command-failure.ts';
import { UsageError } from './usage-error.ts';

/** The options of `wzz zones` that change settings, as parseArgs takes them. */
export const zoneOptions = {
  preset: { type: 'string' },
  zones: { type: 'string' },
  least: { type: 'string' },
  most: { type: 'string' },
  kernen: { type: 'string' },
  seed: { type: 'string' },
  effort: { type: 'string' },
  alternatives: { type: 'string' },
  locks: { type: 'string' },
  'keep-close': { type: 'string' },
  finer: { type: 'boolean' },
} as const;

export type ZoneOptions = { readonly [K in Exclude<keyof typeof zoneOptions, 'finer'>]?: string | undefined } & { readonly finer?: boolean | undefined };

/** The usual settings of a municipality with what the command line says otherwise. The locks file: {"blocks": […], "together": [[…]], "apart": [[…]]}. */
export async function settingsFrom(municipality: Municipality, options: ZoneOptions): Promise<DelineationSettings> {
  const usual = usualSettings(municipality);
  const number = (name: Exclude<keyof ZoneOptions, 'finer'>): number | null => {
    const given = options[name];
    if (given === undefined) return null;
    if (given.trim() === '' || !Number.isFinite(Number(given))) throw new UsageError(`--${name} moet een getal zijn; gekregen: “${given}”.`);
    return Number(given);
  };
  const asked = {
    ...usual,
    wishes: options.preset === undefined ? usual.wishes : wishPresets[presetNamed(options.preset)],
    inhabitants: { least: number('least') ?? usual.inhabitants.least, most: number('most') ?? usual.inhabitants.most },
    zoneCount: number('zones'),
    mostKernenPerZone: number('kernen'),
    seed: number('seed') ?? usual.seed,
    effort: number('effort') ?? usual.effort,
    alternatives: number('alternatives') ?? usual.alternatives,
    keepClose: options['keep-close'] ?? usual.keepClose,
    locks: options.locks === undefined ? usual.locks : await locksIn(options.locks),
  };
  const checked = delineationSettingsSchema.safeParse(asked);
  if (checked.success) return checked.data as unknown as DelineationSettings;
  const [issue] = checked.error.issues;
  throw new UsageError(`De instelling ${issue!.path.join('.')} klopt niet: ${issue!.message}`);
}

function presetNamed(given: string): WishPreset {
  const found = wishPresetIds.find((id) => id === given);
  if (found === undefined) throw new UsageError(`De voorkeuze “${given}” bestaat niet. Kies uit: ${wishPresetIds.map((id) => `${id} (${presetWords[id].nl})`).join(', ')}.`);
  return found;
}

async function locksIn(path: string): Promise<unknown> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new CommandFailure(`Het bestand met vergrendelingen ${path} kan niet gelezen worden (${(error as NodeJS.ErrnoException).code ?? 'onbekende reden'}).`);
  }
  try {
    return { blocks: [], together: [], apart: [], ...(JSON.parse(text) as object) };
  } catch {
    throw new CommandFailure(`Het bestand met vergrendelingen ${path} is geen JSON. Verwacht: {"blocks": ["…"], "together": [["…", "…"]], "apart": [["…", "…"]]}.`);
  }
}
