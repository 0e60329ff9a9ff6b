import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, matchesGlob } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');
const readJson = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

interface Locked {
  readonly dev?: boolean;
  readonly license?: string;
}

const direct = Object.keys(readJson('package.json').dependencies);
const delivered = Object.entries(readJson('package-lock.json').packages as Record<string, Locked>)
  .filter(([path, { dev }]) => path !== '' && !dev)
  .map(([path, { license }]) => ({ name: path.replace(/^.*node_modules\//, ''), license }));

const [packages = '', licences = ''] = readFileSync(join(ROOT, 'docs/dependencies.md'), 'utf8').split('## Licences');
const rowsOf = (text: string) =>
  [...text.matchAll(/^\| (`[^|]+`) *\| ([^|]+?) *\|/gm)].map(([, names = '', licence = '']) => ({
    names: [...names.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name),
    licence,
  }));

/** What wants no more than to be named. */
const USUAL = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'];

describe('the packages that are delivered', () => {
  it('are all explained, under the licence that they have', () => {
    const told = rowsOf(packages).map(({ names, licence }) => [names.join(), licence]);
    const are = direct.map((name) => [name, readJson(`node_modules/${name}/package.json`).license]);
    assert.deepEqual(told, are);
  });

  it('have the usual licences, down to the last one, or it is said why not', () => {
    const said = rowsOf(licences).flatMap(({ names }) => names);
    const others = delivered.filter(({ license = '' }) => !USUAL.includes(license)).map(({ name }) => name);
    assert.ok(delivered.length > 200, String(delivered.length));
    assert.deepEqual(
      others.filter((name) => !said.some((glob) => matchesGlob(name, glob))),
      [],
    );
    assert.deepEqual(
      said.filter((glob) => !others.some((name) => matchesGlob(name, glob))),
      [],
      'said of none that is there',
    );
  });

  it('are in the bill of materials that npm run sbom prints, and no others', async () => {
    const { stdout } = await promisify(execFile)('npm', ['run', '--silent', 'sbom'], {
      cwd: ROOT,
      maxBuffer: 16 * 1024 * 1024,
    });
    const bill = JSON.parse(stdout) as { bomFormat: string; components: { group?: string; name: string }[] };
    assert.equal(bill.bomFormat, 'CycloneDX');
    const inBill = new Set(bill.components.map(({ group, name }) => (group ? `${group}/${name}` : name)));
    assert.deepEqual(
      delivered.map(({ name }) => name).filter((name) => !inBill.has(name)),
      [],
    );
    assert.equal(inBill.size, new Set(delivered.map(({ name }) => name)).size);
  });
});
