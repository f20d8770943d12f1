import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'shared');

/** Whether the folder with real data and reference values lies beside the project; in a bare clone it does not. */
export const sharedPresent = existsSync(folder);

/** The path of one of its files; throws when the folder is there and the file is not, so that no test passes unseen. */
export function sharedFile(path: string): string {
  const file = join(folder, path);
  if (sharedPresent && !existsSync(file)) throw new Error(`../shared is present but ${path} is not in it`);
  return file;
}
