import { createReadStream } from 'node:fs';
import type { OpenFile } from '@woonzorgzones/files';

/** Opens files by the name the planner gave them, wherever they were put; a name that is not among them is not there. */
export function openStored(paths: Readonly<Record<string, string>>): OpenFile {
  const known = new Map(Object.entries(paths));
  return (file) => {
    const path = known.get(file);
    return Promise.resolve(path === undefined ? null : createReadStream(path));
  };
}
