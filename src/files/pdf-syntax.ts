/** The syntax of PDF's values (ISO 32000-1, 7.3). Pure. */

/** Numbers and booleans; names with their slash and without escapes, references as "12 0 R"; strings as their bytes. */
export type PdfValue = number | boolean | string | Buffer | PdfDictionary | readonly PdfValue[];
export type PdfDictionary = ReadonlyMap<string, PdfValue>;

/** Nobody nests deeper. */
const DEEPEST = 100;
/** Of a trailer or an encryption dictionary. */
const LONGEST = 16 * 1024;

/** The dictionary that begins at a place of a text in Latin-1; undefined where it is broken. */
export function dictionaryAt(text: string, at: number): PdfDictionary | undefined {
  const { value } = valueAt(text.slice(at, at + LONGEST)) ?? {};
  return value instanceof Map ? value : undefined;
}

/** The value with which a text in Latin-1 begins, and where it ends; undefined where it is broken. */
export function valueAt(text: string): { readonly value: PdfValue; readonly end: number } | undefined {
  const reader = new Reader(text);
  try {
    return { value: reader.value(0), end: reader.at };
  } catch {
    return undefined;
  }
}

/** In a name. */
const ESCAPED = /#([0-9a-f]{2})/gi;
const BLANK = /[\0\t\n\f\r ]/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

class Reader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get at(): number {
    return this.#at;
  }

  /** @throws Error where there is none */
  value(depth: number): PdfValue {
    if (depth > DEEPEST) throw new Error('too deep');
    this.#skipBlanks();
    if (this.#takes('<<')) return this.#dictionary(depth);
    if (this.#takes('<')) return this.#hexString();
    if (this.#takes('(')) return this.#literalString();
    if (this.#takes('[')) return this.#list(depth);
    return this.#word();
  }

  #dictionary(depth: number): PdfDictionary {
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.#skipBlanks();
      if (this.#takes('>>')) return entries;
      const key = this.value(depth + 1);
      if (typeof key !== 'string' || !key.startsWith('/')) throw new Error('no name');
      entries.set(key.slice(1), this.value(depth + 1));
    }
  }

  #list(depth: number): PdfValue[] {
    const values: PdfValue[] = [];
    for (;;) {
      this.#skipBlanks();
      if (this.#takes(']')) return values;
      values.push(this.value(depth + 1));
    }
  }

  #word(): PdfValue {
    const [reference] = this.#match(/\d+\s+\d+\s+R(?![^\s<>[\]()/%])/y);
    if (reference !== undefined) return reference.replace(/\s+/g, ' ');
    const [word] = this.#match(/\/?[^\s\0<>[\](){}/%]+|\//y);
    if (word === undefined) throw new Error('nothing');
    if (word.startsWith('/')) return word.replace(ESCAPED, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    if (word === 'true' || word === 'false') return word === 'true';
    return /^[+-]?(?:\d+\.?\d*|\.\d+)$/.test(word) ? Number(word) : word;
  }

  #hexString(): Buffer {
    const [digits = ''] = this.#match(/[^>]*/y);
    if (!this.#takes('>')) throw new Error('an open string');
    const hex = digits.replace(/[^0-9a-f]/gi, '');
    return Buffer.from(hex.length % 2 === 0 ? hex : `${hex}0`, 'hex');
  }

  #literalString(): Buffer {
    let [bytes, open] = ['', 1];
    while (open > 0) {
      const character = this.#next();
      if (character === '\\') bytes += this.#escaped();
      else {
        if (character === '(') open += 1;
        if (character === ')') open -= 1;
        if (open > 0) bytes += character;
      }
    }
    return Buffer.from(bytes, 'latin1');
  }

  #escaped(): string {
    const [octal] = this.#match(/[0-7]{1,3}/y);
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
    const [lineEnd] = this.#match(/\r\n?|\n/y);
    if (lineEnd !== undefined) return '';
    const character = this.#next();
    return ESCAPES[character] ?? character;
  }

  #next(): string {
    const character = this.#text.charAt(this.#at);
    if (character === '') throw new Error('the end');
    this.#at += 1;
    return character;
  }

  #takes(token: string): boolean {
    const found = this.#text.startsWith(token, this.#at);
    if (found) this.#at += token.length;
    return found;
  }

  #match(pattern: RegExp): [string | undefined] {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    this.#at += found?.length ?? 0;
    return [found];
  }

  #skipBlanks(): void {
    for (;;) {
      while (BLANK.test(this.#text.charAt(this.#at))) this.#at += 1;
      if (this.#match(/%[^\r\n]*/y)[0] === undefined) return;
    }
  }
}
