/**
 * What acts in a compound file: an old Word document, a message, or an object within another document. Messages keep attachments, objects
 * packaged files; both are looked into.
 */
import { UserError } from '../../errors.ts';
import { isElsewhere } from '../../files/active-content.ts';
import { isMacroStorage } from '../../files/compound.ts';
import { ENCRYPTED_PACKAGE } from '../../files/compound-directory.ts';
import { type CompoundNode, readCompoundFile } from '../../files/compound-streams.ts';
import { actsByItself } from '../markup/acting.ts';
import { hasMacroSheet, hasProgramLink } from './biff.ts';
import type { Inside } from './inside.ts';
import { packagedFiles } from './ole-package.ts';
import { asciiOf, holdsMore } from './signatures.ts';
import { hasProgramField, templateOf } from './word-binary.ts';

/** The classes of monikers that load or run what they name: of addresses, scripts and services. As their bytes lie in a stream. */
const LOADING = [
  'e0c9ea79f9bace118c8200aa004ba90b',
  'd30b2906aa48d2118432006008c3fbfc',
  'c7b0abec197fd211978e0000f8757e2a',
].map((id) => Buffer.from(id, 'hex'));
/** The tables of an installer begin so. */
const INSTALLER = '\u4840';
const ATTACHMENT = /^__attach_version1\.0_/;
/** The text of a message as a page, of any type ([MS-OXPROPS] PidTagHtml, PidTagBodyHtml). */
const PAGE = /^__substg1\.0_1013/;
const ATTACHED = '__substg1.0_37010102';
/** Its name, long and short, what it is shown as, and its extension ([MS-OXPROPS]). */
const NAMES = ['3707', '3704', '3001', '3703'];
/** A VBA project in a presentation ([MS-PPT] 2.4.10): a container with one atom. */
const PRESENTATION_MACROS = Buffer.from('0f00ff0314000000', 'hex');

/** @throws UserError where something acts, or cannot be looked into */
export async function refuseActiveCompound(bytes: Buffer, inside: Inside): Promise<void> {
  let root: CompoundNode;
  try {
    root = readCompoundFile(bytes);
  } catch (cause) {
    throw new UserError('file.damaged', undefined, { cause });
  }
  await refuseActiveStorage(root, inside);
}

async function refuseActiveStorage(storage: CompoundNode, inside: Inside): Promise<void> {
  const { children } = storage;
  if (ATTACHMENT.test(storage.name)) await refuseActiveAttachment(storage, inside);
  for (const node of children) {
    if (isMacroStorage(node.name)) throw new UserError('file.macros');
    if (node.name === ENCRYPTED_PACKAGE.toLowerCase()) throw new UserError('file.protected');
    if (node.name.startsWith(INSTALLER)) throw new UserError('file.program-inside');
    // A control of a form, with code of its own.
    if (node.name === '\x03ocxname') throw new UserError('file.macros');
    if (node.children.length > 0) await refuseActiveStorage(node, inside);
    else await refuseActiveStream(node, storage, inside);
  }
}

async function refuseActiveAttachment({ children }: CompoundNode, inside: Inside): Promise<void> {
  const property = (id: string) => children.find(({ name }) => name === `__substg1.0_${id}`);
  const attached = children.find(({ name }) => name === ATTACHED);
  if (attached === undefined) return;
  const names = NAMES.flatMap((id) =>
    (['utf16le', 'latin1'] as const).flatMap((encoding) => {
      const stream = property(`${id}${encoding === 'latin1' ? '001e' : '001f'}`);
      return stream === undefined ? [] : [read(stream, inside).toString(encoding)];
    }),
  );
  await inspectNamed(read(attached, inside), names, inside);
}

async function refuseActiveStream(node: CompoundNode, storage: CompoundNode, inside: Inside): Promise<void> {
  switch (node.name) {
    case '\x01ole10native': {
      for (const { bytes, names } of packagedFiles(read(node, inside))) await inspectNamed(bytes, names, inside);
      return;
    }
    case '\x01ole': {
      const link = read(node, inside);
      const isLink = ((link[4] ?? 0) & 1) !== 0;
      if (isLink && LOADING.some((id) => link.includes(id))) throw new UserError('file.loads-from-elsewhere');
      return;
    }
    case 'worddocument': {
      const text = read(node, inside);
      if (hasProgramField(text)) throw new UserError('file.acts-by-itself');
      const table = storage.children.find(({ name }) => name === ((text[11] ?? 0) & 2 ? '1table' : '0table'));
      if (table !== undefined && isElsewhere(templateOf(text, read(table, inside))))
        throw new UserError('file.loads-from-elsewhere');
      return;
    }
    case 'workbook':
    case 'book': {
      const book = read(node, inside);
      if (hasMacroSheet(book)) throw new UserError('file.macros');
      if (hasProgramLink(book)) throw new UserError('file.acts-by-itself');
      return;
    }
    case 'powerpoint document': {
      const deck = read(node, inside);
      const at = deck.indexOf(PRESENTATION_MACROS);
      if (at !== -1 && at + 24 <= deck.length && deck.readUInt32LE(at + 20) !== 0) throw new UserError('file.macros');
      return;
    }
    case ATTACHED:
      return;
    default: {
      const bytes = tryRead(node, inside);
      if (bytes !== undefined && PAGE.test(node.name) && actsByItself(asciiOf(bytes)))
        throw new UserError('file.acts-by-itself');
      if (bytes !== undefined && (holdsMore(bytes) || isWindowsProgram(bytes))) await inside.inspect(bytes, '');
    }
  }
}

async function inspectNamed(bytes: Buffer, names: readonly string[], inside: Inside): Promise<void> {
  const [first = '', ...others] = names.map((name) => name.replaceAll('\0', ''));
  for (const name of others) inside.refuseName(name);
  await inside.inspect(bytes, first);
}

/** @throws UserError where its chain is broken: nothing is known of it then */
function read(node: CompoundNode, inside: Inside): Buffer {
  const bytes = tryRead(node, inside);
  if (bytes === undefined) throw new UserError('file.damaged');
  return bytes;
}

/** Of what no reader needs, less is asked. */
function tryRead(node: CompoundNode, inside: Inside): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = node.bytes();
  } catch {
    return undefined;
  }
  // Many streams may lie in the same bytes.
  inside.spend(bytes.length);
  return bytes;
}

/** Two letters are an accident, among streams of any kind. */
function isWindowsProgram(bytes: Buffer): boolean {
  if (bytes.length < 64 || bytes.toString('latin1', 0, 2) !== 'MZ') return false;
  const at = bytes.readUInt32LE(60);
  return bytes.toString('latin1', at, at + 4) === 'PE\0\0';
}
