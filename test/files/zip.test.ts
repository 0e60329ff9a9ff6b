import assert from 'node:assert/strict';
import { open } from 'node:fs/promises';
import { bytesOf } from '../../src/files/bytes.ts';
import { openZip, type ZipLimits } from '../../src/files/zip.ts';
import { withProblem } from '../support/problems.ts';
import { TempFiles } from '../support/temp-files.ts';
import { zip } from './documents.ts';

const LIMITS: ZipLimits = {
  maxEntries: 3,
  maxTotalBytes: 10_000,
  maxRatio: { ratio: 20, fromBytes: 1_000 },
  refusals: { damaged: 'sheet.damaged', encrypted: 'sheet.encrypted', tooLarge: 'sheet.too-large' },
};
const UNAMBIGUOUS: ZipLimits = { ...LIMITS, unambiguous: true };
const textOf = async (bytes: Buffer, name: string, limits = LIMITS) => {
  using opened = await openZip(bytes, limits);
  return (await Array.fromAsync(opened.text(name))).join('');
};
/** A text that hardly shrinks. */
function dense(length: number): string {
  let state = 1;
  const letter = () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCharCode(33 + (state % 89));
  };
  return Array.from({ length }, letter).join('');
}

describe('opening a zip', () => {
  it('tells of its entries and unpacks them, from bytes or from a file', async () => {
    await using files = await TempFiles.create();
    const bytes = zip({ 'A.txt': 'Contoso', 'b.txt': '' });
    await using file = await open(await files.file(bytes));
    for (const source of [bytes, await bytesOf(file)]) {
      using opened = await openZip(source, LIMITS);
      assert.deepEqual(opened.names, ['A.txt', 'b.txt']);
      assert.deepEqual(
        [opened.has('A.txt'), opened.has('a.txt'), opened.size('A.txt'), opened.size('x')],
        [true, false, 7, 0],
      );
      assert.deepEqual(await Array.fromAsync(opened.text('A.txt')), ['Contoso']);
      assert.deepEqual(await Array.fromAsync(opened.text('x')), []);
    }
  });

  it('holds it to the limits that it is given, with the problem that goes with them', async () => {
    await openZip(zip({ a: dense(6_000), b: dense(4_000), c: '' }), LIMITS);
    await assert.rejects(openZip(zip({ a: dense(6_000), b: dense(4_001) }), LIMITS), withProblem('sheet.too-large'));
    await assert.rejects(openZip(zip({ a: '', b: '', c: '', d: '' }), LIMITS), withProblem('sheet.too-large'));
    await openZip(zip({ a: 'x'.repeat(1_000) }), LIMITS);
    await assert.rejects(openZip(zip({ a: 'x'.repeat(1_001) }), LIMITS), withProblem('sheet.too-large'));
    await openZip(zip({ a: 'x'.repeat(1_001) }), { ...LIMITS, maxRatio: { ratio: 20, fromBytes: 2_000 } });
    await assert.rejects(openZip(zip({ a: 'x' }).subarray(0, -5), LIMITS), withProblem('sheet.damaged'));
    const encrypted = zip({ a: 'x' });
    encrypted.writeUInt16LE(1, encrypted.indexOf('PK\x01\x02', 0, 'latin1') + 8);
    await assert.rejects(openZip(encrypted, LIMITS), withProblem('sheet.encrypted'));
  });

  it('reads the first of two entries of one name, except in an unambiguous package', async () => {
    const twice = zip({ 'a.txt': 'first', 'b.txt': 'second' });
    for (let at = twice.indexOf('b.txt'); at >= 0; at = twice.indexOf('b.txt', at)) twice.write('a.txt', at);
    assert.equal(await textOf(twice, 'a.txt'), 'first');
    await assert.rejects(openZip(twice, UNAMBIGUOUS), withProblem('sheet.damaged'));
    await assert.rejects(openZip(zip({ 'a.txt': '', 'A.txt': '' }), UNAMBIGUOUS), withProblem('sheet.damaged'));
  });

  it('takes names in any case in an unambiguous package, and finds bytes behind the end of its directory', async () => {
    const bytes = zip({ 'A.txt': 'Contoso', b: '' });
    assert.equal(await textOf(bytes, 'a.txt', UNAMBIGUOUS), 'Contoso');
    const end = bytes.lastIndexOf('PK\x05\x06', undefined, 'latin1');
    for (const offset of [8, 10]) bytes.writeUInt16LE(1, end + offset);
    assert.equal(await textOf(bytes, 'A.txt'), 'Contoso');
    await assert.rejects(openZip(bytes, UNAMBIGUOUS), withProblem('sheet.damaged'));
  });
});
