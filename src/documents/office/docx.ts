/** Reads a Word document (ECMA-376 part 1, 17): what a person sees of it, header first, footnotes and footer last. */
import type { DocumentPage, Line, ReadDocument } from '../document.ts';
import { DocxReader } from './docx-reader.ts';
import { OfficePackage } from './package.ts';

const NOTES = ['footnotes', 'endnotes'];

export async function readDocx(bytes: Buffer): Promise<ReadDocument> {
  const office = await OfficePackage.open(bytes);
  const main = await office.main('word/document.xml');
  const links = [...(await office.links(main)).values()];
  const partsOf = (kinds: readonly string[]) =>
    [...new Set(links.filter(({ kind }) => kinds.includes(kind)).map(({ part }) => part))].filter((part) =>
      office.has(part),
    );
  const header = await linesOf(office, partsOf(['header']));
  const pages = await pagesOf(office, main);
  const end = await linesOf(office, [...partsOf(NOTES), ...partsOf(['footer'])]);
  const last = pages.length - 1;
  return {
    pages: pages.map(
      (lines, index): DocumentPage => ({
        number: index + 1,
        origin: 'text',
        lines: [...(index === 0 ? header : []), ...lines, ...(index === last ? end : [])],
      }),
    ),
    gaps: [],
  };
}

async function pagesOf(office: OfficePackage, part: string): Promise<readonly (readonly Line[])[]> {
  const reader = new DocxReader(office.isSigned);
  await office.read(part, reader);
  return reader.finish();
}

async function linesOf(office: OfficePackage, parts: readonly string[]): Promise<Line[]> {
  const lines: Line[] = [];
  for (const part of parts) lines.push(...(await pagesOf(office, part)).flat());
  return lines;
}
