/** What anybody may ask of the tab, with good and bad tokens, addresses, bodies and files. */
import {
  type Arbitrary,
  array,
  constant,
  constantFrom,
  dictionary,
  nat,
  oneof,
  record,
  tuple,
  type WeightedArbitrary,
} from 'fast-check';
import { addressOf } from '../support/features.ts';
import { type Mutated, mutated } from './mutations.ts';
import { odd, oddText } from './odd.ts';

/** What is wrong with a token. */
export const BAD_TOKENS = [
  ...(['forged', 'unsigned', 'by a secret', 'over', 'by another tenant’s key', 'of another tenant'] as const),
  ...(['for nothing', 'for another app', 'of somebody odd'] as const),
] as const;

export interface TabCase {
  readonly person: number;
  readonly badToken: (typeof BAD_TOKENS)[number] | null;
  readonly asked: Asked;
}

export type Asked =
  | { readonly get: string }
  | { readonly post: string; readonly body: unknown }
  /** For several claims, by a key that is new. */
  | { readonly claims: readonly unknown[]; readonly action: object }
  | { readonly upload: string; readonly spoiled: Mutated };

/** What nobody but a lead gets anything of, but for tickets: nobody has one here. */
export const FOR_LEADS_PATHS = ['campaign', 'campaign/days', 'owners/named', 'questions', 'tickets', 'version'].concat(
  ['campaign/owners', 'campaign/programs', 'campaign/workloads', 'campaign/days', 'questions', 'tickets'].flatMap(
    (path) => [`${path}.csv`, `${path}.xlsx`],
  ),
);

const WORDS = [
  ...['', 'CLM', 'customer 1', 'é', '%', "'", '"', '\\', '$ne', '{"$gt":""}', '\u0000', '💥', 'x'.repeat(501)],
  ...['../..', '__proto__'],
];
const word = oneof({ weight: 15, arbitrary: constantFrom(...WORDS) }, { weight: 1, arbitrary: oddText });
/** A word in its place, or any. */
const wordOr = (...words: readonly string[]): Arbitrary<string> =>
  oneof({ weight: words.length, arbitrary: constantFrom(...words) }, { weight: WORDS.length, arbitrary: word });

const QUERY: Readonly<Record<string, Arbitrary<string>>> = {
  owner: wordOr('mine', 'none', 'all', `owner:upn:${addressOf('Member 3')}`, 'owner:', 'owner:name:x', 'everybody'),
  text: word,
  program: wordOr('OSU Microsoft 365'),
  workload: wordOr('teams'),
  state: wordOr('to collect', 'to upload', 'done', 'outside', 'removed', 'lost'),
  sort: wordOr('urgency', 'customer', 'claim', 'owner', 'constructor'),
  order: wordOr('up', 'down'),
  from: wordOr('0', '1', '40', '1e3', '-1', '99999999999', 'NaN', '0x10'),
  count: wordOr('1', '200', '201', '0', '1.5'),
  nonsense: word,
};
const LEADS_QUERY: typeof QUERY = {
  campaign: wordOr('cpor-2020@2020-06-30', 'cpor-2020@2020-09-30', 'gone'),
  who: wordOr('all', 'not started', 'not reached', 'toString'),
  list: wordOr('open', 'decided'),
  page: wordOr('0', '1', '99999', '100001', '-1', '1.5'),
  of: wordOr('mine', 'all', 'campaign'),
  state: wordOr('unfinished', 'open', 'resolved'),
  text: word,
};

/** @param ids of all claims @param job an import of the lead's */
export function tabCases(people: number, ids: readonly string[], job: string): Arbitrary<TabCase> {
  const claim = wordOr(...ids).map((id) => `claims/${encodeURIComponent(id)}`);
  const path = oneof(
    { weight: 10, arbitrary: constantFrom('me', 'version', 'filters', 'people', 'imports', 'nothing', '') },
    { weight: 15, arbitrary: withQuery(constantFrom(...FOR_LEADS_PATHS), LEADS_QUERY) },
    { weight: 20, arbitrary: claim },
    { weight: 50, arbitrary: withQuery(constantFrom('claims'), QUERY) },
  );
  const asked = oneof<WeightedArbitrary<Asked>[]>(
    { weight: 75, arbitrary: record({ get: path }) },
    { weight: 20, arbitrary: record({ claims: array(wordOr(...ids), { maxLength: 3 }), action }) },
    { weight: 4, arbitrary: ofImport(wordOr(job)) },
    { weight: 1, arbitrary: record({ upload: word, spoiled: mutated }) },
  );
  const bad = constantFrom(...BAD_TOKENS);
  return record({
    person: nat(people - 1),
    badToken: oneof({ weight: 4, arbitrary: constant(null) }, { weight: 1, arbitrary: bad }),
    asked,
  });
}

/** Each of it is there in one of four. */
function withQuery(path: Arbitrary<string>, query: typeof QUERY): Arbitrary<string> {
  const some = Object.entries(query).map(([name, value]) =>
    oneof(
      { weight: 3, arbitrary: constant([]) },
      { weight: 1, arbitrary: value.map((one): [string, string][] => [[name, one]]) },
    ),
  );
  return tuple(path, ...some).map(([to, ...parts]) => `${to}?${new URLSearchParams(parts.flat())}`);
}

const action: Arbitrary<object> = tuple(
  oneof<Arbitrary<object>[]>(
    record({ kind: constantFrom('take', 'bring-back') }),
    record({ kind: constantFrom('assign'), to: wordOr(addressOf('Member 3'), addressOf('Member 7')) }),
    record({ kind: wordOr('confirm', 'unconfirm', 'not-engaged', 'engaged', 'steal'), workload: wordOr('teams') }),
    record({ kind: odd }),
  ),
  oneof(
    { weight: 9, arbitrary: constant({}) },
    { weight: 1, arbitrary: dictionary(wordOr('__proto__', 'owner', 'tenantId'), odd, { maxKeys: 1 }) },
  ),
).map(([known, more]) => ({ ...known, ...more }));

/** Of what can be sent, only another preview is in order here. */
function ofImport(id: Arbitrary<string>): Arbitrary<Asked> {
  const use = constantFrom('', '/preview', '/start', '/cancel', '/undo', '/as-poe', '/x');
  const path = tuple(id, use).map(([one, of]) => `imports/${encodeURIComponent(one)}${of}`);
  const choices = dictionary(wordOr('column0', 'column9', 'encoding'), wordOr('claimId'), { maxKeys: 2 });
  const bad = [[], 'x', { choices: [] }, { choices: { column0: 5 } }, { choices: null }, { sure: true }] as const;
  const body = oneof(constantFrom(...bad), odd, record({ choices, more: nat() }, { requiredKeys: ['choices'] }));
  return oneof(record({ get: path }), record({ post: path, body }));
}
