/** Lists that are shown page by page. Pages count from 0. */

/** The page to show: the one asked for, or the last one where it lies past the end. */
export function pageWithin(asked: number, total: number, pageSize: number): number {
  return Math.max(0, Math.min(asked, Math.ceil(total / pageSize) - 1));
}
