/**
 * What a PDF does by itself: actions when it is opened, programs that it starts, films and models with scripts, and the files in it. A form
 * may keep the scripts that look after its fields.
 */
import { UserError } from '../../errors.ts';
import { bytesIn } from '../../files/bytes.ts';
import { extensionOf } from '../../files/file-name.ts';
import { encryptionOf } from '../../files/pdf.ts';
import { decryption } from '../../files/pdf-password.ts';
import type { PdfDictionary, PdfValue } from '../../files/pdf-syntax.ts';
import type { Inside } from './inside.ts';
import { type PdfObject, PdfObjects } from './pdf-objects.ts';
import { onlyDeclares, onlyShows, reachesOut } from './pdf-scripts.ts';

/** Names that something acts by, and those that hide their letters. */
const ACTS =
  /\/(?:OpenAction|AA|JavaScript|JS|Launch|RichMedia|OnInstantiate|EF)(?![A-Za-z\d])|\/[^\s/<>[\]()]*#[\da-fA-F]{2}/;
/** What cannot be read as an object, and names one of these, is not taken for harmless. */
const SURELY_ACTS = /\/(?:JavaScript|JS|Launch|RichMedia|EmbeddedFile)(?![A-Za-z\d])/;

/** What may happen when a document is opened: it goes nowhere and starts nothing. */
const HARMLESS = new Set(['GoTo', 'Named', 'SetOCGState', 'Hide', 'ResetForm', 'Trans', 'Thread']);
/** Of the additional actions (ISO 32000-1, 12.6.3): somebody presses a button of the mouse. */
const PRESSED = new Set(['D', 'U']);
/** A field, or a form of Adobe's designer. */
const FORM = /\/(?:FT|XFA)(?![A-Za-z\d])/;
/** What a link may open with the program that the reader has for it. */
const OPENED = new Set(
  'pdf doc docx xls xlsx ppt pptx odt ods odp rtf txt csv msg eml png jpg jpeg tif tiff gif htm html xml'.split(' '),
);
/** From one action or script to the next, in all of a document. */
const MOST_STEPS = 100_000;

/** @throws UserError for what acts by itself, and for what a file in it is refused for */
export async function refuseActivePdf(bytes: Buffer, inside: Inside): Promise<void> {
  const encryption = await encryptionOf(bytesIn(bytes));
  const objects = new PdfObjects(bytes.toString('latin1'), encryption && decryption(encryption), inside);
  await new PdfInspection(objects, inside).run();
}

class PdfInspection {
  readonly #objects: PdfObjects;
  readonly #inside: Inside;
  readonly #isForm: boolean;
  #steps = 0;

  constructor(objects: PdfObjects, inside: Inside) {
    this.#objects = objects;
    this.#inside = inside;
    this.#isForm = !objects.matching(FORM).next().done;
  }

  async run(): Promise<void> {
    const files: (readonly [PdfDictionary, PdfObject])[] = [];
    for (const { object, words } of this.#objects.matching(ACTS)) {
      if (object === undefined) {
        // Bytes of a picture may read as anything.
        if (SURELY_ACTS.test(words.split(/stream[\r\n]/)[0] ?? '')) throw acts();
        continue;
      }
      for (const dictionary of dictionariesIn(object.value)) {
        this.#refuse(dictionary, object);
        if (dictionary.has('EF')) files.push([dictionary, object]);
      }
    }
    for (const [specification, object] of files) await this.#file(specification, object);
  }

  #refuse(dictionary: PdfDictionary, object: PdfObject): void {
    if (dictionary.get('S') === '/Launch' && !this.#opensDocument(dictionary, object)) throw acts();
    // Players of films are programs in the file, and models have scripts of their own.
    if (dictionary.get('Subtype') === '/RichMedia' || dictionary.has('OnInstantiate')) throw acts();
    if (dictionary.has('OpenAction')) this.#refuseUnasked(dictionary.get('OpenAction'), object);
    const additional = this.#dictionary(dictionary.get('AA'), object);
    for (const [trigger, action] of additional?.dictionary ?? [])
      if (!PRESSED.has(trigger)) this.#refuseUnasked(action, additional?.object ?? object);
    if (dictionary.has('JavaScript')) this.#refuseScripts(dictionary.get('JavaScript'), object);
  }

  /** An action that nobody asked for, and those behind it. */
  #refuseUnasked(action: PdfValue | undefined, within: PdfObject, depth = 0): void {
    this.#step();
    const found = this.#dictionary(action, within);
    // A place to go to is a list.
    if (found === undefined) return;
    if (depth > 100) throw acts();
    const { dictionary, object } = found;
    const kind = dictionary.get('S');
    const script = this.#script(dictionary, object);
    if (script !== undefined) this.#refuseScript(script);
    else if (typeof kind === 'string' && !HARMLESS.has(kind.slice(1))) throw acts();
    for (const next of [this.#value(dictionary.get('Next')) ?? []].flat()) this.#refuseUnasked(next, object, depth + 1);
  }

  /** The scripts of the document: a tree of names. They run when it is opened. */
  #refuseScripts(tree: PdfValue | undefined, within: PdfObject): void {
    const seen = new Set<PdfDictionary>();
    const open = [{ value: tree, within }];
    for (let step = open.pop(); step !== undefined; step = open.pop()) {
      this.#step();
      const found = this.#dictionary(step.value, step.within);
      if (found === undefined || seen.has(found.dictionary)) continue;
      const { dictionary, object } = found;
      seen.add(dictionary);
      const script = this.#script(dictionary, object);
      if (script !== undefined) this.#refuseScript(script);
      for (const key of ['Kids', 'Names', 'Next'])
        for (const value of [this.#value(dictionary.get(key)) ?? []].flat()) open.push({ value, within: object });
    }
  }

  /** In a form, scripts may look after its fields. */
  #refuseScript(script: string): void {
    if (reachesOut(script) || !(this.#isForm || onlyShows(script) || onlyDeclares(script))) throw acts();
  }

  #step(): void {
    this.#steps += 1;
    if (this.#steps > MOST_STEPS) throw acts();
  }

  /** Undefined where an action is none. What cannot be read may do anything. */
  #script(action: PdfDictionary, object: PdfObject): string | undefined {
    if (action.get('S') !== '/JavaScript' && !action.has('JS')) return undefined;
    const value = action.get('JS');
    const text = Buffer.isBuffer(value) ? object.text(value) : this.#text(value);
    return text === undefined ? 'eval' : decodedText(text);
  }

  /** A string or a stream that a reference names. */
  #text(reference: PdfValue | undefined): Buffer | undefined {
    const found = this.#objects.object(reference);
    return Buffer.isBuffer(found?.value) ? found.text(found.value) : found?.bytes();
  }

  #opensDocument(launch: PdfDictionary, object: PdfObject): boolean {
    if (['Win', 'Mac', 'Unix'].some((system) => launch.has(system))) return false;
    const target = launch.get('F');
    return OPENED.has(extensionOf(this.#nameOf(this.#dictionary(target, object)) ?? this.#string(target, object)));
  }

  async #file(specification: PdfDictionary, object: PdfObject): Promise<void> {
    const files = this.#dictionary(specification.get('EF'), object)?.dictionary ?? new Map<string, PdfValue>();
    const name = this.#nameOf({ dictionary: specification, object }) ?? '';
    for (const reference of files.values()) {
      const stream = this.#objects.object(reference);
      if (stream === undefined) continue;
      const bytes = stream.bytes();
      if (bytes === undefined) throw new UserError('file.unchecked-inside');
      await this.#inside.inspect(bytes, name);
    }
  }

  #nameOf(specification: { dictionary: PdfDictionary; object: PdfObject } | undefined): string | undefined {
    if (specification === undefined) return undefined;
    const { dictionary, object } = specification;
    return this.#string(dictionary.get('UF') ?? dictionary.get('F'), object);
  }

  #string(value: PdfValue | undefined, object: PdfObject): string {
    const text = Buffer.isBuffer(value) ? object.text(value) : this.#text(value);
    return decodedText(text ?? Buffer.alloc(0));
  }

  #value(value: PdfValue | undefined): PdfValue | undefined {
    const found = this.#objects.object(value);
    return found === undefined ? value : found.value;
  }

  #dictionary(value: PdfValue | undefined, within: PdfObject) {
    const object = this.#objects.object(value) ?? within;
    const dictionary = this.#value(value);
    return dictionary instanceof Map ? { dictionary: dictionary as PdfDictionary, object } : undefined;
  }
}

function acts(): UserError {
  return new UserError('file.acts-by-itself');
}

function* dictionariesIn(value: PdfValue): Generator<PdfDictionary> {
  if (value instanceof Map) {
    yield value;
    for (const inner of value.values()) yield* dictionariesIn(inner);
  } else if (Array.isArray(value)) for (const inner of value as readonly PdfValue[]) yield* dictionariesIn(inner);
}

/** Text strings are UTF-16, UTF-8, or nearly Latin-1 (ISO 32000-2, 7.9.2). */
function decodedText(bytes: Buffer): string {
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xef && bytes[1] === 0xbb) return new TextDecoder().decode(bytes);
  return bytes.toString('latin1');
}
