/** Which tables stand beside a collection's own. */
import type { CollectionSpec } from '../port.ts';
import { KeptCounts } from './kept-counts.ts';
import { SearchTable } from './search-table.ts';
import type { SideTable } from './side-table.ts';

export function sideTablesOf(spec: CollectionSpec): SideTable[] {
  const search = SearchTable.of(spec);
  return [...KeptCounts.all(spec), ...(search === undefined ? [] : [search])];
}
