import { open as openHandle, type FileHandle } from 'node:fs/promises';
import { crc32 } from 'node:zlib';
import { fromBufferPromise, fromFdPromise, type Entry, type ZipFile } from 'yauzl';
import { limits } from '../../limits.ts';
import type { FirstProblem } from '../problem.ts';
import type { Spooled } from './spool.ts';
import { swells } from './swelling.ts';

/** One file in a zip. */
export interface Member {
  readonly name: string;
  /** Its size when unpacked, as the zip says. */
  readonly bytes: number;
  /** Its bytes, checked against their checksum; what is wrong is raised, and the bytes end there. */
  open(): AsyncIterable<Uint8Array>;
}

export interface Archive {
  /** In the order of the zip, without folders and what file managers leave behind. */
  readonly members: readonly Member[];
  close(): Promise<void>;
}

const stored = 0;
const deflated = 8;

/** Resource forks of macOS, thumbnails, folders. */
const isLitter = (name: string) => name.endsWith('/') || name.startsWith('__MACOSX/') || /(^|\/)(\.[^/]*|Thumbs\.db|desktop\.ini)$/i.test(name);

async function* unpacked(zip: ZipFile, entry: Entry, stop: FirstProblem, signal: AbortSignal | null): AsyncGenerator<Uint8Array> {
  const member = entry.fileName;
  if (entry.isEncrypted()) {
    stop.raise({ code: 'archive-encrypted', place: {}, facts: { member } });
    return;
  }
  if (entry.compressionMethod !== stored && entry.compressionMethod !== deflated) {
    stop.raise({ code: 'archive-method', place: {}, facts: { member, method: entry.compressionMethod } });
    return;
  }
  let bytes = 0;
  let checksum = 0;
  try {
    const stream = await zip.openReadStreamPromise(entry);
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      checksum = crc32(chunk, checksum);
      if (signal?.aborted === true) {
        stop.raise({ code: 'cancelled', place: {}, facts: {} });
        return;
      }
      if (swells(bytes, entry.compressedSize)) {
        stop.raise({ code: 'archive-swells', place: {}, facts: { member, limitMegabytes: limits.unpackedMegabytes } });
        return;
      }
      yield chunk;
    }
  } catch {
    stop.raise({ code: 'archive-damaged', place: {}, facts: { member } });
    return;
  }
  if (checksum !== entry.crc32) stop.raise({ code: 'archive-damaged', place: {}, facts: { member } });
}

/** The files in a zip; null, with the problem raised, when it is none or too large. Closing it takes a file on disk away. */
export async function openArchive(spooled: Spooled, stop: FirstProblem, signal: AbortSignal | null): Promise<Archive | null> {
  let handle: FileHandle | null = null;
  const close = async () => {
    await handle?.close();
    if (spooled.kind === 'disk') await spooled.discard();
  };
  const damaged = async () => {
    stop.raise({ code: 'archive-damaged', place: {}, facts: { member: null } });
    await close();
    return null;
  };
  try {
    let zip: ZipFile;
    if (spooled.kind === 'memory') zip = await fromBufferPromise(spooled.bytes);
    else {
      handle = await openHandle(spooled.path);
      // Open but without a name: nothing stays behind when the process is killed. Where the system refuses, closing does it.
      await spooled.discard().catch(() => undefined);
      zip = await fromFdPromise(handle.fd);
    }
    const members: Member[] = [];
    for await (const entry of zip.eachEntry()) {
      if (members.length >= limits.archiveMembers) return await damaged();
      if (isLitter(entry.fileName)) continue;
      members.push({ name: entry.fileName, bytes: entry.uncompressedSize, open: () => unpacked(zip, entry, stop, signal) });
    }
    return { members, close };
  } catch {
    return damaged();
  }
}
