/** What came of asking a host, as a diagnosis. */
import { type HostAnswer, jsonIn, type NoAnswer } from './ask.ts';
import { type Diagnosis, fault, warning } from './check.ts';
import { refusalIn } from './microsoft.ts';
import { doctorTexts } from './texts.ts';

export const hostOf = (address: string): string => new URL(address).host;

export function notReached(address: string, none: NoAnswer): Diagnosis {
  const host = hostOf(address);
  return fault(doctorTexts.notReached(host, none), doctorTexts.notReachedCure(host, none.why));
}

/** Not what this host answers: a page of a proxy. */
export function otherAnswer(address: string, { status }: HostAnswer): Diagnosis {
  const host = hostOf(address);
  return fault(doctorTexts.otherAnswer(host, status), doctorTexts.otherAnswerCure(host));
}

/** Of an answer without what was asked for. */
export function notWhatWasAsked(address: string, answer: HostAnswer): Diagnosis {
  const host = hostOf(address);
  const { status } = answer;
  const code = refusalIn(jsonIn(answer));
  if (code !== undefined) return fault(doctorTexts.refused(host, code), doctorTexts.refusedCure(code));
  if (isTooOften(answer)) return warning(doctorTexts.tooOften(host, status), doctorTexts.tooOftenCure);
  if (status >= 500) return warning(doctorTexts.serviceDown(host, status), doctorTexts.serviceDownCure);
  return otherAnswer(address, answer);
}

/** Then it says nothing about what was asked. */
export function isTooOften({ status }: HostAnswer): boolean {
  return status === 429;
}
