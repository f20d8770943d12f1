import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';

/** Files as they came, each under its own number in the folder; what they are called stays a value and never becomes a path. */
export interface Upload {
  readonly folder: string;
  /** Number of the manifest. */
  readonly manifest: string;
  /** Path as the manifest gives it → number. */
  readonly files: Readonly<Record<string, string>>;
}

export interface UploadLimits {
  readonly uploadFiles: number;
  readonly uploadFileBytes: number;
  /** All files of one request together. */
  readonly uploadBytes: number;
}

const wanted = 'multipart/form-data';

const manifestPart = 'manifest';

/**
 * Writes the parts of a multipart request to the folder as they come in, so that memory does not grow with them. The part
 * "manifest" is the manifest; every other file is known by its file name. Stops at the first problem; the folder is the
 * caller's to remove.
 */
export function receiveUpload(request: Request, folder: string, limits: UploadLimits): Promise<Result<Upload, ApiProblem>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<Upload, ApiProblem>>();
  const parts = partsOf(request, limits);
  if (!parts) return Promise.resolve(err({ code: 'unsupported-media-type', given: request.get('content-type') ?? null, wanted }));
  const files = new Map<string, string>();
  const streams: Readable[] = [];
  const writes: Promise<void>[] = [];
  let manifest: string | null = null;
  let isOver = false;
  let received = 0;

  /** Reads the rest of the request into nothing, lets go of the files, then calls `settle`. */
  const stop = (settle: () => void): void => {
    if (isOver) return;
    isOver = true;
    request.unpipe(parts);
    request.resume();
    // Without an error, a pipeline from a stream that was read to its end but not emptied would wait for ever.
    for (const stream of streams) stream.destroy(new Error('The upload was stopped.'));
    void Promise.allSettled(writes).then(settle);
  };
  const refuse = (problem: ApiProblem): void => {
    stop(() => {
      resolve(err(problem));
    });
  };

  const keep = (stream: Readable, name: string): string => {
    const number = String(streams.length);
    streams.push(stream);
    stream.on('limit', () => {
      refuse({ code: 'file-too-large', file: name, limitBytes: limits.uploadFileBytes });
    });
    writes.push(pipeline(stream, createWriteStream(join(folder, number))).catch((error: unknown) => {
      stop(() => {
        reject(error);
      });
    }));
    return number;
  };

  parts.on('file', (part, stream, info) => {
    const filename = info.filename ?? '';
    if (isOver) {
      stream.resume();
    } else if (part === manifestPart) {
      if (manifest === null) manifest = keep(stream, filename);
      else refuse({ code: 'manifest-sent-twice' });
    } else if (files.has(filename)) {
      refuse({ code: 'file-sent-twice', file: filename });
    } else {
      files.set(filename, keep(stream, filename));
    }
  });
  parts.on('filesLimit', () => {
    refuse({ code: 'too-many-files', limit: limits.uploadFiles });
  });
  parts.on('error', () => {
    refuse({ code: 'upload-incomplete' });
  });
  request.on('data', (chunk: Buffer) => {
    received += chunk.length;
    if (received > limits.uploadBytes) refuse({ code: 'body-too-large', limitBytes: limits.uploadBytes });
  });
  request.on('close', () => {
    if (!request.complete) refuse({ code: 'upload-incomplete' });
  });
  parts.on('close', () => {
    void Promise.all(writes).then(() => {
      if (isOver) return;
      if (manifest === null) {
        refuse({ code: 'manifest-missing' });
        return;
      }
      isOver = true;
      resolve(ok({ folder, manifest, files: Object.fromEntries(files) }));
    });
  });
  request.pipe(parts);
  return promise;
}

/** The reader of the parts, or null when the request is no multipart or does not say how its parts are divided. */
function partsOf(request: Request, { uploadFiles, uploadFileBytes }: UploadLimits): Busboy | null {
  if (!request.is(wanted)) return null;
  try {
    return busboy({
      headers: request.headers,
      preservePath: true,
      defParamCharset: 'utf8',
      limits: { files: uploadFiles, fileSize: uploadFileBytes, fields: 0 },
    });
  } catch {
    return null;
  }
}
