/** What lies in an archive: an Office package, or files. */
import { UserError } from '../../errors.ts';
import { bytesIn } from '../../files/bytes.ts';
import { ooxmlKind } from '../../files/ooxml.ts';
import { openZip, type Zip, type ZipLimits } from '../../files/zip.ts';
import { MOST_SHRUNK, unlessBomb } from '../office/package.ts';
import type { Inside } from './inside.ts';
import { refuseActiveOffice } from './office.ts';

const LIMITS: ZipLimits = {
  maxEntries: 10_000,
  maxTotalBytes: 512 * 1024 * 1024,
  maxRatio: MOST_SHRUNK,
  refusals: { damaged: 'file.damaged', encrypted: 'file.protected', tooLarge: 'file.zip-bomb' },
};

/** Kinds of packages that are not taken, and hold no more than those that are. */
const NOT_TAKEN = new Set(['file.convertible', 'file.unsupported']);
/** Of an OpenDocument file, beside the list of a library's modules. */
const SCRIPTS = /^(?:scripts\/.+|basic\/[^/]+\/(?!script-lb\.xml$)[^/]+\.xml)$/i;

/** @throws UserError where something in it acts, or cannot be looked into */
export async function refuseActiveZip(bytes: Buffer, inside: Inside): Promise<void> {
  using zip = await openZip(bytes, LIMITS);
  await unlessBomb(() => refuseActive(zip, bytes, inside));
}

async function refuseActive(zip: Zip, bytes: Buffer, inside: Inside): Promise<void> {
  if (zip.find('[content_types].xml') !== undefined) {
    await ooxmlKind(bytesIn(bytes)).catch((error: unknown) => {
      if (!(error instanceof UserError && NOT_TAKEN.has(error.problem.code))) throw error;
    });
    return refuseActiveOffice(zip, inside);
  }
  if (zip.find('mimetype') !== undefined && zip.names.some((name) => SCRIPTS.test(name)))
    throw new UserError('file.macros');
  for (const name of zip.names) {
    if (/^META-INF\/MANIFEST\.MF$|^AndroidManifest\.xml$/i.test(name)) throw new UserError('file.program-inside');
    if (name.endsWith('/')) continue;
    inside.spend(zip.size(name));
    await inside.inspect(await zip.bytes(name), name);
  }
}
