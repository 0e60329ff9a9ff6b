import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scanFile } from '../../src/files/clamd.ts';
import { type Clamd, startClamd } from '../support/clamd.ts';
import { hasClamd, MARKER, type RealClamd, SIGNATURE, STREAM_MAX, startRealClamd } from '../support/real-clamd.ts';
import { pdfOf, zip } from './documents.ts';

describe('clamd', () => {
  let folder: string;
  let path: string;
  let clamd: Clamd;

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    path = join(folder, 'file');
    await writeFile(path, 'a document');
    clamd = await startClamd();
  });
  beforeEach(() => {
    clamd.answer = undefined;
    clamd.scanned.length = 0;
  });
  after(async () => {
    await clamd?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it('gets all bytes of a file, and says that it is clean', async () => {
    const bytes = Buffer.alloc(3_000_000, 'abc');
    const large = join(folder, 'large');
    await writeFile(large, bytes);
    assert.deepEqual(await scanFile(large, clamd), { kind: 'clean' });
    assert.ok(clamd.scanned[0]?.equals(bytes));
  });

  it('names what it found, in plain letters', async () => {
    await writeFile(join(folder, 'bad'), 'VIRUS');
    assert.deepEqual(await scanFile(join(folder, 'bad'), clamd), { kind: 'infected', name: 'Own.Virus' });
    clamd.answer = 'stream: <b>Bad\u202e</b>* FOUND';
    assert.deepEqual(await scanFile(path, clamd), { kind: 'infected', name: 'bBadb' });
  });

  it('takes no file above its own limit', async () => {
    clamd.answer = 'INSTREAM size limit exceeded. ERROR';
    assert.deepEqual(await scanFile(path, clamd), { kind: 'too large' });
  });

  it('is away where it hangs up, is silent, drips, answers nonsense, or is not there', async () => {
    for (const answer of ['silent', 'hang up', 'drip', 'Can’t allocate memory ERROR', ''] as const) {
      clamd.answer = answer;
      assert.equal((await scanFile(path, clamd, 300)).kind, 'away', answer);
    }
    await clamd.stop();
    assert.equal((await scanFile(path, clamd)).kind, 'away');
    await clamd.start();
    clamd.answer = undefined;
    assert.deepEqual(await scanFile(path, clamd), { kind: 'clean' });
  });

  it('is not what a missing file is blamed on', async () => {
    await assert.rejects(scanFile(join(folder, 'none'), clamd), { code: 'ENOENT' });
  });
});

describe('the clamd of Debian', () => {
  let folder: string;
  let clamd: RealClamd;

  before(async function () {
    if (!hasClamd) this.skip();
    folder = await mkdtemp(join(tmpdir(), 'clamd-'));
    clamd = await startRealClamd();
  });
  after(async () => {
    await clamd?.stop();
    if (folder !== undefined) await rm(folder, { recursive: true, force: true });
  });

  const scanned = async (bytes: Buffer | string) => {
    const path = join(folder, 'file');
    await writeFile(path, bytes);
    return scanFile(path, clamd);
  };

  it('takes a clean document', async () => {
    assert.deepEqual(await scanned(pdfOf(['Statement of work'])), { kind: 'clean' });
  });

  it('finds a signature in a text, and within a Word document', async () => {
    const found = { kind: 'infected', name: `${SIGNATURE}.UNOFFICIAL` };
    assert.deepEqual(await scanned(`before ${MARKER} after`), found);
    const document = zip({ '[Content_Types].xml': '<Types/>', 'word/document.xml': `<w:t>${MARKER}</w:t>` });
    assert.deepEqual(await scanned(document), found);
  });

  it('says which file is too large for it', async () => {
    assert.deepEqual(await scanned(Buffer.alloc(STREAM_MAX * 5, 'a')), { kind: 'too large' });
  });
});
