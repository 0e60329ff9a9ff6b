/** A file that somebody put into a document as an icon: the stream `\1Ole10Native` ([MS-OLEDS] 2.3.6, and what Windows' packager writes). */

export interface PackagedFile {
  /** As it is called there, where it came from, and where it would be unpacked. */
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

/** What a stream of that name may hold: the bytes of another program's object, and a file with its names where it reads as one. */
export function packagedFiles(stream: Buffer): PackagedFile[] {
  const file = packaged(stream);
  return [{ names: [], bytes: stream.subarray(4) }, ...(file === undefined ? [] : [file])];
}

/** Behind the size of all and a mark. */
const NAMES_AT = 6;
const LONGEST_NAME = 4096;

function packaged(stream: Buffer): PackagedFile | undefined {
  let at = NAMES_AT;
  const name = (): string | undefined => {
    const end = stream.indexOf(0, at);
    if (end === -1 || end - at > LONGEST_NAME) return undefined;
    const found = stream.toString('latin1', at, end);
    at = end + 1;
    return found;
  };
  const number = (): number => {
    at += 4;
    return at <= stream.length ? stream.readUInt32LE(at - 4) : 0;
  };
  const [label, source] = [name(), name()];
  // A mark, and how long the next name is.
  at += 8;
  const stored = name();
  if (label === undefined || source === undefined || stored === undefined || at + 4 > stream.length) return undefined;
  const size = number();
  const end = at + size;
  if (end > stream.length) return undefined;
  const bytes = stream.subarray(at, end);
  // The names once more, of two bytes a letter; these count where they are there.
  at = end;
  const wide = Array.from({ length: 3 }, () => {
    const letters = Math.min(number(), LONGEST_NAME);
    at += 2 * letters;
    return stream.toString('utf16le', at - 2 * letters, at);
  });
  return { names: [label, source, stored, ...wide], bytes };
}
