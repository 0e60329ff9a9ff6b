/**
 * An export of 100,000 rows through the chat, while another person keeps asking: how long it takes, how long the others wait, what it
 * costs in memory. Yardstick in the same run: the same person asking the same bot before, with nothing else going on.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { exportOf, openWorld } from '../test/e2e/world.ts';
import { figures, mib, ms, quantile } from './report.ts';

const ROWS = 100_000;
const ROWS_A_CLAIM = 2;
const TURNS_BEFORE = 300;

const engine = process.env.TEST_MONGODB_URI && process.argv.includes('--mongodb') ? 'mongodb' : 'sqlite';
const world = await openWorld(engine);
const { teams } = world;
const lead = teams.person({ name: 'Isaiah Langer' });
const adele = teams.person({ name: 'Adele Vance' });

async function ask(): Promise<number> {
  const before = performance.now();
  await adele.chat.says('what needs POE');
  return performance.now() - before;
}

await lead.chat.drops([{ name: 'warm.csv', bytes: exportOf([{ claim: 'WARM-1' }]) }]);
for (let i = 0; i < 50; i++) await ask();
const alone: number[] = [];
for (let i = 0; i < TURNS_BEFORE; i++) alone.push(await ask());

const rows = Array.from({ length: ROWS }, (_, i) => ({
  claim: `CLM-${Math.floor(i / ROWS_A_CLAIM)}`,
  customer: `Customer ${Math.floor(i / ROWS_A_CLAIM) % 5_000}`,
  workload: i % ROWS_A_CLAIM === 0 ? 'Exchange Online' : 'Microsoft Teams',
  owner: `person${Math.floor(i / ROWS_A_CLAIM) % 200}@contoso.example`,
}));
const bytes = exportOf(rows);
const rssBefore = process.memoryUsage().rss;
let rssPeak = 0;
const sampling = setInterval(() => {
  rssPeak = Math.max(rssPeak, process.memoryUsage().rss);
}, 100);
const blocked = monitorEventLoopDelay({ resolution: 5 });
blocked.enable();

const during: number[] = [];
let importing = true;
const asking = (async () => {
  while (importing) during.push(await ask());
})();

const started = performance.now();
const preview = await lead.chat.drops([{ name: 'all.csv', bytes }]);
const card =
  preview.cards.length > 0 ? preview.card : (await lead.chat.next(/Import preview/, { timeoutMs: 120_000 })).cards[0];
if (card === undefined) throw new Error('no preview came');
const previewed = performance.now();
const pressed = await lead.chat.presses(card, 'Import');
if (!/Imported all/.test(pressed.text)) await lead.chat.next(/import of all\.csv is done/, { timeoutMs: 300_000 });
const ended = performance.now();
importing = false;
await asking;
clearInterval(sampling);
blocked.disable();

const list: number[] = [];
for (let i = 0; i < TURNS_BEFORE; i++) {
  const before = performance.now();
  await lead.chat.says('what needs POE');
  list.push(performance.now() - before);
}

const undoBlocked = monitorEventLoopDelay({ resolution: 5 });
const imports = await lead.chat.says('imports');
undoBlocked.enable();
const undoStarted = performance.now();
const undone = await lead.chat.presses(imports.card, 'Undo this import', {}, { index: 0 });
if (!/^Undone/m.test(undone.text)) await lead.chat.next(/import of all\.csv is undone/, { timeoutMs: 300_000 });
const undoEnded = performance.now();
undoBlocked.disable();

figures(`import of ${ROWS.toLocaleString('en')} rows (${mib(bytes.length)}), ${engine}`, {
  'preview after': ms(previewed - started),
  'import after "Import"': ms(ended - previewed),
  'rows a second, preview and import': Math.round((ROWS / (ended - started)) * 1_000).toLocaleString('en'),
  'longest block of the event loop': ms(blocked.max / 1e6),
  'another’s turn meanwhile, median / p99 / longest': `${ms(quantile(during, 0.5))} / ${ms(quantile(during, 0.99))} / ${ms(quantile(during, 1))} (${during.length} turns)`,
  'yardstick: the same turn before, median / p99': `${ms(quantile(alone, 0.5))} / ${ms(quantile(alone, 0.99))}`,
  'the lead’s list at 50,000 claims, median / p99': `${ms(quantile(list, 0.5))} / ${ms(quantile(list, 0.99))}`,
  'undo of it, longest block of the event loop meanwhile': `${ms(undoEnded - undoStarted)}, ${ms(undoBlocked.max / 1e6)}`,
  'memory before / peak': `${mib(rssBefore)} / ${mib(rssPeak)}`,
});
await world.dispose();
