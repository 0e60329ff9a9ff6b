/** Presses that no card of ours sends: every verb with data of every shape. Nothing breaks, and nothing changes. */
import { strict as assert } from 'node:assert';
import Database from 'better-sqlite3';
import { verbSchemas } from '../../src/verbs/index.ts';
import { button } from '../support/cards.ts';
import { seeded } from '../support/random.ts';
import { importRows, openWorld, pdf, type World } from './world.ts';

const SHAPES: readonly unknown[] = [
  undefined,
  null,
  '',
  ' ',
  '0',
  -1,
  Number.MAX_VALUE,
  1.5,
  true,
  [],
  [''],
  {},
  { $ne: '' },
  { $gt: '' },
  { length: 1 },
  '__proto__',
  'constructor',
  '../../etc/passwd',
  "'; DROP TABLE associations; --",
  '${claim}',
  '\u0000',
  '\ud800',
  '∅',
  '{"page":1}',
  'x'.repeat(100),
  '東'.repeat(100),
  'x'.repeat(20_000),
  'exchange-online',
  'exchange-online,teams',
  'none',
  'mine',
];
const FIELDS = [
  'claim',
  'workload',
  'once',
  'list',
  'workloadPage',
  'page',
  'program',
  'owner',
  'text',
  'draft',
  'shown',
  'claimText',
  'workloads',
  'job',
  'column0',
  'column1',
  '__proto__',
  'verb',
  'tenantId',
  'constructor',
  'sha256',
  'drafts',
  'why',
  'reason',
];

describe('a press that no card sends', () => {
  let world: World;
  const foreign: string[] = [];

  before(async () => {
    world = await openWorld('sqlite', { env: { LEADS: 'isaiahl@contoso.example' } });
    const lead = world.teams.person({ name: 'Isaiah Langer' });
    await importRows(lead, [{ claim: 'OTHER-1', customer: 'Woodgrove', owner: 'meganb@contoso.example' }]);
    const claim = await lead.chat.says('claim OTHER-1');
    foreign.push((button(claim.card, 'Upload POE').data as { claim: string }).claim);
    const form = await lead.chat.drops([{ name: 'OTHER-1.pdf', bytes: pdf('x') }]);
    foreign.push((button(form.card, 'File POE').data as { draft: string }).draft);
    const filed = await lead.chat.presses(form.card, 'File POE');
    foreign.push((button(filed.card, 'Download OTHER-1.pdf').data as { sha256: string }).sha256);
  });
  after(() => world?.dispose());

  /** All that presses may change. */
  function state(): string {
    const store = new Database(`${world.place.dataDir}/store.sqlite`, { readonly: true });
    try {
      const tables = ['associations', 'poe_drafts', 'poe_offers', 'import_jobs', 'association_facets'];
      return JSON.stringify(tables.map((table) => store.prepare(`SELECT doc FROM ${table} ORDER BY _id`).all()));
    } finally {
      store.close();
    }
  }

  for (const verb of [...Object.keys(verbSchemas), 'toString', '__proto__', '']) {
    it(`is answered and changes nothing: ${verb || 'without a name'}`, async () => {
      const next = seeded(verb.length + 7);
      const pick = <T>(items: readonly T[]): T => items[Math.floor(next() * items.length)] as T;
      const adele = world.teams.person({ name: 'Adele Vance' });
      await adele.chat.says('help');
      const before = state();
      for (let i = 0; i < 40; i++) {
        const filled = FIELDS.filter(() => next() < 0.9).map((name) => [
          name,
          pick([...SHAPES, ...foreign, ...foreign]),
        ]);
        const data = i < SHAPES.length && i % 3 === 0 ? SHAPES[i] : Object.fromEntries(filled);
        const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
        const answer = await adele.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value });
        const what = `${verb} ${JSON.stringify(data)?.slice(0, 400)}`;
        assert.equal(answer.status, 200, what);
        assert.notEqual(answer.text, '', what);
        assert.doesNotMatch(answer.text, /went wrong|Woodgrove/, what);
        const submitted = await adele.chat.sends({ type: 'message', value: { ...(data as object), verb } });
        assert.equal(submitted.status, 200, what);
        assert.doesNotMatch(submitted.text, /went wrong|Woodgrove/, what);
      }
      assert.equal(state(), before);
    });
  }
});
