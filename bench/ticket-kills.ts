/**
 * kill -9 at 100 random points between the submit of a ticket and its delivery to the desk and the help-desk system: what was lost, and
 * what came twice. Yardstick: nothing acknowledged is lost, and no ticket has more than one card too many, each after a lost answer.
 * On the embedded engine, and on MongoDB too where TEST_MONGODB_URI names one.
 *
 *     node bench/ticket-kills.ts [kills] [seed]
 */
import { killAtTickets } from '../test/e2e/ticket-kills.ts';
import { engineUris } from '../test/e2e/world.ts';
import { figures, ms } from './report.ts';

const KILLS = Number(process.argv[2] ?? 100);
const SEED = Number(process.argv[3] ?? 1);

for (const [engine, uri] of engineUris()) {
  const began = performance.now();
  const outcome = await killAtTickets(uri, KILLS, SEED);
  const { kills, tickets, answeredBefore, copies, givenUp, givenUpUnseen, keysAgain, wrong } = outcome;
  figures(`${KILLS} kills between submit and delivery, ${engine}, seed ${SEED}`, {
    'took, the starts of the bot included': ms(performance.now() - began),
    ...Object.fromEntries(Object.entries(kills).map(([point, n]) => [`killed at: ${point}`, String(n)])),
    'tickets, one a kill; those “asked twice” met two': String(tickets),
    'answered before the kill, and nothing of them lost': String(answeredBefore),
    'copies of desk cards, one a ticket at most': String(copies),
    'cards given up after two lost answers, for a lead': `${givenUp} (none of the two arrived: ${givenUpUnseen})`,
    'webhooks that came again by their key': String(keysAgain),
    'what should not be': wrong.length === 0 ? 'nothing' : wrong.join('; '),
  });
  if (wrong.length > 0) process.exitCode = 1;
}
