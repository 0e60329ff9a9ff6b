/** Text as it was meant: without marks that show nothing, and with the signs that a keyboard has. Pure. */

/**
 * Marks that show nothing and that word processors, chats and web pages leave in what people copy: soft hyphen, blanks without width,
 * marks of direction, joiners, byte order mark.
 */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/g;
/** These two shape letters in Persian, Indic scripts and emoji, and mean nothing at the edge of a text and beside Latin letters, digits and signs. */
const IDLE_JOINERS = /(?<=^|[\0-\u024f])[\u200c\u200d]+|(?<![\u200c\u200d])[\u200c\u200d]+(?=$|[\0-\u024f])/g;

const HYPHENS = /[\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]/g;
const SINGLE_QUOTES = /[\u2018-\u201b\u2032\u2035\u02bc\u00b4`\uff07]/g;
const DOUBLE_QUOTES = /[\u201c-\u201f\u2033\u2036\u00ab\u00bb\u301d-\u301f\uff02]/g;
const BLANKS = /[\p{Zs}]/gu;

/** What can be seen of a text: without marks that show nothing. */
export function visibleText(text: string): string {
  return text.replace(INVISIBLE, '').replace(IDLE_JOINERS, '');
}

/**
 * For IDs, addresses, names and headers: without marks that show nothing, and with a keyboard's hyphens, quotes and blanks in place of
 * typographic ones. Whoever looks something up by it tries the text as it was written first.
 */
export function plainSigns(text: string): string {
  return visibleText(text)
    .replace(HYPHENS, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(BLANKS, ' ');
}
