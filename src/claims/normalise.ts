/** How texts from exports and people are compared. Pure; every stored key is made here and nowhere else. */
import { createHash } from 'node:crypto';
import { plainSigns } from '../format/plain-signs.ts';
import { plainSpelling } from '../format/plain-spelling.ts';
import { nameInOrder, ownerKey } from '../people/owner-key.ts';
import type { ClaimOwner } from './claim.ts';

/**
 * Claim IDs are opaque (docs/domain.md, "Words"). They are compared trimmed and case-insensitively, and nothing else is taken away. Only
 * canonically equal spellings (NFC) are the same; NFKC would merge IDs that merely look alike.
 */
export function claimKey(claimId: string): string {
  return claimId.normalize('NFC').trim().toLowerCase();
}

/**
 * The keys to look up an ID by that somebody wrote, in this order: as it is written; with plain signs, since chats and word processors make of
 * `-` what they like, and add marks that show nothing; and without what keeps Excel from making a number of it.
 */
export function claimKeysOf(written: string): string[] {
  return [...new Set([claimKey(written), claimKey(plainSigns(written)), claimKey(plainSpelling(written))])];
}

/** Text for searching and comparing, without accents, case and repeated blanks. Line breaks keep the parts apart. */
export function searchText(parts: readonly string[]): string {
  return parts
    .map((part) => fold(part))
    .filter((part) => part !== '')
    .join('\n');
}

/** Sorts customers; two names with the same key mean the same customer. */
export function customerKey(customerName: string): string {
  return fold(customerName);
}

/** How exports write a directory (tenant) ID. @param digits its 32 hexadecimal digits */
export function directoryIdSpellings(digits: string): string[] {
  const plain = digits.toLowerCase();
  const dashed = plain.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return [dashed, dashed.toUpperCase(), plain, plain.toUpperCase()];
}

const KEY_LENGTH = 64;
const HASH_LENGTH = 16;

/**
 * The key of a workload within its claim: letters and digits, words joined by `-`, at most 64 characters. It travels in comma-separated
 * lists (multi-choice inputs), so it never holds a comma.
 */
export function workloadKey(name: string): string {
  const slug = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  if (slug !== '' && slug.length <= KEY_LENGTH) return slug;
  const hash = createHash('sha256').update(fold(name)).digest('hex').slice(0, HASH_LENGTH);
  return `${slug.slice(0, KEY_LENGTH - HASH_LENGTH - 1).toWellFormed()}-${hash}`;
}

/** Where the signs of a mark begin, one row of signs for each of its three, so that none begins within another. Of the private use area: nobody types them. */
const MARK_ROWS = [0xe000, 0xe800, 0xf000];
const MARK_ROW_LENGTH = 2048;
/** Of the last ones, since imports ask for the same few again and again. */
const MARKS = new Map<string, string>();
const MOST_MARKS = 1_000;

/** What a claim's searchable text has for each of its workloads, to be found by the index that has that text. Three signs for its key. */
export function workloadMark(key: string): string {
  const known = MARKS.get(key);
  if (known !== undefined) return known;
  const digest = createHash('sha256').update(key).digest();
  const mark = String.fromCharCode(...MARK_ROWS.map((row, i) => row + (digest.readUInt16BE(2 * i) % MARK_ROW_LENGTH)));
  if (MARKS.size >= MOST_MARKS) MARKS.clear();
  MARKS.set(key, mark);
  return mark;
}

/** As `workloadMark`, of a workload with which something is left to do. */
export function openWorkloadMark(key: string): string {
  // No key has a blank.
  return workloadMark(`open ${key}`);
}

const ADDRESS = /[^\s<>()[\]{};,|":]+@[^\s<>()[\]{};,|":?]+/g;
/** Signs that belong to what stands around an address. */
const AROUND_ADDRESS = /^[#'.]+|['.!]+$/g;

/**
 * The owner that an export names: by UPN or e-mail where a cell holds one ("Adele Vance <adele@contoso.com>", "mailto:…", "[…]" too), else
 * by name. Undefined when both are blank.
 */
export function ownerOf(name: string, upn: string): ClaimOwner | undefined {
  const [nameCell, upnCell] = [plainSigns(name), plainSigns(upn)];
  const address = addressIn(upnCell) ?? addressIn(nameCell);
  const label = nameInOrder(nameIn(nameCell) || nameIn(upnCell)) || address;
  return label ? { key: ownerKey(address ?? label), label } : undefined;
}

function addressIn(text: string): string | undefined {
  return addressesIn(text)[0];
}

/** The addresses in a text, as they are written, without the signs around them. */
export function addressesIn(text: string): string[] {
  return [...text.matchAll(ADDRESS)]
    .map(([address]) => address.replace(AROUND_ADDRESS, ''))
    .filter((address) => /^[^@]+@[^@]+$/.test(address));
}

/** What exports hold in place of a name where nobody owns a claim. */
const NOBODY = new Set([
  '-',
  '–',
  '—',
  '.',
  '?',
  '0',
  'n/a',
  'na',
  'none',
  'nobody',
  'no owner',
  'unassigned',
  'not assigned',
  'unknown',
  'tbd',
  'open',
  'null',
]);

/** SharePoint's ways to write a person: their number in the list of people (`12;#`), and how they sign in (`i:0#.f|membership|`). */
const SHAREPOINT = /^(?:-?\d+;#)|;#.*$|\bi:0[^|]{0,6}\|[^|]*\|/g;
const SCHEMES = /\b(?:mailto|smtp|sip|upn|e-?mail):/gi;

/** What is left of a cell without addresses and the marks around them; empty for one that names nobody. */
function nameIn(text: string): string {
  const name = text
    .trim()
    .replace(SHAREPOINT, '')
    .replace(ADDRESS, ' ')
    .replace(SCHEMES, ' ')
    .replace(/[([{]\s*[)\]}]/g, ' ')
    .replace(/[<>;|"]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^'+|'+$|^[,.]+$/g, '');
  return NOBODY.has(fold(name)) ? '' : name;
}

/** Whether the mark stands in a claim's name; whatever its case and blanks (docs/domain.md, "Words"). */
export function hasMark(name: string, mark: string): boolean {
  const joined = (text: string): string => plainSigns(text).replace(/\s+/g, '').toLowerCase();
  return joined(name).includes(joined(mark));
}

export function isApproved(status: string): boolean {
  return fold(status) === 'approved';
}

function fold(text: string): string {
  const plain = /\P{ASCII}|`/u.test(text) ? plainSigns(text) : text;
  return plain.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/\s+/g, ' ').trim();
}
