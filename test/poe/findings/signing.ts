/** Documents written out as text, with what is to be found in each: the signature of the customer, and its day. */
import assert from 'node:assert/strict';
import type { Line } from '../../../src/documents/document.ts';
import { textLines } from '../../../src/documents/text-lines.ts';
import { checkDocument } from '../../../src/poe/findings/check.ts';
import type { ClaimToCheck, FindingState } from '../../../src/poe/findings/finding.ts';

const CLAIM: ClaimToCheck = {
  customer: 'Müller & Söhne GmbH',
  domain: 'mueller-soehne.example',
  workloads: [],
  partners: ['Contoso Consulting Ltd', 'Contoso'],
  today: '2020-06-16',
};

/** A picture, ink, or a field to sign that is empty, in a text. */
const MARKS = { '{picture}': 'picture', '{ink}': 'ink', '{unsigned}': 'unsigned' } as const;

function linesOf(text: string): Line[] {
  return textLines(text).map((line) =>
    line.map((segment) => {
      const kind = MARKS[segment.text as keyof typeof MARKS];
      return kind === undefined ? segment : { ...segment, text: '', mark: { kind } };
    }),
  );
}

/** How signature and date stand in a document written out as text: "ok, missing". @param origin a scan’s letters may be wrong */
export function states(text: string, origin: 'text' | 'scan' = 'text'): string {
  const { signature, date } = checkDocument({ pages: [{ number: 1, origin, lines: linesOf(text) }], gaps: [] }, CLAIM);
  return `${signature.state}, ${date.state}`;
}

/** What the document shows, the state of the signature, and of the date. */
type Kinds = Readonly<Record<string, readonly [FindingState, FindingState, string]>>;

/** A test for each of these. */
export function holds(kinds: Kinds, origin: 'text' | 'scan' = 'text'): void {
  for (const [what, [signature, date, text]] of Object.entries(kinds)) {
    it(what, () => assert.equal(states(text.replace(/^\n/, ''), origin), `${signature}, ${date}`));
  }
}
