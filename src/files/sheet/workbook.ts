/**
 * The directory of an .xlsx workbook: its sheets, and where its other parts are. Parts are found by their relationships, whatever their
 * names, their folder and their case. ECMA-376 part 1, 12.3 and 18.2; part 2, 6.5.
 */
import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import { type Attributes, readXml } from '../xml.ts';
import type { Zip } from '../zip.ts';

export interface Workbook {
  /** In their order. `part`: its name in the ZIP. */
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly sharedStrings?: string | undefined;
  readonly styles?: string | undefined;
  /** Dates are counted from 1904, as old Macs did. */
  readonly date1904: boolean;
}

/** Where writers put it that name it nowhere. */
const USUAL = 'xl/workbook.xml';

/** @throws UserError when the package is no workbook of this format */
export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const root = await relationships(zip, '');
  const main = root.find(({ type }) => type === 'officeDocument')?.part ?? zip.find(USUAL);
  if (main?.endsWith('.bin') || zip.find('xl/workbook.bin') !== undefined) throw new UserError('sheet.binary-excel');
  if (main === undefined) throw new UserError('sheet.other-zip');
  const parts = await relationships(zip, main);
  const byId = new Map(parts.map((one) => [one.id, one]));
  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readXml(zip.text(main), {
    open: (name, attributes, parent) => {
      if (parent === '') isWorkbook = name === 'workbook';
      if (name === 'workbookPr' && parent === 'workbook') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const found = name === 'sheet' && parent === 'sheets' ? byId.get(relationshipId(attributes)) : undefined;
      // Charts and dialogs are sheets, too.
      if (found?.type !== 'worksheet') return;
      sheets.push({
        name: attributes.name ?? '',
        part: found.part,
        hidden: (attributes.state ?? 'visible') !== 'visible',
      });
    },
  });
  if (!isWorkbook) throw new UserError('sheet.other-zip');
  const named = (type: string): string | undefined => parts.find((one) => one.type === type)?.part;
  return { sheets, sharedStrings: named('sharedStrings'), styles: named('styles'), date1904 };
}

interface Relationship {
  readonly id: string;
  /** The last word of its type: the transitional and the strict format differ before it. */
  readonly type: string;
  /** As it is called in the ZIP. */
  readonly part: string;
}

/** What a part refers to within the package, as far as it is there. `part`: empty for the package itself. */
async function relationships(zip: Zip, part: string): Promise<Relationship[]> {
  const folder = posix.dirname(`/${part}`);
  const file = zip.find(posix.join(folder, '_rels', `${posix.basename(part)}.rels`).slice(1));
  const found: Relationship[] = [];
  if (file === undefined) return found;
  await readXml(zip.text(file), {
    open: (name, { Id = '', Type = '', Target, TargetMode }) => {
      if (name !== 'Relationship' || Target === undefined || TargetMode === 'External') return;
      const target = zip.find(posix.resolve(folder, decoded(Target.replaceAll('\\', '/'))).slice(1));
      if (target !== undefined) found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: target });
    },
  });
  return found;
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}

/** `r:id`, by whatever prefix the relationships' namespace has. */
function relationshipId(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}
