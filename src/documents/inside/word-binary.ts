/** What acts in the streams of an old Word document ([MS-DOC]): fields that start a program, and its template. */

/** A field begins with U+0013, in texts of one byte a letter and of two. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: a control character is what it looks for
const FIELD = /\x13[\s\0]*(?:\\[\s\0]*)?D\0?D\0?E\0?(?:A\0?U\0?T\0?O\0?)?[\s\0"\\]/i;

export function hasProgramField(document: Buffer): boolean {
  return FIELD.test(document.toString('latin1'));
}

/** Where the header says that the list of associated texts lies, and its length ([MS-DOC] 2.5.6). */
const ASSOCIATED_AT = 0x19a;
const TEMPLATE = 1;

/** Where the template lies; empty where it names none. */
export function templateOf(document: Buffer, table: Buffer): string {
  if (document.length < ASSOCIATED_AT + 8) return '';
  const [start, length] = [document.readUInt32LE(ASSOCIATED_AT), document.readUInt32LE(ASSOCIATED_AT + 4)];
  const list = table.subarray(start, start + length);
  // Texts of two bytes a letter, as many as it says, with so much behind each.
  if (list.length < 6 || list.readUInt16LE(0) !== 0xffff) return '';
  const extra = list.readUInt16LE(4);
  for (let [at, index] = [6, 0]; at + 2 <= list.length; index += 1) {
    const end = at + 2 + 2 * list.readUInt16LE(at);
    if (index === TEMPLATE) return list.toString('utf16le', at + 2, end);
    at = end + extra;
  }
  return '';
}
