/** What acts in an RTF document: objects, a template from elsewhere, fields that start a program. */
import { UserError } from '../../errors.ts';
import { isElsewhere } from '../../files/active-content.ts';
import type { Inside } from './inside.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** Within the digits of an object, readers skip groups and words of control. */
const CONTROL = /\\[a-z]+-?\d* ?|\\'..|[{}\\]/gi;

/** @throws UserError where something acts, or cannot be looked into */
export async function refuseActiveRtf(bytes: Buffer, inside: Inside): Promise<void> {
  const rtf = bytes.toString('latin1');
  const [, template = ''] = /\\\*\s*\\template\s+([^}]*)/.exec(rtf) ?? [];
  if (isElsewhere(template)) throw new UserError('file.loads-from-elsewhere');
  for (const [, instruction = ''] of rtf.matchAll(/\\fldinst\b([\s\S]{0,4096}?)\\fldrslt/g))
    if (/^\s*DDE(?:AUTO)?\b/i.test(instruction.replace(CONTROL, ''))) throw new UserError('file.acts-by-itself');
  for (const piece of rtf.split('\\objdata').slice(1)) {
    const [digits = ''] = piece.split('\\result');
    await inspectObject(Buffer.from(digits.replace(CONTROL, '').replace(/[^\da-f]/gi, ''), 'hex'), inside);
  }
}

/** One in a form that is not read may be anything, in the kind of file that it usually is. */
async function inspectObject(object: Buffer, inside: Inside): Promise<void> {
  const at = object.indexOf(COMPOUND);
  if (at === -1) throw new UserError('file.unchecked-inside');
  return inside.inspect(object.subarray(at), '');
}
