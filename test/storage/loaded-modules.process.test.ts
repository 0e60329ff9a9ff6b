/** What a start takes into memory. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { ROOT, runNode } from '../support/child.ts';
import { newPlace, removePlace } from '../support/engines.ts';

describe('the bot on the embedded store', () => {
  it("loads neither MongoDB's driver nor the library of the templating language", async () => {
    const place = await newPlace('');
    const script = `
      import { createRequire } from 'node:module';
      await import(${JSON.stringify(join(ROOT, 'src/app.ts'))});
      const { openStore } = await import(${JSON.stringify(join(ROOT, 'src/storage/open-store.ts'))});
      const { store } = await openStore({ dataDir: process.env.DATA_DIR, now: () => new Date() });
      await store.close();
      const loaded = Object.keys(createRequire(import.meta.url).cache);
      console.log([...new Set(loaded.map((path) => /node_modules\\/([^/]+)/.exec(path)?.[1]))].join(' '));`;
    try {
      const { code, stdout, stderr } = await runNode(['--input-type=module', '-e', script], {
        DATA_DIR: place.dataDir,
      }).ended;
      assert.equal(code, 0, stderr);
      assert.match(stdout, / botbuilder /);
      assert.doesNotMatch(stdout, / (?:mongodb|bson|adaptive-expressions|adaptivecards-templating) /);
    } finally {
      await removePlace(place);
    }
  });
});
