import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import type { Request } from 'express';
import { receiveParts, type UploadLimits } from './receive-parts.ts';

/** A manifest and the files it names, each under its own number in the folder. */
export interface Upload {
  readonly folder: string;
  /** Number of the manifest. */
  readonly manifest: string;
  /** Path as the manifest gives it → number. */
  readonly files: Readonly<Record<string, string>>;
}

const manifestPart = 'manifest';

/** Receives the part "manifest" and every other file, known by its file name; see `receiveParts`. */
export async function receiveUpload(request: Request, folder: string, limits: UploadLimits): Promise<Result<Upload, ApiProblem>> {
  const seen = new Set<string>();
  let hasManifest = false;
  const received = await receiveParts(request, folder, limits, (part, file) => {
    if (part === manifestPart) {
      if (hasManifest) return { code: 'manifest-sent-twice' };
      hasManifest = true;
      return null;
    }
    if (seen.has(file)) return { code: 'file-sent-twice', file };
    seen.add(file);
    return null;
  });
  if (!received.ok) return received;
  const manifest = received.value.find(({ part }) => part === manifestPart);
  if (!manifest) return err({ code: 'manifest-missing' });
  const files = received.value.filter(({ part }) => part !== manifestPart);
  return ok({ folder, manifest: manifest.stored, files: Object.fromEntries(files.map(({ file, stored }) => [file, stored])) });
}
