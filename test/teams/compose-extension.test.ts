import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IncomingActivity } from '../../src/teams/activity.ts';
import { SEARCH_WITHIN_MS, searchAnswer, searchOf } from '../../src/teams/compose-extension.ts';

const search = (value: unknown, more: object = {}) =>
  searchOf({ type: 'invoke', name: 'composeExtension/query', value, ...more } as IncomingActivity);
const typed = (value: unknown) => ({ commandId: 'find', parameters: [{ name: 'text', value }] });

describe('a search', () => {
  it('is read as the manifest declares it', () => {
    const file = join(import.meta.dirname, '../../manifest/manifest.json');
    const { composeExtensions } = JSON.parse(readFileSync(file, 'utf8'));
    const [{ id, parameters }] = composeExtensions[0].commands;
    const value = { commandId: id, parameters: [{ name: parameters[0].name, value: 'CLM-1' }] };
    assert.deepEqual(search(value), { kind: 'text', text: 'CLM-1' });
  });

  it('is in one line, without control characters', () => {
    assert.deepEqual(search(typed(' a\u0000 b\n\u00a0c\u0007 ')), { kind: 'text', text: 'a b c' });
  });

  it('of nothing typed is the first run', () => {
    for (const value of ['true', true, ''])
      assert.deepEqual(search({ commandId: 'find', parameters: [{ name: 'initialRun', value }] }), {
        kind: 'text',
        text: '',
      });
    assert.deepEqual(search(typed('')), { kind: 'text', text: '' });
  });

  it('is for the first page only, whatever stands there as a page', () => {
    assert.deepEqual(search({ ...typed('x'), queryOptions: { skip: 25, count: 25 } }), { kind: 'nothing' });
    for (const queryOptions of [{ skip: 0 }, {}, null, 'x', { skip: 'x' }, { skip: -1 }])
      assert.deepEqual(search({ ...typed('x'), queryOptions }), { kind: 'text', text: 'x' });
  });

  it('of two hundred characters is one, of more none', () => {
    assert.equal(search(typed('x'.repeat(200)))?.kind, 'text');
    assert.equal(search(typed('x'.repeat(201)))?.kind, 'nothing');
  });

  it('is not seen in other invokes and in messages', () => {
    assert.equal(search(typed('x'), { name: 'composeExtension/queryLink' }), undefined);
    assert.equal(search(typed('x'), { type: 'message' }), undefined);
  });

  it('is answered before Teams gives up, after 5 s, with time for the way', () => {
    assert.ok(SEARCH_WITHIN_MS >= 2_000 && SEARCH_WITHIN_MS <= 4_500);
  });

  it('that finds nothing is an empty list, or a sentence', () => {
    const empty = { type: 'result', attachmentLayout: 'list', attachments: [] };
    const answer = (message?: string) =>
      searchAnswer({ items: [], ...(message !== undefined && { message }) }, () => ({})).body;
    assert.deepEqual(answer(), { composeExtension: empty });
    assert.deepEqual(answer('Nothing.'), { composeExtension: { type: 'message', text: 'Nothing.' } });
  });
});
