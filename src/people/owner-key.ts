/** Owner keys: the owner whom an export names and a person known here are the same where their keys are equal. Pure. */

const BLANKS = /[\s\u200b\u2060\ufeff]+/g;
const ADDRESS_PREFIX = 'upn:';
const NAME_PREFIX = 'name:';

function plain(text: string): string {
  return text.normalize('NFKC').replace(BLANKS, ' ').trim().toLowerCase();
}

/** Of a UPN or an e-mail address. */
export function addressKey(address: string): string {
  return `${ADDRESS_PREFIX}${plain(address)}`;
}

/** Of a display name. It never equals the key of an address, whatever the name is. */
export function nameKey(name: string): string {
  return `${NAME_PREFIX}${plain(name)}`;
}

/** Of an owner as an export names them: by address where the text holds an at sign, else by name. */
export function ownerKey(text: string): string {
  return text.includes('@') ? addressKey(text) : nameKey(text);
}

/** The address in a key; undefined for a name's. */
export function addressOf(key: string): string | undefined {
  return key.startsWith(ADDRESS_PREFIX) ? key.slice(ADDRESS_PREFIX.length) : undefined;
}

/** Whether a key is a display name's. */
export function isNameKey(key: string): boolean {
  return key.startsWith(NAME_PREFIX);
}
