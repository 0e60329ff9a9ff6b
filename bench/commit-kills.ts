/**
 * kill -9 at 100 random points while 20 write to the embedded store at once and share the syncs of its disk.
 * Yardstick: nothing that was acknowledged is lost, nothing is there by half or twice.
 *
 *     node bench/commit-kills.ts [kills] [seed]
 */
import { killAtCommits } from '../test/storage/commit-kills.ts';
import { figures, ms } from './report.ts';

const KILLS = Number(process.argv[2] ?? 100);
const SEED = Number(process.argv[3] ?? 1);

const began = performance.now();
const { acknowledged, untold, wrong } = await killAtCommits(KILLS, SEED);
figures(`${KILLS} kills among writes that share their syncs, seed ${SEED}`, {
  'took, the starts of the writers included': ms(performance.now() - began),
  'steps that were acknowledged': acknowledged.toLocaleString('en'),
  'steps that were written and not acknowledged': String(untold),
  'what should not be': wrong.length === 0 ? 'nothing' : wrong.slice(0, 20).join('; '),
});
if (wrong.length > 0) process.exitCode = 1;
