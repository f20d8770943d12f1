import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { OpenFile } from './read/source-bytes.ts';

/** Opens the files of a manifest below its folder. What a path or a link would fetch from elsewhere is as if it were not there. */
export function openFolder(folder: string): OpenFile {
  return async (path) => {
    try {
      const root = await realpath(folder);
      const file = await realpath(join(root, path));
      if (!file.startsWith(root + sep) || !(await stat(file)).isFile()) return null;
      return createReadStream(file);
    } catch {
      // Not there, or not ours to read: to the planner the same.
      return null;
    }
  };
}
