/** The three programs of the notice, from the free spellings found in exports. Pure. */

export const PROGRAMS = ['OSU Microsoft 365', 'OSU Business Applications', 'OSA Sell'] as const;
export type Program = (typeof PROGRAMS)[number];

/** Spellings, on folded words, and the one word that stands for them. The order counts: long ones before their parts. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/\bonline services? usage\b/g, 'osu'],
  [/\bonline services? advis[eo]r\b/g, 'osa'],
  [/\b(?:microsoft|office|ms|m|o) ?365\b/g, 'm365'],
  [/\bbusiness app(?:lication)?s?\b|\bbiz ?apps?\b|\bdynamics(?: ?365)?\b|\bd ?365\b/g, 'bizapps'],
  [/\busage\b/g, 'osu'],
  [/\bselling\b/g, 'sell'],
];
/** Words that say nothing about which program it is. */
const FILLERS = new Set([
  'microsoft',
  'program',
  'programme',
  'programs',
  'incentive',
  'incentives',
  'partner',
  'cpor',
  'for',
  'and',
  'the',
]);

const COMBINATIONS: ReadonlyMap<string, Program> = new Map([
  ['m365 osu', 'OSU Microsoft 365'],
  ['bizapps osu', 'OSU Business Applications'],
  ['osa', 'OSA Sell'],
  ['osa sell', 'OSA Sell'],
  ['bizapps osa sell', 'OSA Sell'],
]);

/** The canonical name where the words name exactly one of the three programs; anything else is kept as given, trimmed. */
export function canonicalProgram(text: string): string {
  let words = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/\b(OS[UA])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ');
  for (const [spelling, word] of WORDS) words = words.replace(spelling, word);
  const significant = new Set(
    words.split(' ').filter((word) => word !== '' && !FILLERS.has(word) && !/^fy\d+$/.test(word)),
  );
  return COMBINATIONS.get([...significant].sort().join(' ')) ?? text.trim();
}
