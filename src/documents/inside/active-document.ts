/** Whether a document acts: by itself, or by what lies in it. It parses the bytes of others: what is not small is for a process of its own. */
import { UserError } from '../../errors.ts';
import { decodeText } from '../../files/decode-text.ts';
import { openZip, type ZipLimits } from '../../files/zip.ts';
import { fromSignature } from '../foreign-bytes.ts';
import type { DocumentKind } from '../kind.ts';
import { MOST_SHRUNK, unlessBomb } from '../office/package.ts';
import { refuseActiveCompound } from './compound.ts';
import { Contents, type ContentsLimits } from './contents.ts';
import { hasProgramCell } from './dde.ts';
import { refuseActiveMail } from './mail.ts';
import { refuseActiveOffice } from './office.ts';
import { refuseActivePage } from './page.ts';
import { refuseActivePdf } from './pdf.ts';
import { refuseActiveRtf } from './rtf.ts';

const ZIP_LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxTotalBytes: 2 * 1024 * 1024 * 1024,
  maxRatio: MOST_SHRUNK,
  refusals: { damaged: 'file.damaged', encrypted: 'file.protected', tooLarge: 'file.zip-bomb' },
};

/** More than documents unpack to, and hold. */
const MOST: ContentsLimits = { bytes: 512 * 1024 * 1024, contents: 5_000 };

/**
 * @throws UserError for a document that runs something when it is opened, or has something in it that does, or that cannot be looked into
 */
export async function refuseActiveDocument(bytes: Buffer, kind: DocumentKind, limits = MOST): Promise<void> {
  const contents = new Contents(limits);
  switch (kind) {
    case 'docx':
    case 'xlsx':
    case 'pptx': {
      using zip = await openZip(bytes, ZIP_LIMITS);
      return await unlessBomb(() => refuseActiveOffice(zip, contents));
    }
    case 'doc':
    case 'msg':
      return refuseActiveCompound(fromSignature(bytes, 'compound'), contents);
    case 'pdf':
      return refuseActivePdf(bytes, contents);
    case 'eml':
      return refuseActiveMail(bytes, contents);
    case 'rtf':
      return refuseActiveRtf(bytes, contents);
    case 'csv':
      if (hasProgramCell((await decodeText(bytes))?.text ?? '')) throw new UserError('file.acts-by-itself');
      return;
    case 'html':
      return refuseActivePage(bytes);
    case 'txt':
    case 'png':
    case 'jpg':
    case 'tiff':
      return;
  }
}
