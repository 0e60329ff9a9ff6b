/** Formulas that start another program: Dynamic Data Exchange, `program|'topic'!item`. Pure. */

/** Texts, quoted names of sheets, and columns of tables may hold any sign. */
const QUOTED = /"(?:[^"]|"")*"|\[[^\][]*\]/g;
const DDE = /(?<![\w.])[A-Za-z][\w.]*\s*\|\s*(?:'(?:[^']|'')*'|[^!'"|\s]+)\s*!['\w$]/;

/** Whether a formula of a sheet does, without its equals sign or with it. */
export function startsProgram(formula: string): boolean {
  return DDE.test(formula.replace(QUOTED, '""'));
}

/** A cell that a spreadsheet takes for a formula. */
const FORMULA = /(?:^|[,;\t]) *(?:"\s*[=+@-]((?:[^"]|"")*)|[=+@-]([^,;\t\r\n]*))/gm;

/** Whether a text of separated cells has a formula that does. */
export function hasProgramCell(text: string): boolean {
  if (!text.includes('|')) return false;
  for (const [, quoted, plain = ''] of text.matchAll(FORMULA)) if (DDE.test(quoted ?? plain)) return true;
  return false;
}
