/** Lists that are shown page by page. Pages count from 0. */

/** The page to show: the one asked for, or the last one where it lies past the end. */
export function pageWithin(asked: number, total: number, pageSize: number): number {
  return Math.max(0, Math.min(asked, Math.ceil(total / pageSize) - 1));
}

/** The part of a list that is on the page to show (`pageWithin`), and which page that is. */
export function pageOf<T>(
  all: readonly T[],
  asked: number,
  pageSize: number,
): { readonly page: number; readonly rows: readonly T[] } {
  const page = pageWithin(asked, all.length, pageSize);
  return { page, rows: all.slice(page * pageSize, (page + 1) * pageSize) };
}

export function hasNextPage(page: number, total: number, pageSize: number): boolean {
  return (page + 1) * pageSize < total;
}
