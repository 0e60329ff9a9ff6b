/** Numbers as people read them. */

/** "1 claim", "4,012 claims" */
export function countText(n: number, one: string, many: string, locale: string): string {
  return `${n.toLocaleString(locale)} ${n === 1 ? one : many}`;
}
