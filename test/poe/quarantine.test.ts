import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pino } from 'pino';
import type { Attempt } from '../../src/outbox/attempt.ts';
import { People } from '../../src/people/people.ts';
import type { Person } from '../../src/people/person.ts';
import type { DraftFile } from '../../src/poe/drafts.ts';
import { Quarantine } from '../../src/poe/quarantine.ts';
import { QuarantineRunner } from '../../src/poe/quarantine-runner.ts';
import type { Reply } from '../../src/turn.ts';
import { pdfOf } from '../files/documents.ts';
import { eachEngine, type OpenEngine } from '../support/engines.ts';

const TENANT = 't1';
const MINUTE = 60_000;

describe('a document that waits for the virus scanner', () => {
  eachEngine((_, openEngine) => {
    let engine: OpenEngine;
    let quarantine: Quarantine;
    let adele: Person;
    let later: number;
    let state: 'clean' | 'away';
    /** What Teams answers, one after the other; then it takes all. */
    let attempts: (Attempt | 'killed')[];
    let told: string[];
    let read: number;
    /** While it is scanned. */
    let onScan: () => Promise<unknown>;
    let file: DraftFile;
    const base = Date.now();
    const now = () => new Date(base + later);

    beforeEach(async () => {
      [later, state, attempts, told, read] = [0, 'clean', [], [], 0];
      engine = await openEngine(now);
      quarantine = new Quarantine(engine.store, now);
      const people = new People(engine.store);
      await engine.store.setUp();
      const seen = await people.recordSighting({
        tenantId: TENANT,
        userId: 'adele',
        name: 'Adele Vance',
        reference: '{}',
      });
      adele = await people.recordRosterEntry(seen, { name: 'Adele Vance', upn: 'adelev@contoso.example' }, now());
      const bytes = pdfOf(['Statement of Work']);
      const source = [bytes] as unknown as AsyncIterable<Uint8Array>;
      const { sha256 } = await engine.vault.put(TENANT, source, bytes.length);
      file = { sha256, name: 'sow.pdf', size: bytes.length, kind: 'pdf' };
      await quarantine.hold(adele, file, '');
      await quarantine.hold(adele, file, '');
      onScan = async () => undefined;
      later = MINUTE;
    });
    afterEach(() => engine?.dispose());

    /** One instance of the bot. */
    const instance = () =>
      new QuarantineRunner({
        ...{ quarantine, vault: engine.vault, tempDir: join(engine.place.dataDir, 'tmp'), newId: randomUUID },
        ...{ people: new People(engine.store), realTime: now, campaignClock: now, random: () => 0.5 },
        log: pino({ level: 'silent' }),
        scanner: {
          scan: async () => {
            await onScan();
            return state;
          },
        },
        proposals: {
          read: async () => {
            read += 1;
          },
          chosen: async () => [],
          propose: async () => [{ _id: 'draft-1' }],
        } as never,
        tickets: { attach: async () => undefined },
        exports: { inspect: async () => ({ isExport: true }), open: async () => ({ _id: 'import-1' }) },
        tell: async () => ({ text: 'scanned' }),
        proactive: {
          post: async (_reference: string, { text = '' }: Reply) => {
            told.push(text);
            const attempt = attempts.shift() ?? { kind: 'sent' as const };
            if (attempt === 'killed') throw new Error('the process is gone');
            return attempt;
          },
        } as never,
      });
    const killed = () =>
      instance()
        .run()
        .catch(() => undefined);

    it('is scanned, read and told of once, by two instances at once', async () => {
      await Promise.all([instance().run(), instance().run()]);
      await instance().run();
      assert.deepEqual([told.length, read, await quarantine.count()], [1, 1, 0]);
    });

    it('waits while the scanner is away, and is not read', async () => {
      state = 'away';
      await instance().run();
      assert.deepEqual([told.length, read, await quarantine.count()], [0, 0, 1]);
      state = 'clean';
      await instance().run();
      assert.equal(told.length, 0, 'before its time');
      later += MINUTE;
      await instance().run();
      assert.deepEqual([told.length, read], [1, 1]);
    });

    it('is scanned once more where it is sent again in the middle of its scan', async () => {
      onScan = () => quarantine.hold(adele, file, 'for Fabrikam');
      await instance().run();
      assert.deepEqual([told.length, await quarantine.count()], [0, 1]);
      onScan = async () => undefined;
      later += MINUTE;
      await instance().run();
      assert.deepEqual([told.length, read, await quarantine.count()], [1, 2, 0]);
    });

    it('is told of again where a kill came in the middle, once its lease is over, and not a third time', async () => {
      attempts = ['killed', 'killed', 'killed'];
      await killed();
      await killed();
      assert.equal(told.length, 1, 'while it is leased');
      for (let times = 0; times < 4; times++) {
        later += 10 * MINUTE;
        await killed();
      }
      assert.deepEqual([told.length, read, await quarantine.count()], [2, 1, 0]);
    });

    it('is told of after a pause where Teams takes nothing now, however often, and not again where it may have come', async () => {
      const throttled = { kind: 'refused', status: 429 } as const;
      attempts = [throttled, throttled, throttled, { kind: 'refused', status: 503 }];
      for (let times = 0; times < 6; times++) {
        await instance().run();
        later += 10 * MINUTE;
      }
      assert.deepEqual([told.length, await quarantine.count()], [4, 0]);
    });

    it('that is gone from the vault is told of as such', async () => {
      await engine.vault.removePutBefore(TENANT, (await first())?.file.sha256 ?? '', new Date(base + 10 * MINUTE));
      later += 10 * MINUTE;
      await killed();
      assert.deepEqual([told.length, read, await quarantine.count()], [1, 0, 0]);
    });

    const first = () => quarantine.takeDue(TENANT);
  });
});
