/** Owner keys: the owner whom an export names and a person known here are the same where their keys are equal. Pure. */
import { plainSigns } from '../format/plain-signs.ts';

const ADDRESS_PREFIX = 'upn:';
const NAME_PREFIX = 'name:';

function plain(text: string): string {
  return plainSigns(text.normalize('NFKC')).replace(/\s+/g, ' ').trim().toLowerCase();
}

/** Of a UPN or an e-mail address. */
export function addressKey(address: string): string {
  return `${ADDRESS_PREFIX}${plain(address)}`;
}

/** Of a display name. It never equals the key of an address, whatever the name is. */
export function nameKey(name: string): string {
  return `${NAME_PREFIX}${plain(nameInOrder(name))}`;
}

const COMPANY = /\s*(?:\([^()]*\)|\[[^[\]]*\])$/;
const LAST_FIRST = /^([^,]+),\s*([^,]+)$/;

/** As people call each other: "Vance, Adele (Contoso)", as directories list people, is Adele Vance. */
export function nameInOrder(name: string): string {
  const bare = name.trim().replace(COMPANY, '') || name.trim();
  const parts = LAST_FIRST.exec(bare);
  return parts ? `${parts[2]} ${parts[1]}` : bare;
}

/** Of an owner as an export names them: by address where the text holds an at sign, else by name. */
export function ownerKey(text: string): string {
  return text.includes('@') ? addressKey(text) : nameKey(text);
}

/** The address in a key; undefined for a name's. */
export function addressOf(key: string): string | undefined {
  return key.startsWith(ADDRESS_PREFIX) ? key.slice(ADDRESS_PREFIX.length) : undefined;
}

/** The name in a display name's key. */
export function nameOf(key: string): string {
  return key.slice(NAME_PREFIX.length);
}

/** Whether a key is a display name's. */
export function isNameKey(key: string): boolean {
  return key.startsWith(NAME_PREFIX);
}
