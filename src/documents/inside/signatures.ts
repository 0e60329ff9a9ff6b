/** How things begin that others lie in, and things that act. Pure. */
import { isCompoundFile } from '../../files/compound-directory.ts';
import { isProgram } from '../../files/kinds.ts';
import { isPdf } from '../../files/pdf.ts';
import { looksLikeText } from '../../files/plain-text.ts';
import { actsByItself } from '../markup/acting.ts';

const ZIP = ['PK\x03\x04', 'PK\x05\x06'];

export function isZip(head: Buffer): boolean {
  return startsWithAny(head, ZIP);
}

export function isRtf(head: Buffer): boolean {
  return /^\s*\{\\rt/.test(head.toString('latin1', 0, 64));
}

/** Whether it is of a kind that is looked into. */
export function holdsMore(head: Buffer): boolean {
  return isZip(head) || isCompoundFile(head) || isPdf(head) || isRtf(head);
}

/** Flash, packed in three ways. */
const PLAYED = ['FWS', 'CWS', 'ZWS'];
/** Macros, as pages and XML of old Office keep them. */
const MACROS = ['ActiveMime'];

export function isProgramOrFilm(head: Buffer): boolean {
  const isText = looksLikeText(head);
  if (startsWithAny(head, MACROS)) return true;
  if (startsWithAny(head, PLAYED)) return !isText;
  // A text may begin with "MZ", but nothing that begins with "#!" is one.
  return isProgram(head) && !(isText && startsWithAny(head, ['MZ']));
}

/** Archives, images of disks, help files and notebooks: they carry files, and are not opened here. */
const CARRIERS = [
  '7z\xbc\xaf',
  'Rar!\x1a\x07',
  'MSCF\0', // Windows cabinets
  '\x1f\x8b\x08', // gzip
  'BZh',
  '\xfd7zXZ\0',
  'MSWIM\0',
  'vhdxfile',
  'conectix',
  '`\xea', // ARJ
  'ITSF', // compiled help
  '\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d', // OneNote
];
/** Behind two or seven bytes: LHA and ACE. */
const CARRIERS_WITHIN = /^(?:.{7}\*\*ACE\*\*|.{2}-l[hz][\dsd]-)/s;
/** Where the volumes of a disk's image are described. */
const VOLUMES = [0x8001, 0x8801, 0x9001];

export function isOtherCarrier(bytes: Buffer): boolean {
  return (
    startsWithAny(bytes, CARRIERS) ||
    CARRIERS_WITHIN.test(bytes.toString('latin1', 0, 32)) ||
    bytes.toString('latin1', 257, 262) === 'ustar' ||
    VOLUMES.some((at) => /^(?:CD001|NSR0)/.test(bytes.toString('latin1', at, at + 5)))
  );
}

const MARKUP = /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*<\0?[!?a-z]/i;
/** A script that no tag tells of: in what leads to a style, and in pages of old Office. */
const SCRIPT = /\bjavascript\s*:|\bmacrosPresent\s*=\s*["']yes|\bvbaProject\b/i;

/** A page or a drawing with scripts. */
export function isScriptedMarkup(bytes: Buffer): boolean {
  if (!MARKUP.test(bytes.toString('latin1', 0, 1024))) return false;
  const markup = asciiOf(bytes);
  return SCRIPT.test(markup) || actsByItself(markup);
}

/** What of a text is ASCII, in whatever encoding it is: scripts are. The rest of it is another. */
export function asciiOf(bytes: Buffer): string {
  return bytes.toString('latin1').replaceAll('\0', '');
}

const MAIL = /^(?:[A-Za-z][\w-]*:.*\r?\n(?:[ \t].*\r?\n)*){2}/;

export function mayBeMail(head: Buffer): boolean {
  return MAIL.test(head.toString('latin1')) && looksLikeText(head);
}

function startsWithAny(bytes: Buffer, signatures: readonly string[]): boolean {
  const start = bytes.toString('latin1', 0, 32);
  return signatures.some((signature) => start.startsWith(signature));
}
