/** Lists as files: what an address shows as a table, whole, at the same address with an ending. */
import type { Core } from '../../core.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import { localDay } from '../../time/local-day.ts';
import type { Door } from '../door.ts';
import { API } from '../params.ts';
import { csvFile } from './csv.ts';
import type { ListRows, ListWords } from './list-file.ts';
import { xlsxFile } from './xlsx.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;
const KINDS = ['csv', 'xlsx'] as const;

export interface ListRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
}

/**
 * A list of the person's, as both kinds of files.
 * @param path of its table, below the API
 * @param list by the query of its table; checks the rights itself, as the table does
 */
export function listRoutes(
  { door, config, campaignClock }: ListRouteOptions,
  path: string,
  words: (locale: string) => Pick<ListWords<never>, 'sheet' | 'fileName'>,
  list: (person: Person, query: URLSearchParams) => Promise<ListRows> | ListRows,
): Route[] {
  return KINDS.map((kind) =>
    door.route(`${API}/${path}.${kind}`, async (person, { query }) => {
      const { sheet, fileName } = words(localeOf(person));
      const rows = await list(person, query);
      const body = await (kind === 'csv' ? csvFile(rows) : xlsxFile(rows, sheet));
      const name = fileName(localDay(campaignClock(), person.timeZone ?? config.timeZone));
      const headers = { 'Content-Disposition': `attachment; filename="${name}.${kind}"` };
      return { status: 200, body, type: TYPES[kind], headers };
    }),
  );
}
