/** What acts in an old workbook ([MS-XLS]) that lies within another document: macro sheets, and links that start a program. */

const BOUND_SHEET = 0x0085;
const SUPPORTING_BOOK = 0x01ae;
const END = 0x000a;
const MACRO_SHEET = 1;
/** Between a program and its topic, in the name of a link. */
const TOPIC = '\x03';

/** A sheet of Excel 4.0 macros. */
export function hasMacroSheet(book: Buffer): boolean {
  return globals(book).some(({ type, data }) => type === BOUND_SHEET && data[5] === MACRO_SHEET);
}

/** Objects of other programs are linked by their class, whose name has a point; programs for DDE by the plain name. */
export function hasProgramLink(book: Buffer): boolean {
  return globals(book).some(({ type, data }) => {
    if (type !== SUPPORTING_BOOK || data.length < 6) return false;
    const name = (data[4] ?? 0) & 1 ? data.toString('utf16le', 5) : data.toString('latin1', 5);
    const program = name.split(TOPIC)[0] ?? '';
    return name.includes(TOPIC) && !program.includes('.') && program !== 'Package';
  });
}

/** The records before the first sheet. */
function globals(book: Buffer): { readonly type: number; readonly data: Buffer }[] {
  const found: { type: number; data: Buffer }[] = [];
  for (let at = 0; at + 4 <= book.length; ) {
    const [type, length] = [book.readUInt16LE(at), book.readUInt16LE(at + 2)];
    if (type === END) break;
    found.push({ type, data: book.subarray(at + 4, at + 4 + length) });
    at += 4 + length;
  }
  return found;
}
