/**
 * What acts in an Office package beyond its relationships: fields and links that start programs (DDE), buttons of slides that do, and the
 * documents and packages among its parts.
 */
import { UserError } from '../../errors.ts';
import { isElsewhere } from '../../files/active-content.ts';
import { readXml } from '../../files/xml.ts';
import type { Zip } from '../../files/zip.ts';
import { startsProgram } from './dde.ts';
import type { Inside } from './inside.ts';
import { holdsMore } from './signatures.ts';
import { FieldReader } from './word-fields.ts';

const HEAD_BYTES = 64;
/** What something that acts is written by. References to characters may hide what is no name of an element. */
const ACTS =
  /instrText|fldSimple|ddeLink|\saction\s*=\s*["'][^"']*(?:ppaction:|&#)|<(?:[\w.-]+:)?(?:f|definedName|\w*formula\d?)(?:\s[^<>]*)?>(?:[^<]*(?:\||&#)|<!)/i;
/** Of cells, names, conditions and columns. */
const FORMULA = /^(?:f|definedName|\w*formula\d?)$/i;
/** What a piece may have cut in two: a formula is no longer than this. */
const OVERLAP = 8_300;

/** @throws UserError where something acts, or cannot be looked into */
export async function refuseActiveOffice(zip: Zip, inside: Inside): Promise<void> {
  for (const name of zip.names) {
    const isPackage = holdsMore(await zip.head(name, HEAD_BYTES));
    if (!isPackage && !/\.(?:xml|vml)$/i.test(name)) continue;
    inside.spend(zip.size(name));
    if (isPackage) await inside.inspect(await zip.bytes(name), '');
    else if (await mayAct(zip, name)) await refuseActivePart(zip, name);
  }
}

async function mayAct(zip: Zip, name: string): Promise<boolean> {
  let before = '';
  for await (const piece of zip.text(name)) {
    if (ACTS.test(before + piece)) return true;
    before = piece.slice(-OVERLAP);
  }
  return false;
}

async function refuseActivePart(zip: Zip, name: string): Promise<void> {
  const fields = new FieldReader(refuseField);
  let formula: string | undefined;
  const reading = readXml(zip.text(name), {
    open(tag, attributes) {
      fields.open(tag, attributes);
      if (tag === 'ddeLink') throw acts();
      if (FORMULA.test(tag)) formula = '';
      // On a click, or when the mouse is over it.
      for (const value of Object.values(attributes)) if (/^\s*ppaction:\/\/program/i.test(value ?? '')) throw acts();
    },
    text(text) {
      fields.text(text);
      if (formula !== undefined) formula += text;
    },
    close(tag) {
      fields.close(tag);
      if (formula !== undefined && FORMULA.test(tag)) {
        if (startsProgram(formula)) throw acts();
        formula = undefined;
      }
    },
  });
  // A part that is no XML is none that acts.
  await reading.catch((error: unknown) => {
    if (error instanceof UserError) throw error;
  });
  fields.end();
}

function refuseField(instruction: string): void {
  const [, kind = '', rest = ''] = /^\s*(?:\\\s*)?(\w+)\s*([\s\S]*)$/.exec(instruction) ?? [];
  switch (kind.toUpperCase()) {
    case 'DDE':
    case 'DDEAUTO':
      throw acts();
    case 'LINK': {
      // A kind of object, then where it is; backslashes are doubled.
      const [, quoted, plain = ''] = /^\S+\s+(?:"([^"]*)"|(\S+))/.exec(rest) ?? [];
      if (isElsewhere((quoted ?? plain).replaceAll('\\\\', '\\'))) throw new UserError('file.loads-from-elsewhere');
    }
  }
}

function acts(): UserError {
  return new UserError('file.acts-by-itself');
}
