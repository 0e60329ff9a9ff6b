/** The history of a claim: what people did with it. Pure. */
import { shorten } from '../format/shorten.ts';
import type { Person } from '../people/person.ts';
import type { Claim, ClaimEvent } from './claim.ts';

const EVENTS_KEPT = 50;
/** Bytes of JSON: of a name, or of a whole reason (`REASON_LIMIT`). */
const WHAT_BYTES = 1_000;

/**
 * The history of a claim with one event more.
 * @param at campaign clock
 * @param what as `ClaimEvent` says; empty where there is nothing to name
 */
export function withEvent(
  { history = [] }: Pick<Claim, 'history'>,
  kind: ClaimEvent['kind'],
  { userId, name }: Pick<Person, 'userId' | 'name'>,
  at: Date,
  what = '',
): readonly ClaimEvent[] {
  const named = what === '' ? {} : { what: shorten(what, WHAT_BYTES) };
  return [...history, { kind, at: at.toISOString(), by: { userId, name }, ...named }].slice(-EVENTS_KEPT);
}
