/** A file that somebody put into a document as an icon: the stream `\1Ole10Native` ([MS-OLEDS] 2.3.6, and what Windows' packager writes). */

export interface PackagedFile {
  /** As it is called there and where it came from; the last is what it would be stored as. */
  readonly names: readonly string[];
  readonly bytes: Buffer;
}

/** What a stream of that name holds: a file with its names, or the bytes of another program's object. */
export function packagedFile(stream: Buffer): PackagedFile {
  return packaged(stream) ?? { names: [], bytes: stream.subarray(4) };
}

function packaged(stream: Buffer): PackagedFile | undefined {
  // Size, then 2 for a packaged file.
  if (stream.length < 12 || stream.readUInt16LE(4) !== 2) return undefined;
  let at = 6;
  const name = (): string | undefined => {
    const end = stream.indexOf(0, at);
    if (end === -1 || end - at > 4096) return undefined;
    const found = stream.toString('latin1', at, end);
    at = end + 1;
    return found;
  };
  const [label, source] = [name(), name()];
  // Two numbers, then the path where it was to be unpacked, with its length before.
  at += 8;
  const stored = name();
  if (label === undefined || source === undefined || stored === undefined || at + 4 > stream.length) return undefined;
  const size = stream.readUInt32LE(at);
  at += 4;
  return { names: [label, source, stored], bytes: stream.subarray(at, Math.min(stream.length, at + size)) };
}
