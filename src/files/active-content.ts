/** What makes an Office package act when it is opened, whatever its parts are called: its relationships, and programs among its parts. */
import { UserError } from '../errors.ts';
import { isProgram } from './kinds.ts';
import { type Attributes, readXml } from './xml.ts';
import type { Zip } from './zip.ts';

/** Far above what an honest document of many pictures and links has; bytes. */
const MAX_RELATIONSHIPS = 16 * 1024 * 1024;
const HEAD_BYTES = 16;

/** The last segments of types of relationships (ECMA-376 part 1, and [MS-OFFMACRO2]), in lower case: transitional and strict alike. */
const MACROS =
  /^(?:vbaproject|vbaprojectsignature\w*|wordvbadata|xlmacrosheet|xlintlmacrosheet|control|activexcontrol\w*)$/;
/** What is loaded when the document is opened. Pictures bring no code, and Excel asks before it follows a link to another workbook. */
const LOADED = /^(?:attachedtemplate|oleobject|frame|subdocument|afchunk)$/;

/**
 * @throws UserError for a document that a relationship gives macros or loads from elsewhere, that has a program as a part, or whose
 * relationships cannot be read
 */
export async function refuseActiveContent(zip: Zip): Promise<void> {
  let left = MAX_RELATIONSHIPS;
  for (const name of zip.names.filter((part) => part.endsWith('.rels'))) {
    left -= zip.size(name);
    if (left < 0) throw new UserError('file.damaged');
    const found: Attributes[] = [];
    const open = (tag: string, attributes: Attributes): void => {
      if (tag.toLowerCase() === 'relationship') found.push(attributes);
    };
    await readXml(zip.text(name), { open }).catch((cause: unknown) => {
      throw new UserError('file.damaged', undefined, { cause });
    });
    for (const relationship of found) refuseRelationship(relationship);
  }
  for (const name of zip.names)
    if (isProgram(await zip.head(name, HEAD_BYTES))) throw new UserError('file.program-inside');
}

function refuseRelationship({ Type = '', Target = '' }: Attributes): void {
  const type = Type.trim().toLowerCase().split('/').at(-1) ?? '';
  if (MACROS.test(type)) throw new UserError('file.macros');
  if (LOADED.test(type) && isElsewhere(Target)) throw new UserError('file.loads-from-elsewhere');
}

/** A machine's name in Windows' own networks has no point in it; an address has, or is a number. */
const IN_OWN_NETWORK = /^[a-z][a-z\d_$-]{0,14}$/i;

/** Whether a target lies on another machine, beyond the author's own network. Word names the template of a document by its path on the author's own disk, which is fine. */
export function isElsewhere(target: string): boolean {
  const path = decoded(target).trim().replaceAll('\\', '/');
  const scheme = /^([a-z][a-z\d+.-]+):/i.exec(path)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'file') return true;
  const local = path.replace(/^file:/i, '');
  if (/^\/*[a-z][:|]\//i.test(local)) return false;
  // Two slashes begin the name of a machine, and so do five: an address of a file with three before a share.
  const [, machine] = /^(?:\/\/|\/{4,})([^/]+)/.exec(local) ?? [];
  return machine !== undefined && !IN_OWN_NETWORK.test(machine);
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
