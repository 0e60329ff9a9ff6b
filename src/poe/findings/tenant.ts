/** Whether the customer's directory (tenant) ID or domain is there, or a host of that domain: one of them is enough. Pure. */
import { bestOf, type ClaimToCheck, type Finding, finding, MISSING } from './finding.ts';
import type { Passage } from './view.ts';

/** Hexadecimal digits with dashes, and broken at the end of a line. */
const TENANT_ID = /(?<![\p{L}\p{N}])[\da-fOolISsB](?:[-\s‐‑–]{0,2}[\da-fOolISsB]){31}(?![\p{L}\p{N}])/giu;
const HOST =
  /(?<![\p{L}\p{N}.-])[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?(?:\.[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?)+(?![\p{L}\p{N}-])/gu;
/** In a scan any letter may stand for a digit. */
const SCANNED_ID = /(?<![\p{L}\p{N}])[\da-z](?:[-\s‐‑–]{0,2}[\da-z]){31}(?![\p{L}\p{N}])/giu;
/** Of the 32 digits of an ID, so many may be misread: no other directory's is as near. */
const MOST_SLIPS = 2;
/** Letters that scans have in place of digits; none of them is a hexadecimal one. */
const LIKE_DIGITS: Readonly<Record<string, string>> = { o: '0', l: '1', i: '1', s: '5' };

export function tenantOrDomain(
  { tenantId, domain }: Pick<ClaimToCheck, 'tenantId' | 'domain'>,
  passages: readonly Passage[],
): Finding {
  const id = tenantId?.toLowerCase().replace(/[^\da-f]/g, '') ?? '';
  const host = domain === undefined ? '' : hostOf(domain);
  // An address may be broken behind a dot, at the end of a line.
  const whole = passages.map((passage) => ({ ...passage, text: passage.text.replace(/\.\n(?=\p{Ll}{2})/gu, '.') }));
  const found = whole.flatMap((passage): Finding[] => [
    ...(id === '' ? [] : idsIn(passage, id)),
    ...(host === '' ? [] : hostsIn(passage, host)),
  ]);
  return found.length === 0 ? MISSING : bestOf(found);
}

/** The directory IDs that stand there, 32 digits each. */
export function directoryIds({ text, scan }: Passage): string[] {
  return [...text.matchAll(TENANT_ID)].map(([words]) => plain(words, scan));
}

/** The hosts that stand there, as sites and in e-mail addresses. */
export function hostsOf(text: string): string[] {
  return [...text.matchAll(HOST)].map(([words]) => hostOf(words));
}

function idsIn({ text, page, scan }: Passage, id: string): Finding[] {
  return [...text.matchAll(scan ? SCANNED_ID : TENANT_ID)]
    .filter(([words]) => slips(plain(words, scan), id) <= (scan ? MOST_SLIPS : 0))
    .map(([words]) => finding('ok', words, page));
}

/** How many signs of the two differ. */
function slips(one: string, other: string): number {
  return [...one].filter((sign, at) => sign !== other[at]).length;
}

function plain(words: string, scan: boolean): string {
  const signs = words.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return scan ? signs.replace(/[olis]/g, (sign) => LIKE_DIGITS[sign] ?? sign) : signs;
}

function hostsIn({ text, page, scan }: Passage, host: string): Finding[] {
  const seen = (each: string): string => (scan ? each.replace(/[li1]/g, 'l').replace(/0/g, 'o') : each);
  return [...text.matchAll(HOST)]
    .filter(([words]) => `.${seen(hostOf(words))}`.endsWith(`.${seen(host)}`))
    .map(({ 0: words, index }) => finding('ok', addressAround(text, index, words), page));
}

/** The e-mail address that the host is a part of. */
function addressAround(text: string, at: number, host: string): string {
  const before = /[^\s<>();:,]*@$/.exec(text.slice(Math.max(0, at - 80), at))?.[0] ?? '';
  return before + host;
}

/** Lower case, without what stands in front of a site's name. */
function hostOf(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^@/, '')
    .replace(/\/.*$/, '')
    .replace(/^www\./, '')
    .replace(/\.$/, '');
}
