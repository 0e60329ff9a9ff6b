/** The knowledge that the bot ships with, loaded once for all tests. */
import { join } from 'node:path';
import type { Phase } from '../../src/campaign/campaign.ts';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import type { Verdict } from '../../src/knowledge/verdict.ts';

export const dir = join(import.meta.dirname, '..', '..', 'knowledge');
export const knowledge = loadKnowledge(dir);
export const PHASES: readonly Phase[] = ['before', 'on the day', 'after'];

/** @param locale of whoever asks */
export function ask(text: string, phase: Phase = 'before', locale = 'en-US'): Verdict {
  return knowledge.verdict(text, () => phase, locale);
}

/** A verdict in a word or two: "answer cpor_meaning", "command claim: Contoso", "none" */
export function verdictInShort(text: string): string {
  const verdict = ask(text);
  switch (verdict.kind) {
    case 'answer':
      return `answer ${verdict.answers.map(({ topic }) => topic).join(' + ')}${verdict.partiallyOutOfScope ? ' …' : ''}`;
    case 'suggest':
      return `suggest ${verdict.topics.map(({ topic }) => topic).join(', ')}`;
    case 'command':
      return `command ${verdict.command}${verdict.subject === undefined ? '' : `: ${verdict.subject}`}`;
    case 'smalltalk':
      return `smalltalk ${verdict.name}`;
    case 'none':
      return 'none';
  }
}
