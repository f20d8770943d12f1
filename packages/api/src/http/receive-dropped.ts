import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Result } from '@woonzorgzones/core/model';
import type { Request } from 'express';
import type { Failure } from '../problem.ts';
import type { Services } from '../services.ts';
import { droppedName } from '../sittings/file-names.ts';
import type { NewFile } from '../sittings/sittings.ts';
import { receiveParts } from './receive-parts.ts';

/** Receives files under any name that is one, and hands them on; whatever was not taken over is removed. */
export async function receiveDropped<T>(
  request: Request, { uploads, limits }: Pick<Services, 'uploads' | 'limits'>, handOn: (files: readonly NewFile[]) => Promise<Result<T, Failure>>,
): Promise<Result<T, Failure>> {
  const folder = await uploads.newFolder();
  try {
    const seen = new Set<string>();
    const received = await receiveParts(request, folder, limits, (_, given) => {
      const file = droppedName(given);
      if (file === null) return { code: 'file-name-refused', file: given };
      if (seen.has(file)) return { code: 'file-sent-twice', file };
      seen.add(file);
      return null;
    });
    if (!received.ok) return received;
    return await handOn(received.value.map(({ file, stored, bytes }) => ({ file: droppedName(file)!, received: join(folder, stored), bytes })));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
