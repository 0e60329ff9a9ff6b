/**
 * Removes files that nothing names any more: of discarded and expired uploads, refused ones, exports that were imported. Whoever is to
 * name a file puts or renews it just before, so that one which was put a while ago and is not named by then is named by nobody.
 */
import { DAY_MS } from '../time/units.ts';
import type { FileVault } from './port.ts';

/** From putting a file to the record that names it go seconds; the rest of a day is for whoever has to look what happened. */
const GRACE_MS = DAY_MS;

/** What names files. */
export interface FileNames {
  tenants(): Promise<string[]>;
  /** The SHA-256 of each file that it needs. */
  of(tenantId: string): AsyncIterable<string>;
}

/** What was removed, or would be; bytes. */
export interface Swept {
  readonly files: number;
  readonly bytes: number;
}

export interface SweepOptions {
  readonly vault: FileVault;
  /** All that name files: one that is left out loses them. */
  readonly names: readonly FileNames[];
  /** Real time. */
  readonly now: Date;
  /** Nothing is removed. */
  readonly dryRun?: boolean;
}

export async function sweepVault(
  { vault, names, now, dryRun = false }: SweepOptions,
  tenantId: string,
): Promise<Swept> {
  const before = new Date(now.getTime() - GRACE_MS);
  // The files first: what is named while the names are gathered was put after that.
  const old = await Array.fromAsync(vault.listPutBefore(tenantId, before));
  const needed = old.length === 0 ? new Set<string>() : await namedFiles(names, tenantId);
  const swept = { files: 0, bytes: 0 };
  for (const { sha256, size } of old) {
    if (needed.has(sha256) || !(dryRun || (await vault.removePutBefore(tenantId, sha256, before)))) continue;
    swept.files += 1;
    swept.bytes += size;
  }
  return swept;
}

/** The files of a tenant that are named. */
export async function namedFiles(names: readonly FileNames[], tenantId: string): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const one of names) for await (const sha256 of one.of(tenantId)) found.add(sha256);
  return found;
}

/** The tenants that may have files. */
export async function sweptTenants(names: readonly FileNames[]): Promise<string[]> {
  return [...new Set((await Promise.all(names.map((one) => one.tenants()))).flat())].sort();
}
