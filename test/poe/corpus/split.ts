/** Holds a third of the corpus out, so that each kind, format, language, finding and refusal is on both sides where there are two of it. */
import type { SeededRandom } from '../../../scripts/sample/random.ts';
import type { Entry } from './model.ts';

export function splitCorpus(entries: Entry[], random: SeededRandom): void {
  const order = [...entries].sort((a, b) => groupOf(a).localeCompare(groupOf(b), 'en'));
  const start = random.below(3);
  for (const [at, entry] of order.entries()) entry.split = at % 3 === start ? 'held-out' : 'open';
  for (let round = 0; round < 50 && !settled(entries); round += 1);
}

const groupOf = ({ kind, expected, scan, format, language }: Entry) =>
  `${scan} ${kind} ${language} ${expected.refused ?? `${expected.findings.signature} ${expected.findings.date}`} ${format}`;

/** Moves one entry for each feature of which a side has too few; true when there was none. */
function settled(entries: Entry[]): boolean {
  let good = true;
  const byFeature = new Map<string, Entry[]>();
  for (const entry of entries)
    for (const feature of featuresOf(entry)) byFeature.set(feature, [...(byFeature.get(feature) ?? []), entry]);
  for (const [, having] of byFeature) {
    if (having.length < 2) continue;
    const held = having.filter(({ split }) => split === 'held-out');
    const open = having.filter(({ split }) => split === 'open');
    const fewest = Math.max(1, Math.floor(having.length / 4));
    const [moved, to] =
      held.length < fewest
        ? ([open.at(-1), 'held-out'] as const)
        : open.length < fewest
          ? ([held.at(-1), 'open'] as const)
          : ([undefined, 'open'] as const);
    if (moved === undefined) continue;
    good = false;
    moved.split = to;
  }
  return good;
}

function featuresOf({ kind, format, language, scan, expected }: Entry): string[] {
  const features = [`kind ${kind}`, `format ${format}`, `language ${language}`];
  if (expected.findings === null) return [...features, `refused ${expected.refused}`];
  const { workloads, ...rest } = expected.findings;
  const states = [...Object.entries(rest), ...Object.values(workloads).map((state) => ['workload', state])];
  return [...features, ...states.map(([key, state]) => `${scan ? 'scan' : 'text'} ${key} ${state}`)];
}
