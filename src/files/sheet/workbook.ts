/** The directory of an .xlsx workbook: its sheets, and where its other parts are. ECMA-376 part 1, 12.3 and 18.2. */
import { posix } from 'node:path';
import { type Attributes, readXml } from '../xml.ts';
import type { Zip } from '../zip.ts';

export const WORKBOOK = 'xl/workbook.xml';

export interface Workbook {
  /** Names of the parts in the ZIP. */
  readonly sheets: readonly { readonly part: string; readonly hidden: boolean }[];
  readonly sharedStrings: string;
  readonly styles: string;
  /** Dates are counted from 1904, as old Macs did. */
  readonly date1904: boolean;
}

export async function readWorkbook(zip: Zip): Promise<Workbook> {
  const parts = await relationships(zip);
  const sheets: { part: string; hidden: boolean }[] = [];
  let date1904 = false;
  await readXml(zip.text(WORKBOOK), {
    open: (name, attributes) => {
      if (name === 'workbookPr') date1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      const part = name === 'sheet' ? parts.byId.get(relationshipId(attributes)) : undefined;
      if (part !== undefined) sheets.push({ part, hidden: (attributes.state ?? 'visible') !== 'visible' });
    },
  });
  return {
    sheets,
    sharedStrings: parts.byType.get('sharedStrings') ?? 'xl/sharedStrings.xml',
    styles: parts.byType.get('styles') ?? 'xl/styles.xml',
    date1904,
  };
}

async function relationships(zip: Zip): Promise<{ byId: Map<string, string>; byType: Map<string, string> }> {
  const byId = new Map<string, string>();
  const byType = new Map<string, string>();
  await readXml(zip.text('xl/_rels/workbook.xml.rels'), {
    open: (name, { Id, Type, Target }) => {
      if (name !== 'Relationship' || Target === undefined) return;
      const part = Target.startsWith('/') ? Target.slice(1) : posix.join('xl', Target);
      if (Id !== undefined) byId.set(Id, part);
      if (Type !== undefined) byType.set(Type.slice(Type.lastIndexOf('/') + 1), part);
    },
  });
  return { byId, byType };
}

/** `r:id`, by whatever prefix the relationships' namespace has. */
function relationshipId(attributes: Attributes): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}
