/** All checks, in the order in which they are told. */
import { packageChecks } from './app-package.ts';
import type { Check } from './check.ts';
import { clockChecks } from './clock.ts';
import { endpointChecks } from './endpoint.ts';
import { hostChecks } from './hosts.ts';
import type { CheckNeeds } from './needs.ts';
import { otherChecks } from './others.ts';
import { registrationChecks } from './registration.ts';
import { signInChecks } from './sign-in.ts';
import { leadChecks, storeChecks } from './store.ts';

type Part = (needs: CheckNeeds) => readonly Check[];

/** What a bot that has just started may ask as well. That it is up, and its store with it, is known by then. */
const RUNNING: readonly Part[] = [registrationChecks, signInChecks, clockChecks, hostChecks, leadChecks, otherChecks];
const ALL: readonly Part[] = [
  ...[registrationChecks, signInChecks, clockChecks, hostChecks, endpointChecks, packageChecks],
  ...[storeChecks, leadChecks, otherChecks],
];

export const allChecks = (needs: CheckNeeds): readonly Check[] => ALL.flatMap((part) => part(needs));
export const runningChecks = (needs: CheckNeeds): readonly Check[] => RUNNING.flatMap((part) => part(needs));
