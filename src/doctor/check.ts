/** What may be wrong with how the bot is set up: small checks that run side by side, each with a limit of its own. */
import { within } from '../time/within.ts';
import { doctorTexts } from './texts.ts';

export interface Diagnosis {
  /** `warning`: the bot works, but not as it could, or not for long. */
  readonly state: 'ok' | 'warning' | 'fault';
  /** A sentence, without any secret. */
  readonly says: string;
  /** What to do about it; with a warning or a fault only. */
  readonly cure?: string;
}

export interface Check {
  readonly name: string;
  /** Ends what it began when the signal aborts. Where it throws or takes too long, the result says that it could not be tried. */
  run(signal: AbortSignal): Promise<Diagnosis>;
}

export interface CheckResult extends Diagnosis {
  readonly name: string;
}

export const ok = (says: string): Diagnosis => ({ state: 'ok', says });
export const warning = (says: string, cure: string): Diagnosis => ({ state: 'warning', says, cure });
export const fault = (says: string, cure: string): Diagnosis => ({ state: 'fault', says, cure });

/** All of them at once, in their order. @param withinMs for each */
export function runChecks(checks: readonly Check[], withinMs: number): Promise<CheckResult[]> {
  return Promise.all(checks.map(async (check) => ({ name: check.name, ...(await diagnose(check, withinMs)) })));
}

const LEFT_BEHIND_MS = 1_000;

async function diagnose(check: Check, withinMs: number): Promise<Diagnosis> {
  try {
    // A check that heeds its signal says itself who did not answer; the others are left behind.
    const signal = AbortSignal.timeout(withinMs);
    return await within(withinMs + LEFT_BEHIND_MS, () => check.run(signal));
  } catch (error) {
    const { code, name } = error as NodeJS.ErrnoException;
    // Not the message: it may hold an address, and that a secret.
    return warning(doctorTexts.notTried(code ?? name), doctorTexts.notTriedCure);
  }
}
