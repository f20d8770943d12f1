import { rename, rm, writeFile } from 'node:fs/promises';
import { CommandFailure } from './command-failure.ts';

/** Writes a file whole or not at all: it appears under its name only when its last byte is there. */
export async function writeWhole(path: string, content: Uint8Array | string): Promise<void> {
  const unfinished = `${path}.${process.pid}.deel`;
  try {
    await writeFile(unfinished, content, { flush: true });
    await rename(unfinished, path);
  } catch (error) {
    // Where a file stands in the place of a folder there is nothing to remove, and removing fails too.
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw new CommandFailure(`${path} kan niet geschreven worden (${(error as NodeJS.ErrnoException).code ?? 'onbekende reden'}). Kies met --out een map waarin u mag schrijven.`);
  }
}
