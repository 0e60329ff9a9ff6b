/** What the list of an Office package (`[Content_Types].xml`) says of one part, or of all parts with one extension. */
export interface PartType {
  /** Lower case, without the leading slash; undefined when the type goes by extension. */
  readonly part: string | undefined;
  /** Lower case. */
  readonly type: string;
}

const MAX_TAG_LENGTH = 4096;
const ATTRIBUTE = /\s+([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/y;

/**
 * Reads the content types of an Office package (ECMA-376 part 2, 7.2.3). Takes the plain XML that Office writes and throws an Error on all that
 * could make another reader see something else here: a DTD, comments, text, odd quoting, character references, two attributes of one name.
 */
export function parseContentTypes(xml: string): PartType[] {
  if (xml.includes('<!') || xml.replace(/<[^<>]*>/g, '').trim() !== '') throw new Error('more than tags');
  const found: PartType[] = [];
  for (const [, tag = ''] of xml.matchAll(/<([^<>]*)>/g)) {
    if (tag.startsWith('?') || tag.startsWith('/')) continue;
    const attributes = parseAttributes(tag);
    const type = attributes.get('ContentType')?.toLowerCase();
    if (type?.includes('&')) throw new Error('a content type in disguise');
    if (type) found.push({ part: attributes.get('PartName')?.toLowerCase().replace(/^\//, ''), type });
  }
  return found;
}

function parseAttributes(tag: string): Map<string, string> {
  if (tag.length > MAX_TAG_LENGTH) throw new Error('an absurd tag');
  const found = new Map<string, string>();
  ATTRIBUTE.lastIndex = tag.search(/[\s/]|$/);
  let end = ATTRIBUTE.lastIndex;
  for (let match = ATTRIBUTE.exec(tag); match; match = ATTRIBUTE.exec(tag)) {
    const [, name = '', double, single] = match;
    if (found.has(name)) throw new Error('two attributes of one name');
    found.set(name, double ?? single ?? '');
    end = ATTRIBUTE.lastIndex;
  }
  if (!/^\s*\/?$/.test(tag.slice(end))) throw new Error('odd attributes');
  return found;
}
