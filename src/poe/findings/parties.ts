/** Whether the two companies are named. Pure. */
import { type Finding, finding, MISSING } from './finding.ts';
import { findName } from './names.ts';
import type { Passage } from './view.ts';

/** @param names any of which will do. Another company's name that holds it counts as missing, and is shown */
export function companyFinding(names: readonly string[], passages: readonly Passage[]): Finding {
  const found = names.flatMap((name) => findName(name, passages));
  const [best] = found.sort((a, b) => Number(b.exact) - Number(a.exact));
  return best === undefined ? MISSING : finding(best.exact ? 'ok' : 'missing', best.words, best.page);
}
