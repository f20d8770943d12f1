import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseVisits, type VisitsPerYear } from '@woonzorgzones/core/needs';
import { parseProfiles, type TravelProfile } from '@woonzorgzones/core/network';

/** How people move, and how often they go where. */
export interface Travel {
  readonly profiles: ReadonlyMap<string, TravelProfile>;
  readonly visits: VisitsPerYear;
}

/** Reads the profiles and visits of the folder; these files are part of the program, so a faulty one stops the start. */
export async function readTravel(folder: string): Promise<Travel> {
  const read = async (name: string): Promise<unknown> => JSON.parse(await readFile(join(folder, name), 'utf8')) as unknown;
  const profiles = parseProfiles(await read('profiles.json'));
  if (!profiles.ok) throw new Error(`Got ${JSON.stringify(profiles.error)} when expected travel profiles.`);
  const visits = parseVisits(await read('visits-per-year.json'));
  if (visits === null) throw new Error('Got another document when expected visits per year.');
  return { profiles: new Map(profiles.value.map((profile) => [profile.id, profile])), visits };
}
