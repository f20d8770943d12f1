import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openUploads } from './uploads.ts';

test('what a killed process left is removed, what a running one has is not', async () => {
  const data = await mkdtemp(join(tmpdir(), 'wzz-uploads-'));
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const running = `${other.pid}-running`;
  const ended = spawn(process.execPath, ['-e', '']);
  await once(ended, 'exit');
  for (const name of [running, `${ended.pid}-ended`, `${process.pid}-of-an-earlier-life`, 'not-a-number']) {
    await mkdir(join(data, 'uploads', name, 'job'), { recursive: true });
  }

  const uploads = await openUploads(data);
  const folder = await uploads.newFolder();
  const second = await openUploads(data);
  expect((await readdir(join(data, 'uploads'))).filter((name) => !folder.includes(name))).toEqual([running]);
  expect(await readdir(folder)).toEqual([]);

  await uploads.close();
  await second.close();
  expect(await readdir(join(data, 'uploads'))).toEqual([running]);
  other.kill();
  await rm(data, { recursive: true });
});
