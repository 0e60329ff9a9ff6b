/** The fields of a Word document (ECMA-376 part 1, 17.16): what each tells Word to do, put together from the runs it is broken into. */
import type { Attributes } from '../../files/xml.ts';
import { attribute } from '../office/package.ts';

export class FieldReader {
  readonly #found: (instruction: string) => void;
  /** Those that are open, the innermost last; undefined where only the result is to come. */
  readonly #open: (string | undefined)[] = [];
  #reads = false;

  /** @param found is told each instruction */
  constructor(found: (instruction: string) => void) {
    this.#found = found;
  }

  open(tag: string, attributes: Attributes): void {
    if (tag === 'instrText') this.#reads = true;
    if (tag === 'fldSimple') this.#found(attribute(attributes, 'instr') ?? '');
    if (tag !== 'fldChar') return;
    switch (attribute(attributes, 'fldCharType')) {
      case 'begin':
        this.#open.push('');
        break;
      case 'separate':
        this.#tell();
        break;
      case 'end':
        this.#tell();
        this.#open.pop();
    }
  }

  text(text: string): void {
    const last = this.#open.length - 1;
    // What stands in no field, Word still may take for one.
    if (this.#reads && last === -1) this.#found(text);
    else if (this.#reads && this.#open[last] !== undefined) this.#open[last] += text;
  }

  close(tag: string): void {
    if (tag === 'instrText') this.#reads = false;
  }

  /** What is still open is told, too. */
  end(): void {
    while (this.#open.length > 0) {
      this.#tell();
      this.#open.pop();
    }
  }

  #tell(): void {
    const last = this.#open.length - 1;
    const instruction = this.#open[last];
    if (instruction !== undefined) this.#found(instruction);
    if (last >= 0) this.#open[last] = undefined;
  }
}
