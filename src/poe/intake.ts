/** Takes a document in: saves its bytes, reads its kind from them, and keeps them in the vault. Nothing stays of a document that is refused. */
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { UserError } from '../errors.ts';
import { openDownload, saveStream } from '../files/download.ts';
import { fileKind } from '../files/file-kind.ts';
import { safeLabel } from '../files/file-name.ts';
import type { HostPolicy } from '../files/hosts.ts';
import type { FileKind } from '../files/kinds.ts';
import { pictureRequest } from '../files/pictures.ts';
import type { Person } from '../people/person.ts';
import type { FileVault } from '../storage/port.ts';
import type { IncomingFile, Turn } from '../turn.ts';
import type { DraftFile } from './drafts.ts';
import type { Scanner } from './scanner.ts';
import type { UploadQuota } from './upload-quota.ts';

/** A document that somebody hands in, wherever it comes from. Everything in it is the sender's word, unchecked. */
export interface FileSource {
  /** As the sender calls it; never used as a path. Empty for a pasted picture. */
  readonly name: string;
  /** Its bytes, once. @throws UserError with the reason */
  open(): Promise<Readable>;
}

/** A document before it is kept. */
export interface FileOnDisk extends DraftFile {
  readonly kind: FileKind;
  readonly path: string;
}

/** `unscanned`: the virus scanner is away, so that nobody has looked into it. */
export type Taken<T> = { readonly file: DraftFile } & (
  | { readonly unscanned?: never; readonly finding: T }
  | { readonly unscanned: true }
);

export interface Intake {
  /**
   * Takes one document in. `inspect` may read it while it lies on disk; what it finds is handed back, and what it throws refuses it.
   * @throws UserError with the reason
   */
  take<T>(person: Person, source: FileSource, inspect: (file: FileOnDisk) => Promise<T>): Promise<Taken<T>>;
}

export interface IntakeOptions {
  readonly vault: FileVault;
  readonly quota: UploadQuota;
  readonly scanner: Scanner;
  readonly maxBytes: number;
  readonly tempDir: string;
  readonly newId: () => string;
}

export function createIntake({ vault, quota, scanner, maxBytes, tempDir, newId }: IntakeOptions): Intake {
  return {
    async take<T>(person: Person, source: FileSource, inspect: (file: FileOnDisk) => Promise<T>): Promise<Taken<T>> {
      await mkdir(tempDir, { recursive: true });
      const path = join(tempDir, `${newId()}.download`);
      try {
        await quota.assertLeft(person);
        const { bytes: size, sha256 } = await saveStream(await source.open(), { toPath: path, maxBytes });
        const kind = await fileKind(path, source.name);
        const name = source.name === '' ? `picture.${kind}` : safeLabel(source.name);
        const file = { sha256, size, name, kind };
        const scanned = (await scanner.scan(path)) === 'clean';
        const finding = scanned ? await inspect({ ...file, path }) : undefined;
        const takeBack = await quota.count(person, size);
        await vault.put(person.tenantId, createReadStream(path), maxBytes).catch(async (error) => {
          await takeBack();
          throw error;
        });
        return scanned ? { file, finding: finding as T } : { file, unscanned: true };
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}

/** For one file, redirects included. Teams' own addresses live about an hour. */
const DOWNLOAD_MS = 120_000;

export interface DownloadGuard {
  /** For files; pictures come from the conversation's own service. */
  readonly policy: HostPolicy;
  readonly maxBytes: number;
  /** Aborted at a stop. */
  readonly signal: AbortSignal;
}

/** A file or a picture of a chat as a source: its bytes are downloaded. */
export function chatFile(
  incoming: IncomingFile,
  { serviceUrl, serviceToken }: Pick<Turn, 'serviceUrl' | 'serviceToken'>,
  { policy, maxBytes, signal }: DownloadGuard,
): FileSource {
  return {
    // A pasted picture comes without a name.
    name: incoming.source === 'picture' ? incoming.name : incoming.name || 'file',
    async open() {
      if (incoming.source === 'none') throw new UserError('file.no-address', { form: incoming.form });
      const { url } = incoming;
      const from =
        incoming.source === 'picture'
          ? pictureRequest(url, serviceUrl, await serviceToken())
          : { file: { url }, policy };
      return openDownload(from.file, from.policy, { maxBytes, signal, timeoutMs: DOWNLOAD_MS });
    },
  };
}
