/** Office files are zip archives; here they lose what differs from run to run. */
import { unzipSync, type Zippable, zipSync } from 'fflate';

const THEN = '2020-05-04T08:00:00Z';
const MTIME = new Date(2020, 4, 4, 8);

/** The same archive with the times of one day, so that each run gives the same bytes. */
export function settledZip(bytes: Uint8Array): Uint8Array {
  const parts = unzipSync(bytes);
  const core = parts['docProps/core.xml'];
  if (core !== undefined)
    parts['docProps/core.xml'] = Buffer.from(
      Buffer.from(core)
        .toString()
        .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, THEN),
    );
  const text = parts['word/document.xml'];
  if (text !== undefined)
    parts['word/document.xml'] = Buffer.from(
      Buffer.from(text)
        .toString()
        .replaceAll(/(<v:shape id=)"\w+"/g, '$1"box"'),
    );
  return zipped(parts);
}

export function zipped(parts: Record<string, Uint8Array | string>, level: 0 | 1 | 6 | 9 = 6): Uint8Array {
  const files: Zippable = {};
  for (const [name, part] of Object.entries(parts))
    files[name] = [typeof part === 'string' ? Buffer.from(part) : part, { mtime: MTIME, level }];
  return zipSync(files);
}
