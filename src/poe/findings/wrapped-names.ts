/** Joins the names of people that narrow columns part: “Jane” over “Doe”, in rows of several cells. Pure. */
import type { Line, Segment } from '../../documents/document.ts';
import { labelsIn } from './labels.ts';
import { isSideAlone } from './side-words.ts';
import { isPersonName } from './signer.ts';

/** On any scale: lines of one cell begin that near. */
const SAME_COLUMN = 3;
/** What leads to the rest of a name, and what a rest begins with. */
const LEADS_ON =
  /(?:-|(?<!\p{L})(?:von|van|de|del|della|di|da|du|la|le|el|bin|zu|y|der|den|dr\.?|mr\.?|mrs\.?|ms\.?|mme\.?|m\.|herr|frau|sr\.?|sra\.?))$/iu;
const GOES_ON = /^(?:von|van|de|del|della|di|da|du|la|le|bin|zu|y)\s/u;
const WORDS = /^\p{Lu}[\p{L}.'’-]*(?:\s(?:\p{Lu}[\p{L}.'’-]*|\p{Ll}{1,3}))*-?$/u;
const MOST_LINES = 3;

/** The lines of a page, the names in their cells whole. A row that is left without words stays, so that distances do. */
export function withWholeNames(lines: readonly Line[]): readonly Line[] {
  const rows = lines.map((line) => [...line]);
  for (const [index, upper] of rows.entries()) {
    for (const [at, segment] of upper.entries()) {
      for (let down = 1; down < MOST_LINES; down++) {
        const lower = rows[index + down];
        if (lower === undefined || !isContinuation(upper, lower)) break;
        const rest = lower.findIndex(({ from }) => Math.abs(from - segment.from) <= SAME_COLUMN);
        const whole = rest === -1 ? undefined : joined(upper, at, lower[rest] as Segment);
        if (whole === undefined) break;
        upper[at] = whole;
        lower.splice(rest, 1);
      }
    }
  }
  return rows;
}

/** Fewer cells, each of which begins where one above does. */
function isContinuation(upper: Line, lower: Line): boolean {
  return (
    lower.length > 0 &&
    upper.length > 1 &&
    lower.length < upper.length &&
    lower.every(({ from }) => upper.some((other) => Math.abs(other.from - from) <= SAME_COLUMN))
  );
}

function joined(row: Line, at: number, lower: Segment): Segment | undefined {
  const upper = row[at] as Segment;
  if (upper.mark !== undefined || lower.mark !== undefined) return undefined;
  const text = upper.text.endsWith('-') ? upper.text + lower.text : `${upper.text} ${lower.text}`;
  const isParted = LEADS_ON.test(upper.text) || GOES_ON.test(lower.text) || !isPersonName(upper.text);
  const isName = WORDS.test(upper.text) && WORDS.test(lower.text.replace(/^\p{Ll}/u, 'X')) && isPersonName(text);
  const isHeading = labelsIn(lower.text).length > 0 || isSideAlone(lower.text);
  if (!isParted || !isName || isOfHeads(row, at) || isHeading) return undefined;
  return { ...upper, text, to: Math.max(upper.to, lower.to) };
}

/** Among the heads of a table; what stands beside a label is its value. */
function isOfHeads(row: Line, at: number): boolean {
  const isLabel = (segment: Segment | undefined): boolean =>
    segment !== undefined && labelsIn(segment.text).some(({ value }) => (value ?? '') === '');
  return isLabel(row[at]) || (row.some(isLabel) && !isLabel(row[at - 1]));
}
