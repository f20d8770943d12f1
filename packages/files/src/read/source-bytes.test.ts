import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { limits } from '../limits.ts';
import { FirstProblem } from './problem.ts';
import { SourceBytes } from './source-bytes.ts';

async function pass(source: AsyncIterable<Uint8Array>, signal: AbortSignal | null = null) {
  const stop = new FirstProblem();
  const bytes = new SourceBytes(source, stop, signal);
  for await (const piece of bytes) expect(piece).toBeDefined();
  return { bytes, problem: stop.problem };
}

async function* repeat(piece: Uint8Array, times: number) {
  for (let i = 0; i < times; i++) yield await Promise.resolve(piece);
}

test('bytes are counted and hashed on their way', async () => {
  const { bytes, problem } = await pass(repeat(Buffer.from('abc'), 10));
  expect(problem).toBeNull();
  expect(bytes.bytes).toBe(30);
  expect(bytes.sha256()).toBe(createHash('sha256').update('abc'.repeat(10)).digest('hex'));
});

test('a file is stopped at the limit, not after it', async () => {
  const piece = Buffer.alloc(64_000_000, 0x61);
  const { bytes, problem } = await pass(repeat(piece, 1000));
  expect(problem).toEqual({ code: 'file-too-large', place: {}, facts: { limitMegabytes: limits.fileMegabytes } });
  expect(bytes.bytes).toBeLessThanOrEqual(limits.fileMegabytes * 1_000_000 + piece.length);
}, 30_000);

test('a file of no bytes is told', async () => {
  expect((await pass(repeat(new Uint8Array(), 3))).problem).toEqual({ code: 'file-empty', place: {}, facts: {} });
});

test('a signal stops the file between two pieces', async () => {
  const stopping = new AbortController();
  async function* endless() {
    for (let i = 0; ; i++) {
      if (i === 3) stopping.abort();
      yield await Promise.resolve(Buffer.alloc(100, 0x61));
    }
  }
  const { bytes, problem } = await pass(endless(), stopping.signal);
  expect(problem).toMatchObject({ code: 'cancelled' });
  expect(bytes.bytes).toBe(400);
});

test('the source is closed when the reader stops early', async () => {
  let isClosed = false;
  async function* source() {
    try {
      for (;;) yield await Promise.resolve(Buffer.alloc(100));
    } finally {
      isClosed = true;
    }
  }
  const reading = new SourceBytes(source(), new FirstProblem(), null)[Symbol.asyncIterator]();
  await reading.next();
  await reading.return(undefined);
  expect(isClosed).toBe(true);
});
