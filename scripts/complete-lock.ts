/**
 * Completes `package-lock.json`: a registry that does not carry a tool's binaries for other systems leaves their entries out of the
 * lock, and then `npm ci` refuses the whole of it. Run after `npm install` when the test of the lock says so: node scripts/complete-lock.ts
 */
import { readFileSync, writeFileSync } from 'node:fs';

export interface LockEntry {
  readonly version?: string;
  readonly dev?: true;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

export const LOCK_FILE = new URL('../package-lock.json', import.meta.url);

const SYSTEMS = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64'];

/** The optional packages that the lock names and does not describe, as `name` → entry. Pure. */
export function missingEntries({ packages }: Lock): ReadonlyMap<string, object> {
  const missing = new Map<string, object>();
  for (const owner of Object.values(packages)) {
    for (const [name, version] of Object.entries(owner.optionalDependencies ?? {})) {
      const entry = entryOf(name, version, owner.dev);
      if (packages[`node_modules/${name}`] === undefined && entry !== undefined) missing.set(name, entry);
    }
  }
  return missing;
}

/** What the name of a platform package says: npm leaves it aside on all other systems. */
function entryOf(name: string, version: string, dev: true | undefined): object | undefined {
  const words = name.split(/[-/]/);
  const os = words.includes('windows') ? 'win32' : SYSTEMS.find((one) => words.includes(one));
  const cpu = PROCESSORS.find((one) => words.includes(one));
  const [, least] = /^[\^~]?(\d.*)$/.exec(version) ?? [];
  if ((cpu === undefined && os === undefined) || least === undefined) return undefined;
  const libc = os !== 'linux' ? undefined : /musl/.test(name) ? 'musl' : /gnu/.test(name) ? 'glibc' : undefined;
  return {
    version: least,
    ...(cpu && { cpu: [cpu] }),
    ...(dev && { dev }),
    ...(libc && { libc: [libc] }),
    optional: true,
    ...(os && { os: [os] }),
  };
}

if (import.meta.main) {
  const lock = JSON.parse(readFileSync(LOCK_FILE, 'utf8')) as Lock;
  const added = [...missingEntries(lock)].map(([name, entry]) => [`node_modules/${name}`, entry] as const);
  const [root, ...others] = Object.entries<object>(lock.packages);
  if (root === undefined) throw new Error('package-lock.json is empty');
  const sorted = [...others, ...added].sort(([a], [b]) => (a < b ? -1 : 1));
  writeFileSync(
    LOCK_FILE,
    `${JSON.stringify({ ...lock, packages: Object.fromEntries([root, ...sorted]) }, null, 2)}\n`,
  );
  console.log(`${added.length} entries added`);
}
