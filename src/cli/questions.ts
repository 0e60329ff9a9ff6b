/**
 * `npm run questions -- --tenant ID`: the questions that leads attached to a topic, as text that `npm run knowledge -- --add FILE`
 * takes. Only the text goes to standard output; everything else is said on standard error.
 */
import { parseArgs } from 'node:util';
import { type Config, parseConfig } from '../config.ts';
import { openCore } from '../core.ts';
import { OperatorError } from '../errors.ts';
import { type ReviewDecision, ReviewDecisions } from '../knowledge/review/review-decisions.ts';
import { assertServed, runCommand, tenantNamed } from './shell.ts';

const questionsCommandTexts = {
  usage: 'Usage: npm run --silent questions -- --tenant ID > FILE   (ID: the directory id of the tenant)',
  title: '# Questions attached to topics',
  nothing: 'No question of this tenant is attached to a topic yet. Leads attach them from “unanswered” in the chat.',
} as const;

function readArguments(): string {
  const { tenant } = parseArgs({ options: { tenant: { type: 'string' } } }).values;
  if (tenant === undefined) throw new OperatorError(questionsCommandTexts.usage);
  return tenantNamed(tenant);
}

/** Whoever has the shell has the store: no further rights are asked for. */
async function attachedQuestions(tenantId: string, config: Config): Promise<ReviewDecision[]> {
  assertServed(tenantId, config);
  const core = await openCore(config);
  try {
    const decisions = new ReviewDecisions(core.store);
    await core.store.setUp();
    const inForce = await decisions.inForce(tenantId);
    return [...inForce.values()].filter(({ state }) => state === 'attached');
  } finally {
    await core.store.close();
  }
}

/** The text; empty where there is no phrase. */
function asText(decisions: readonly ReviewDecision[]): string {
  const groups = [...Map.groupBy(decisions, ({ topic = '' }) => topic)]
    .map(([topic, attached]) => ({ topic, phrases: asPhrases(attached) }))
    .filter(({ phrases }) => phrases.length > 0)
    .sort((a, b) => (a.topic < b.topic ? -1 : 1))
    .map(({ topic, phrases }) => [`## ${topic}`, '', ...phrases.map((phrase) => `- ${phrase}`), ''].join('\n'));
  return groups.length === 0 ? '' : [questionsCommandTexts.title, '', ...groups].join('\n');
}

/** Sorted and without repetitions, whatever their case. */
function asPhrases(decisions: readonly ReviewDecision[]): string[] {
  const phrases = decisions.map(({ text }) => asPhrase(text)).filter((phrase) => /[\p{L}\p{N}]/u.test(phrase));
  const distinct = new Map(phrases.sort().map((phrase) => [phrase.toLowerCase(), phrase]));
  return [...distinct.values()].sort();
}

/**
 * One line, without the signs of the grammar of phrases, and without control characters, which would work on the reader's terminal.
 * A blank comes in their place: the words stay those that the bot reads in the question.
 */
function asPhrase(text: string): string {
  return text.replace(/[()[\]|*\p{C}\s]+/gu, ' ').trim();
}

await runCommand(questionsCommandTexts.usage, async () => {
  const text = asText(await attachedQuestions(readArguments(), parseConfig(process.env)));
  if (text === '') process.stderr.write(`${questionsCommandTexts.nothing}\n`);
  else process.stdout.write(text);
});
