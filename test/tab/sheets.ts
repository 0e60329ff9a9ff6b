/** What a spreadsheet reads of a list that the server made. */
import assert from 'node:assert/strict';
import { read, utils, type WorkSheet } from '@e965/xlsx';
import type { Person } from '../../src/people/person.ts';
import type { TabServer } from './tab-server.ts';

/** Of its first sheet. */
export function sheetOf(bytes: Buffer): WorkSheet {
  const book = read(bytes);
  const [name = ''] = book.SheetNames;
  return book.Sheets[name] ?? {};
}

/** Its rows, the head first. @param path below the API, with the ending `.xlsx` in it */
export async function listedRows(tab: TabServer, person: Person, path: string): Promise<(string | number)[][]> {
  const response = await tab.get(path, await tab.as(person));
  assert.equal(response.status, 200, await response.clone().text());
  return utils.sheet_to_json(sheetOf(Buffer.from(await response.arrayBuffer())), { header: 1, defval: '' });
}
