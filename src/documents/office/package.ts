/** Opens the packages of Word, Excel and PowerPoint within bounds, and follows the links between their parts (ECMA-376 part 2). */
import { posix } from 'node:path';
import { UserError } from '../../errors.ts';
import { type Attributes, readXml, type XmlHandler } from '../../files/xml.ts';
import { openZip, type Zip, type ZipLimits } from '../../files/zip.ts';

const MIB = 1024 * 1024;
/** XML shrinks to a tenth or a fiftieth; deflate's limit is about a thousandth. */
export const MOST_SHRUNK = { ratio: 200, fromBytes: 16 * MIB };
const LIMITS: ZipLimits = {
  maxEntries: 5_000,
  // Text is read, pictures are not: they may be as large as the file is.
  maxTotalBytes: 512 * MIB,
  maxRatio: MOST_SHRUNK,
  refusals: { damaged: 'file.damaged', encrypted: 'file.protected', tooLarge: 'file.zip-bomb' },
};
/** Of the parts that are read, all together. */
const MAX_TEXT_BYTES = 64 * MIB;

export class OfficePackage {
  readonly #zip: Zip;
  #bytes = 0;

  constructor(zip: Zip) {
    this.#zip = zip;
  }

  static async open(bytes: Buffer): Promise<OfficePackage> {
    return new OfficePackage(await openZip(bytes, LIMITS));
  }

  get zip(): Zip {
    return this.#zip;
  }

  has(part: string): boolean {
    return this.#zip.has(part);
  }

  /** Whether the package as a whole carries a digital signature (ECMA-376 part 2, 12). */
  get isSigned(): boolean {
    return this.#zip.names.some((name) => /^_xmlsignatures\/.*\.xml$/i.test(name) && !/\.rels$/i.test(name));
  }

  /** @throws UserError where the parts unpack to more than a document may */
  async read(part: string, handler: XmlHandler): Promise<void> {
    await readXml(this.#counted(part), handler);
  }

  async *#counted(part: string): AsyncGenerator<string> {
    try {
      for await (const piece of this.#zip.text(part)) {
        this.#bytes += piece.length;
        if (this.#bytes > MAX_TEXT_BYTES) throw new UserError('file.zip-bomb');
        yield piece;
      }
    } catch (error) {
      throw asBomb(error);
    }
  }

  /** Of one part: id of the link → its kind (the last word of its type) and the part that it leads to. */
  async links(part: string): Promise<ReadonlyMap<string, { readonly kind: string; readonly part: string }>> {
    const found = new Map<string, { kind: string; part: string }>();
    const { dir, base } = posix.parse(part);
    await this.read(posix.join(dir, '_rels', `${base}.rels`), {
      open: (name, { Id, Type = '', Target, TargetMode }) => {
        if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
        const to = Target.startsWith('/') ? Target.slice(1) : posix.join(dir, Target);
        found.set(Id, { kind: Type.slice(Type.lastIndexOf('/') + 1), part: to });
      },
    });
    return found;
  }

  /** The part where the document begins. */
  async main(usual: string): Promise<string> {
    const links = await this.links('');
    return [...links.values()].find(({ kind, part }) => kind === 'officeDocument' && this.has(part))?.part ?? usual;
  }
}

/** @throws UserError for an entry that holds more than it declared */
export async function unlessBomb<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asBomb(error);
  }
}

function asBomb(error: unknown): unknown {
  const isBomb = error instanceof Error && /too many bytes in the stream/.test(error.message);
  return isBomb ? new UserError('file.zip-bomb', undefined, { cause: error }) : error;
}

/** An attribute by its name without the prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1];
}

/** A switch such as `w:b`: there means on, unless its value says off. */
export function isOn(attributes: Attributes): boolean {
  return !['0', 'false', 'off', 'none'].includes(attribute(attributes, 'val') ?? '1');
}
