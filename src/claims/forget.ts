/** Takes a person out of a claim: what is derived of it follows, and so does what finds it. Pure. */
import { type Forget, updateBetween, withoutPerson } from '../storage/forget.ts';
import type { Claim, ClaimEvent, Workload } from './claim.ts';
import { type ClaimNotices, derive } from './rules.ts';

export function forgetInClaims(notices: ClaimNotices): Forget {
  return (doc, person, standIn) => {
    const claim = doc as Claim;
    const known = withoutPerson(claim, person, standIn);
    // Marks and assignments bear a name alone.
    const named = (text: string): string => (text !== '' && text === person.name ? standIn.name : text);
    const markOf = (workload: Workload, kind: 'confirmed' | 'notEngaged') =>
      workload[kind] && { [kind]: { ...workload[kind], by: named(workload[kind].by) } };
    const workloads = known.workloads.map((one) => ({
      ...one,
      ...markOf(one, 'confirmed'),
      ...markOf(one, 'notEngaged'),
    }));
    const toldOf = (event: ClaimEvent): ClaimEvent =>
      (event.kind === 'take' || event.kind === 'assign') && event.what !== undefined
        ? { ...event, what: named(event.what) }
        : event;
    const left = { ...known, workloads, ...(known.history && { history: known.history.map(toldOf) }) };
    // What is derived anew by itself is no trace of anybody.
    if (updateBetween(claim, left) === undefined) return undefined;
    return updateBetween(claim, { ...left, ...derive(left, left.workloads, notices) });
  };
}
