/** Takes a document in: saves its bytes, reads its kind from them, and keeps them in the vault. Nothing stays of a document that is refused. */
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { lookInside } from '../documents/inside/look-inside.ts';
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
import type { UploadQuota } from './upload-quota.ts';

/** A document that somebody hands in, wherever it comes from. Everything in it is the sender's word, unchecked. */
export interface FileSource {
  /** As the sender calls it; never used as a path. Empty for a pasted picture. */
  readonly name: string;
  /** Its bytes, once. @throws UserError with the reason */
  open(): Promise<Readable>;
}

export interface Intake {
  /**
   * Takes one document in. `inspect` may read it while it lies on disk; what it finds is handed back.
   * @throws UserError with the reason
   */
  take<T>(
    person: Person,
    source: FileSource,
    inspect: (path: string, kind: FileKind) => Promise<T>,
  ): Promise<{ file: DraftFile; finding: T }>;
}

export interface IntakeOptions {
  readonly vault: FileVault;
  readonly quota: UploadQuota;
  readonly maxBytes: number;
  readonly tempDir: string;
  readonly newId: () => string;
  /** Aborted at a stop. */
  readonly signal?: AbortSignal;
}

export function createIntake({ vault, quota, maxBytes, tempDir, newId, signal }: IntakeOptions): Intake {
  return {
    async take(person, source, inspect) {
      await mkdir(tempDir, { recursive: true });
      const path = join(tempDir, `${newId()}.download`);
      try {
        await quota.assertLeft(person);
        const { bytes: size } = await saveStream(await source.open(), { toPath: path, maxBytes });
        const kind = await fileKind(path, source.name);
        await lookInside(path, kind, signal);
        const finding = await inspect(path, kind);
        const takeBack = await quota.count(person, size);
        const { sha256 } = await vault.put(person.tenantId, createReadStream(path), maxBytes).catch(async (error) => {
          await takeBack();
          throw error;
        });
        const name = source.name === '' ? `picture.${kind}` : safeLabel(source.name);
        return { file: { sha256, size, name, kind }, finding };
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
