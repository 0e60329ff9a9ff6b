/** better-sqlite3 and restify need a current Node; on an older one they crash with words that help nobody. */
export const OLDEST_NODE = 24;

export function nodeIsTooOld(version: string): boolean {
  return Number.parseInt(version, 10) < OLDEST_NODE;
}
