/** The fields of a PDF's forms, and what was written or drawn on top of its pages, as pieces of text and marks. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { Mark } from '../document.ts';
import type { Piece } from '../layout.ts';

/** Field name → what was signed there. A field that is not among them is not signed. */
export type SignedFields = ReadonlyMap<string, Extract<Mark, { kind: 'signed' }>>;

interface PdfSignature {
  readonly fieldName?: string | null;
  readonly signerName?: string | null;
  readonly signingTime?: string | null;
  readonly subFilter?: string | null;
}

/** A time stamp of an authority is no person's signature (PDF 2.0, 12.8.5). */
const TIME_STAMP = 'ETSI.RFC3161';

export async function signedFields(document: PDFDocumentProxy): Promise<SignedFields> {
  const found = (await signaturesOf(document)).filter(({ subFilter }) => subFilter !== TIME_STAMP);
  return new Map(
    found.map(({ fieldName, signerName, signingTime }) => [
      fieldName ?? '',
      {
        kind: 'signed',
        ...(signerName && { name: signerName }),
        ...(dayOf(signingTime) && { day: dayOf(signingTime) as string }),
      },
    ]),
  );
}

async function signaturesOf(document: PDFDocumentProxy): Promise<readonly PdfSignature[]> {
  // Of documents that others have damaged only the signatures may be beyond reading: then nothing counts as signed.
  const found: unknown = await (document as unknown as { getSignatures(): Promise<unknown> })
    .getSignatures()
    .catch(() => null);
  if (found === null || found === undefined) return [];
  return (found instanceof Map ? [...found.values()] : Object.values(found)) as PdfSignature[];
}

/** `D:20200612101500+02'00'` as a day. */
function dayOf(time: string | null | undefined): string | undefined {
  const [, year, month, day] = /^(?:D:)?(\d{4})-?(\d{2})-?(\d{2})/.exec(time ?? '') ?? [];
  return year === undefined ? undefined : `${year}-${month}-${day}`;
}

/** Of an annotation, as much as is looked at (PDF 2.0, 12.5 and 12.7). */
interface PdfAnnotation {
  readonly subtype?: string;
  readonly rect: readonly number[];
  readonly annotationFlags?: number;
  readonly hidden?: boolean;
  readonly fieldType?: string | null;
  readonly fieldName?: string;
  readonly fieldValue?: unknown;
  readonly exportValue?: unknown;
  readonly buttonValue?: unknown;
  readonly checkBox?: boolean;
  readonly radioButton?: boolean;
  readonly textContent?: readonly string[];
  readonly contentsObj?: { readonly str?: string };
  readonly options?: readonly { readonly exportValue?: string; readonly displayValue?: string }[];
}

/** Invisible and hidden ones (PDF 2.0, 12.5.3). */
const HIDDEN_FLAGS = 0b11;

type Place = (x: number, y: number) => readonly [number, number];

export function fieldPieces(annotations: readonly unknown[], signed: SignedFields, place: Place): Piece[] {
  return (annotations as readonly PdfAnnotation[])
    .filter(({ hidden, annotationFlags = 0 }) => hidden !== true && (annotationFlags & HIDDEN_FLAGS) === 0)
    .flatMap((annotation) => {
      const content = contentOf(annotation, signed);
      if (content === undefined) return [];
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = annotation.rect;
      const [from, bottom] = place(Math.min(x0, x1), Math.min(y0, y1));
      const [to, top] = place(Math.max(x0, x1), Math.max(y0, y1));
      return linesOf(content, {
        from: Math.min(from, to),
        to: Math.max(from, to),
        top: Math.min(top, bottom),
        bottom: Math.max(top, bottom),
      });
    });
}

interface Content {
  readonly text: string;
  readonly mark?: Mark;
  readonly filled?: boolean;
}

function contentOf(annotation: PdfAnnotation, signed: SignedFields): Content | undefined {
  const { subtype, fieldType, fieldName = '' } = annotation;
  if (fieldType === 'Sig') {
    const mark = signed.get(fieldName) ?? { kind: 'unsigned' as const };
    return { text: mark.kind === 'signed' ? (mark.name ?? '') : '', mark };
  }
  if (fieldType === 'Btn') return boxOf(annotation);
  if (fieldType === 'Tx' || fieldType === 'Ch') {
    const text = filledIn(annotation);
    return text.trim() === '' ? { text: '', mark: { kind: 'blank' } } : { text, filled: true };
  }
  if (subtype === 'FreeText') return { text: annotation.textContent?.join('\n') || annotation.contentsObj?.str || '' };
  if (subtype === 'Ink') return { text: '', mark: { kind: 'ink' } };
  if (subtype === 'Stamp') return { text: annotation.contentsObj?.str ?? '', mark: { kind: 'picture' } };
  return undefined;
}

function boxOf({ checkBox, radioButton, fieldValue, exportValue, buttonValue }: PdfAnnotation): Content | undefined {
  if (checkBox === true) return { text: isOn(fieldValue, exportValue) ? '☒' : '☐' };
  if (radioButton === true) return { text: isOn(fieldValue, buttonValue) ? '☒' : '☐' };
  return undefined;
}

function isOn(value: unknown, on: unknown): boolean {
  return typeof value === 'string' && value !== '' && value !== 'Off' && (typeof on !== 'string' || on === value);
}

function filledIn({ fieldValue, options = [], textContent }: PdfAnnotation): string {
  const values = (Array.isArray(fieldValue) ? fieldValue : [fieldValue]).filter((value) => typeof value === 'string');
  const shown = values.map((value) => options.find(({ exportValue }) => exportValue === value)?.displayValue ?? value);
  return shown.join(', ') || (textContent?.join(' ') ?? '');
}

/** An ordinary line of text. */
const LINE = 12;

function linesOf(
  { text, mark, filled }: Content,
  { from, to, top, bottom }: { from: number; to: number; top: number; bottom: number },
): Piece[] {
  const lines = text.split(/\r\n?|\n/);
  const each = (bottom - top) / lines.length;
  return lines.map((line, index) => ({
    text: line,
    from,
    to,
    y: top + each * (index + 0.5),
    height: Math.min(each, LINE) || LINE,
    ...(mark && { mark }),
    ...(filled && { filled }),
  }));
}
