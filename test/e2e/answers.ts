/** What an answer to a question holds, for the tests that ask. */
import { join } from 'node:path';
import { loadKnowledge } from '../../src/knowledge/knowledge.ts';
import { buttons } from '../support/cards.ts';
import type { Answer } from '../support/teams.ts';

const KNOWLEDGE = join(import.meta.dirname, '../../knowledge');
/** A tenant other than the test people's. */
export const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';

interface Citation {
  readonly position: number;
  readonly appearance: { readonly name: string; readonly abstract: string };
}

export function citationsOf(answer: Answer): Citation[] {
  const entities = answer.replies.flatMap(
    (activity) => (activity.entities ?? []) as { type: string; citation?: Citation[] }[],
  );
  return entities.filter(({ type }) => type === 'https://schema.org/Message').flatMap(({ citation }) => citation ?? []);
}

/** Of the buttons. */
export function titles(answer: Answer): string[] {
  return buttons(answer.card).map(({ title }) => title ?? '');
}

const knowledge = loadKnowledge(KNOWLEDGE);

/** A word or two that several topics share: the first of these that the classifier is unsure of. */
export const VAGUE =
  [
    'the ticket thing',
    'my claim',
    'the page',
    'poe and claims',
    'uploading',
    'customers',
    'what about associations',
  ].find((text) => knowledge.verdict(text, () => 'before', 'en-US').kind === 'suggest') ?? 'nothing is vague any more';

/** A question and something vague: the first of these that gets an answer and suggestions. */
export const HALF_VAGUE =
  [
    'What is POE? And the page?',
    'What does CPOR stand for? the page?',
    'What does OSU mean? And what about my claim?',
    'What does OSU mean? And what about the dashboard?',
  ].find((text) => {
    const verdict = knowledge.verdict(text, () => 'before', 'en-US');
    return verdict.kind === 'answer' && verdict.alternatives.length > 0;
  }) ?? 'nothing is half vague any more';
