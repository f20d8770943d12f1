import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { err, ok, type Result } from '@woonzorgzones/core/model';
import type { ApiProblem } from '@woonzorgzones/core/report';
import busboy, { type Busboy } from 'busboy';
import type { Request } from 'express';

/** A file as it came; what it is called stays a value and never becomes a path. */
export interface ReceivedPart {
  /** Name of the part of the form. */
  readonly part: string;
  /** Name of the file. */
  readonly file: string;
  /** Name in the folder: a number. */
  readonly stored: string;
  readonly bytes: number;
}

export interface UploadLimits {
  readonly uploadFiles: number;
  readonly uploadFileBytes: number;
  /** All files of one request together. */
  readonly uploadBytes: number;
}

const wanted = 'multipart/form-data';

/**
 * Writes the files of a multipart request to the folder as they come in, so that memory does not grow with them. `accept`
 * looks at the names before a byte is written. Stops at the first problem; the folder is the caller's to remove.
 */
export function receiveParts(
  request: Request, folder: string, limits: UploadLimits, accept: (part: string, file: string) => ApiProblem | null,
): Promise<Result<readonly ReceivedPart[], ApiProblem>> {
  const { promise, resolve, reject } = Promise.withResolvers<Result<readonly ReceivedPart[], ApiProblem>>();
  const parts = partsOf(request, limits);
  if (!parts) return Promise.resolve(err({ code: 'unsupported-media-type', given: request.get('content-type') ?? null, wanted }));
  const received: Promise<ReceivedPart>[] = [];
  const streams: Readable[] = [];
  let isOver = false;
  let bytes = 0;

  /** Reads the rest of the request into nothing, lets go of the files, then calls `settle`. */
  const stop = (settle: () => void): void => {
    if (isOver) return;
    isOver = true;
    request.unpipe(parts);
    request.resume();
    // Without an error, a pipeline from a stream that was read to its end but not emptied would wait for ever.
    for (const stream of streams) stream.destroy(new Error('The upload was stopped.'));
    void Promise.allSettled(received).then(settle);
  };
  const refuse = (problem: ApiProblem): void => {
    stop(() => {
      resolve(err(problem));
    });
  };

  const keep = async (stream: Readable, part: string, file: string): Promise<ReceivedPart> => {
    const stored = String(streams.length);
    streams.push(stream);
    stream.on('limit', () => {
      refuse({ code: 'file-too-large', file, limitBytes: limits.uploadFileBytes });
    });
    const written = createWriteStream(join(folder, stored));
    await pipeline(stream, written);
    return { part, file, stored, bytes: written.bytesWritten };
  };

  parts.on('file', (part, stream, { filename = '' }) => {
    const problem = isOver ? null : accept(part, filename);
    if (problem) refuse(problem);
    if (isOver) {
      stream.resume();
      return;
    }
    const kept = keep(stream, part, filename);
    received.push(kept);
    kept.catch((error: unknown) => {
      stop(() => {
        reject(error);
      });
    });
  });
  parts.on('filesLimit', () => {
    refuse({ code: 'too-many-files', limit: limits.uploadFiles });
  });
  parts.on('error', () => {
    refuse({ code: 'upload-incomplete' });
  });
  request.on('data', (chunk: Buffer) => {
    bytes += chunk.length;
    if (bytes > limits.uploadBytes) refuse({ code: 'body-too-large', limitBytes: limits.uploadBytes });
  });
  request.on('close', () => {
    if (!request.complete) refuse({ code: 'upload-incomplete' });
  });
  parts.on('close', () => {
    void Promise.all(received).then((all) => {
      if (isOver) return;
      isOver = true;
      resolve(ok(all));
    }, () => undefined);
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
