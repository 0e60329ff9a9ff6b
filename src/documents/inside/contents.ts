/**
 * What lies within a document: parts, packages, attachments, embedded files, and what lies within these. Each is judged by its bytes and
 * its name; all together are bounded. What is refused as a document is refused in one, but for kinds that are only not taken by themselves.
 */
import { UserError } from '../../errors.ts';
import { isCompoundFile } from '../../files/compound-directory.ts';
import { extensionOf } from '../../files/file-name.ts';
import { hidesProgram } from '../../files/ooxml.ts';
import { isPdf } from '../../files/pdf.ts';
import { refuseActiveCompound } from './compound.ts';
import type { Inside } from './inside.ts';
import { refuseActiveMail } from './mail.ts';
import { refuseActivePdf } from './pdf.ts';
import { refuseActiveRtf } from './rtf.ts';
import { isOtherCarrier, isProgramOrFilm, isRtf, isScriptedMarkup, isZip, mayBeMail } from './signatures.ts';
import { refuseActiveZip } from './zip.ts';

/** Deeper than people nest what they send: a message in a message, with a document, with a sheet. */
const DEEPEST = 8;
const HEAD_BYTES = 4100;
const PDF_WITHIN = 1030;

export interface ContentsLimits {
  /** That may be unpacked, all together. */
  readonly bytes: number;
  /** Things in it that are looked into. */
  readonly contents: number;
}

export class Contents implements Inside {
  #contentsLeft: number;
  #bytesLeft: number;
  #depth = 0;

  constructor({ contents, bytes }: ContentsLimits) {
    this.#contentsLeft = contents;
    this.#bytesLeft = bytes;
  }

  get bytesLeft(): number {
    return this.#bytesLeft;
  }

  async inspect(bytes: Buffer, name: string): Promise<void> {
    this.#contentsLeft -= 1;
    this.spend(bytes.length);
    if (this.#contentsLeft < 0) throw new UserError('file.zip-bomb');
    if (this.#depth > DEEPEST) throw new UserError('file.unchecked-inside');
    this.refuseName(name);
    this.#depth += 1;
    try {
      await this.#inspect(bytes, name);
    } catch (error) {
      throw asInside(error);
    } finally {
      this.#depth -= 1;
    }
  }

  spend(bytes: number): void {
    this.#bytesLeft -= bytes;
    if (this.#bytesLeft < 0) throw new UserError('file.zip-bomb');
  }

  refuseName(name: string): void {
    if (hidesProgram(name)) throw new UserError('file.program-inside');
  }

  async #inspect(bytes: Buffer, name: string): Promise<void> {
    const head = bytes.subarray(0, HEAD_BYTES);
    if (isZip(head)) return refuseActiveZip(bytes, this);
    if (isCompoundFile(head)) return refuseActiveCompound(bytes, this);
    if (isPdf(head)) return refuseActivePdf(bytes, this);
    if (isRtf(head)) return refuseActiveRtf(bytes, this);
    // Readers of PDF take foreign bytes before it; a text that tells of PDFs has no objects.
    if (head.subarray(0, PDF_WITHIN).includes('%PDF-')) await refuseActivePdf(bytes, this);
    if (isProgramOrFilm(head) || isScriptedMarkup(bytes)) throw new UserError('file.program-inside');
    if (isOtherCarrier(bytes)) throw new UserError('file.unchecked-inside');
    if (extensionOf(name) === 'eml' || mayBeMail(head)) await refuseActiveMail(bytes, this);
  }
}

/** What holds for a document holds for one within another, in other words. */
function asInside(error: unknown): unknown {
  // Readers throw what they like on hostile bytes.
  if (!(error instanceof UserError)) return new UserError('file.unchecked-inside', undefined, { cause: error });
  switch (error.problem.code) {
    case 'file.executable':
      return new UserError('file.program-inside', undefined, { cause: error });
    case 'file.protected':
    case 'file.damaged':
      return new UserError('file.unchecked-inside', undefined, { cause: error });
    default:
      return error;
  }
}
