import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepareTempFolder } from '../../src/storage/temp-folder.ts';

const AT = new Date('2026-01-05T08:00:00Z');
const earlier = (ms: number) => new Date(AT.getTime() - ms);

describe('the folder for files on their way', () => {
  let parent: string;
  let dir: string;

  beforeEach(async () => {
    parent = await mkdtemp(join(tmpdir(), 'cpor-temp-'));
    dir = join(parent, 'a', 'tmp');
  });
  afterEach(() => rm(parent, { recursive: true, force: true }));

  it('is made with all above it, and stays as it is the next time', async () => {
    await prepareTempFolder(dir, AT);
    await prepareTempFolder(dir, AT);
    assert.deepEqual(await readdir(dir), []);
  });

  it('loses what is older, folders with all in them too, and keeps the rest', async () => {
    await mkdir(join(dir, 'folder', 'inner'), { recursive: true });
    await writeFile(join(dir, 'folder', 'inner', 'young'), '');
    for (const name of ['old', 'same', 'young']) await writeFile(join(dir, name), name);
    const times = { folder: earlier(1), old: earlier(1), same: AT, young: earlier(-1) };
    for (const [name, time] of Object.entries(times)) await utimes(join(dir, name), time, time);
    await prepareTempFolder(dir, AT);
    assert.deepEqual((await readdir(dir)).sort(), ['same', 'young']);
  });

  it('is cleared by several at once', async () => {
    await mkdir(dir, { recursive: true });
    for (let i = 0; i < 50; i++) {
      await writeFile(join(dir, `${i}`), '');
      await utimes(join(dir, `${i}`), earlier(1), earlier(1));
    }
    await Promise.all(Array.from({ length: 4 }, () => prepareTempFolder(dir, AT)));
    assert.deepEqual(await readdir(dir), []);
  });
});
