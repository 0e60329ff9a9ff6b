/** Names beyond this are cut at the front before anything else looks at them. */
const MAX_NAME_LENGTH = 2048;
const MAX_LABEL_LENGTH = 120;
const MAX_EXTENSION_LENGTH = 12;

/**
 * A label to show for a file, from the name that the client gave: no path, no control, bidirectional or invisible characters, at most
 * 120 UTF-16 units with the extension kept, never empty. Never used as a path.
 */
export function safeLabel(name: string): string {
  const visible = name
    .slice(-MAX_NAME_LENGTH)
    .normalize('NFC')
    // The byte order mark counts among the blanks, but shows none. Then blanks of any kind, then control, format and private characters.
    .replace(/\uFEFF/g, '')
    .replace(/[\s\p{Z}]+/gu, ' ')
    .replace(/[\p{C}\p{Bidi_Control}]/gu, '');
  const base = visible.split(/[/\\]/).findLast((part) => trimmed(part) !== '') ?? '';
  return shortened(trimmed(base)) || 'file';
}

/** The extension of a name as a label, lower case and without its dot; empty when there is none. */
export function extensionOf(name: string): string {
  const label = safeLabel(name);
  const dot = label.lastIndexOf('.');
  return dot === -1 ? '' : label.slice(dot + 1).toLowerCase();
}

/** Windows drops blanks and dots at the end of a name: `run.bat. .` is `run.bat` there. */
function trimmed(name: string): string {
  return name
    .replace(/ +/g, ' ')
    .trim()
    .replace(/[. ]+$/, '');
}

function shortened(name: string): string {
  if (name.length <= MAX_LABEL_LENGTH) return name;
  const dot = name.lastIndexOf('.');
  const extension = dot > 0 && name.length - dot <= MAX_EXTENSION_LENGTH ? name.slice(dot) : '';
  const stem = name.slice(0, MAX_LABEL_LENGTH - extension.length - 1);
  // Never half of a surrogate pair.
  return `${stem.replace(/[\uD800-\uDBFF]$/, '')}…${extension}`;
}
