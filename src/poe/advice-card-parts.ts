/** What stands in an upload and what lacks, in words. */
import type { PoeAspect } from '../claims/claim.ts';
import { listOfFirst, listText } from '../format/list.ts';
import { shorten } from '../format/shorten.ts';
import type { Lack } from './advice.ts';
import { poeTexts } from './texts.ts';

/** Bytes of JSON. */
const SPACE = { words: 90, workload: 60 } as const;
const WORKLOADS_NAMED = 3;

/** @param all nothing lacks */
export function standsText(stands: readonly PoeAspect[], all: boolean, locale: string): string {
  if (stands.length === 0) return '';
  if (all) return poeTexts(locale).allStands;
  return poeTexts(locale).stands(
    listText(
      stands.map((what) => poeTexts(locale).aspects[what]),
      locale,
    ),
  );
}

/** A sentence each, those that are missing first; workloads of one state share one. */
export function lacksTexts(lacks: readonly Lack[], customer: string, locale: string): string[] {
  const texts = (state: Lack['state']): string[] => {
    const some = lacks.filter((lack) => lack.state === state);
    const single = withoutRepeats(some.filter(({ what }) => what !== 'workload')).map((lack) =>
      lackText(lack, customer, locale),
    );
    const workloads = some.flatMap(({ workload }) => workload ?? []);
    return workloads.length === 0
      ? single
      : [...single, poeTexts(locale).lacks.workload[state](namesText(workloads, locale))];
  };
  return [...texts('missing'), ...texts('unclear')];
}

/** Where nobody has signed, nobody expects a date beside it. */
function withoutRepeats(lacks: readonly Lack[]): readonly Lack[] {
  const unsigned = lacks.some(({ what, state }) => what === 'signature' && state === 'missing');
  return unsigned ? lacks.filter(({ what, words }) => what !== 'date' || words !== undefined) : lacks;
}

function lackText({ what, state, words, page }: Lack, customer: string, locale: string): string {
  const quoted = words === undefined ? undefined : poeTexts(locale).quoted(shorten(words, SPACE.words), page);
  switch (what) {
    case 'customer':
      return poeTexts(locale).lacks.customer[state](customer, quoted);
    case 'date':
      return poeTexts(locale).lacks.date[state](quoted);
    case 'workload':
      return '';
    default:
      return poeTexts(locale).lacks[what][state];
  }
}

function namesText(workloads: readonly string[], locale: string): string {
  const names = workloads.map((name) => shorten(name, SPACE.workload));
  return listOfFirst(names, WORKLOADS_NAMED, locale);
}
