import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import { profileSchema, type Profile } from './profile.ts';

export interface ProfileFault {
  /** The file of the profile. */
  readonly file: string;
  /** Where in it; '' where it is no JSON. */
  readonly at: string;
  readonly fault: string;
}

function readProfile(file: string, text: string): Result<Profile, readonly ProfileFault[]> {
  let document: unknown;
  try {
    document = JSON.parse(text);
  } catch (error) {
    return err([{ file, at: '', fault: error instanceof Error ? error.message : String(error) }]);
  }
  const checked = profileSchema.safeParse(document);
  if (checked.success) return ok(checked.data);
  return err(checked.error.issues.map(({ path, message }) => ({ file, at: path.join('.'), fault: message })));
}

/** The profiles of a folder, by id; or every fault of them, so that a shipped profile that cannot be read stops the start. */
export async function readProfiles(folder: string): Promise<Result<readonly Profile[], readonly ProfileFault[]>> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const read = await Promise.all(names.map(async (name) => readProfile(name, await readFile(join(folder, name), 'utf8'))));
  const faults = read.flatMap((profile) => (profile.ok ? [] : profile.error));
  const profiles = read.flatMap((profile) => (profile.ok ? [profile.value] : []));
  const twice = profiles.filter(({ id }, i) => profiles.findIndex((other) => other.id === id) !== i);
  faults.push(...twice.map(({ id }) => ({ file: `${id}.json`, at: 'id', fault: 'twice' })));
  return faults.length > 0 ? err(faults) : ok(profiles.sort((a, b) => (a.id < b.id ? -1 : 1)));
}
