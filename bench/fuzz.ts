/**
 * `npm run test:fuzz`: hostile input, at random and the same for a seed: activities and requests of the tab on each engine, exports,
 * documents. Yardstick: no crash, no hang, no failure of ours, nothing of another tenant, no memory that grows. MongoDB where
 * TEST_MONGODB_URI names one. All of it takes hours.
 *
 *     npm run test:fuzz -- --cases 2000 --seed 7 --only documents
 *     npm run test:fuzz -- --only 'activities on SQLite' --seed 7 --path 1203:4:1
 */
import { parseArgs } from 'node:util';
import { engineUris, openWorld } from '../test/e2e/world.ts';
import { FUZZ_LEADS, fuzzActivities } from '../test/fuzz/activities.ts';
import { fuzzDocuments } from '../test/fuzz/documents.ts';
import { fuzzExports } from '../test/fuzz/exports.ts';
import type { FuzzOptions, FuzzOutcome } from '../test/fuzz/fuzzer.ts';
import { fuzzTab } from '../test/fuzz/tab.ts';
import { figures, ms } from './report.ts';

interface Kind {
  readonly name: string;
  /** Of all cases, beside the others'. */
  readonly share: number;
  readonly fuzz: (options: FuzzOptions) => Promise<FuzzOutcome>;
}

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    engine: { type: 'string' },
    only: { type: 'string', multiple: true },
    path: { type: 'string' },
  },
});
const [cases, seed] = [Number(values.cases), Number(values.seed)];
const engines = engineUris().filter(
  ([, uri]) => !values.engine || (values.engine === 'sqlite') === (uri === undefined),
);

async function activities(uri: string | undefined, options: FuzzOptions): Promise<FuzzOutcome> {
  const world = await openWorld(uri === undefined ? 'sqlite' : 'mongodb', { env: { LEADS: FUZZ_LEADS } });
  try {
    return await fuzzActivities(world, options);
  } finally {
    await world.dispose();
  }
}

const onEngines = engines.flatMap(([on, uri]): Kind[] => [
  { name: `activities ${on}`, share: 0.5 / engines.length, fuzz: (options) => activities(uri, options) },
  { name: `the tab ${on}`, share: 0.3 / engines.length, fuzz: (options) => fuzzTab(uri, options) },
]);
const KINDS: readonly Kind[] = [
  { name: 'exports', share: 0.17, fuzz: fuzzExports },
  { name: 'documents', share: 0.03, fuzz: fuzzDocuments },
  ...onEngines,
];
const kinds = KINDS.filter(({ name }) => values.only === undefined || values.only.some((one) => name.includes(one)));
const shares = kinds.reduce((sum, { share }) => sum + share, 0);

let all = 0;
for (const { name, share, fuzz } of kinds) {
  const began = performance.now();
  const say = (line: string): void => console.log(`${ms(performance.now() - began).padStart(8)}  ${name}: ${line}`);
  const { outcomes, wrong, memory } = await fuzz({
    ...{ cases: Math.round((cases * share) / shares), seed, path: values.path, say },
  });
  const tried = [...outcomes.values()].reduce((sum, n) => sum + n, 0);
  all += tried;
  figures(`${tried} ${name}, seed ${seed}`, {
    took: ms(performance.now() - began),
    ...Object.fromEntries([...outcomes].sort(([, a], [, b]) => b - a).map(([what, n]) => [what, String(n)])),
    memory,
    'what should not be': wrong.length === 0 ? 'nothing' : `\n    ${wrong.join('\n    ')}`,
  });
  if (wrong.length > 0) process.exitCode = 1;
}
console.log(`\n${all} cases in all, seed ${seed}`);
