/** A dropped file on its way in: downloaded under guard, typed by its bytes, kept in the vault. Nothing stays of one that is refused. */
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { download } from '../files/download.ts';
import { fileKind } from '../files/file-kind.ts';
import { safeLabel } from '../files/file-name.ts';
import type { HostPolicy } from '../files/hosts.ts';
import type { FileKindName } from '../files/kinds.ts';
import { pictureRequest } from '../files/pictures.ts';
import type { FileVault } from '../storage/port.ts';
import type { IncomingFile, Turn } from '../turn.ts';
import type { DraftFile } from './drafts.ts';

/** For one file, redirects included. Teams' own addresses live about an hour. */
const DOWNLOAD_MS = 120_000;

export interface Intake {
  /**
   * Takes one file in. `inspect` may look at it while it lies on disk.
   * @throws UserError with the reason for the person, who knows the file by its label
   */
  take<T>(
    turn: Turn,
    incoming: IncomingFile,
    inspect: (path: string, kind: FileKindName) => Promise<T>,
  ): Promise<{ file: DraftFile; facts: T }>;
  /** The name to show; never used as a path. */
  label(incoming: IncomingFile): string;
}

export interface IntakeParts {
  readonly vault: FileVault;
  readonly policy: HostPolicy;
  readonly maxBytes: number;
  readonly tempDir: string;
  readonly newId: () => string;
  /** Aborted at shutdown. */
  readonly signal: AbortSignal;
}

export function createIntake({ vault, policy, maxBytes, tempDir, newId, signal }: IntakeParts): Intake {
  const label = (incoming: IncomingFile): string => safeLabel(incoming.name);
  return {
    label,
    async take(turn, incoming, inspect) {
      await mkdir(tempDir, { recursive: true });
      const path = join(tempDir, `${newId()}.download`);
      try {
        const from =
          incoming.source === 'picture'
            ? pictureRequest(incoming.url, turn.serviceUrl, await turn.serviceToken())
            : { file: { url: incoming.url }, policy };
        await download(from.file, from.policy, { maxBytes, toPath: path, signal, timeoutMs: DOWNLOAD_MS });
        const { kind, title } = await fileKind(path, incoming.name);
        const facts = await inspect(path, kind);
        const { sha256, size } = await vault.put(turn.tenantId, createReadStream(path), maxBytes);
        // A pasted picture comes without a name.
        const name = incoming.source === 'picture' && incoming.name === '' ? `picture.${kind}` : label(incoming);
        return { file: { sha256, size, name, title }, facts };
      } finally {
        await rm(path, { force: true });
      }
    },
  };
}
