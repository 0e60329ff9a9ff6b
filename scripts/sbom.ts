/**
 * Prints a bill of materials (CycloneDX) of what is delivered: all packages but those for development alone.
 * `npm sbom --omit dev` leaves out what development uses, too (npm 11.19), so the lock file decides here.
 *
 *     npm run --silent sbom
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Bill {
  components: { readonly 'bom-ref': string }[];
  dependencies: { readonly ref: string; dependsOn?: string[] }[];
  readonly metadata: { readonly component: { readonly 'bom-ref': string; name: string } };
}

const ROOT = join(import.meta.dirname, '..');
const COMMAND = ['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only'];

const bill: Bill = JSON.parse(execFileSync('npm', COMMAND, { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26 }));
const { name, packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
  readonly name: string;
  readonly packages: Readonly<Record<string, { readonly dev?: boolean; readonly version: string }>>;
};
const delivered = new Set(
  Object.entries(packages).flatMap(([path, { dev, version }]) =>
    dev ? [] : `${path.replace(/^.*node_modules\//, '')}@${version}`,
  ),
);
const { component } = bill.metadata;
// npm names it by its folder.
component.name = name;
delivered.add(component['bom-ref']);
bill.components = bill.components.filter((one) => delivered.has(one['bom-ref']));
bill.dependencies = bill.dependencies
  .filter(({ ref }) => delivered.has(ref))
  .map(({ dependsOn = [], ...one }) => ({ ...one, dependsOn: dependsOn.filter((ref) => delivered.has(ref)) }));
process.stdout.write(`${JSON.stringify(bill, null, 2)}\n`);
