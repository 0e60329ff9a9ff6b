/**
 * The bot's classifier on CLINC150, questions of 150 intents and others that have none: how much of what is out of scope it refuses
 * where so much of what is in scope is answered right. Trained on that data's own training set; nothing of it goes into the bot.
 *
 *     node bench/clinc150.ts PATH/data_full.json
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitLogistic } from '../scripts/knowledge/logistic.ts';
import { train } from '../scripts/knowledge/train.ts';
import { createModel, type ModelReading } from '../src/knowledge/classifier/model.ts';
import { normalise } from '../src/knowledge/classifier/normalise.ts';
import { createSpeller } from '../src/knowledge/classifier/spelling.ts';
import { readLanguageSheets } from '../src/knowledge/data.ts';
import { readVectors } from '../src/knowledge/interpreter.ts';
import { figures, ms, quantile } from './report.ts';

type Questions = readonly (readonly [text: string, intent: string])[];
type Data = Readonly<Record<`${'' | 'oos_'}${'train' | 'val' | 'test'}`, Questions>>;

/** The intent of what is out of scope. */
const NONE = 'oos';
/** Of the regression over all signals. */
const RIDGE = 30;
/** No likelihood is smaller. */
const LEAST = 1e-9;

interface Asked {
  readonly isInScope: boolean;
  readonly isRight: boolean;
  /** Of the likeliest intent. */
  readonly probability: number;
  readonly signals: readonly number[];
}

function measure(data: Data): void {
  const dir = join(import.meta.dirname, '..', 'knowledge');
  const { words } = readLanguageSheets(dir, 'en');
  const vectors = readVectors(dir);
  const started = performance.now();
  const rows = [...data.train, ...data.oos_train].map(([text, label]) => ({
    label,
    words: normalise(text, words).words,
    weight: 1,
  }));
  // Its training set is an eighth of the bot's, so a feature counts in fewer questions, and each is looked at more often.
  const weights = train(rows, vectors, words.writing, {
    epochs: 8,
    rate: 0.5,
    decay: 2e-6,
    leastRows: 3,
    meaningEpochs: 10,
  });
  const training = performance.now() - started;
  const { classes } = weights;
  const speller = createSpeller(weights.vocabulary);
  const model = createModel(weights, vectors, { isKnown: speller.knows, writing: words.writing });
  const none = classes.indexOf(NONE);
  const times: number[] = [];

  const asked = (questions: Questions): Asked[] =>
    questions.map(([text, intent]) => {
      const at = performance.now();
      const meant = normalise(text, words, speller).words;
      const reading = model.read(meant);
      const [best = 0, second = 0] = [...classes.keys()]
        .filter((c) => c !== none)
        .sort((a, b) => (reading.probabilities[b] ?? 0) - (reading.probabilities[a] ?? 0));
      const unknown = meant.filter((word) => !speller.knows(word)).length / Math.max(1, meant.length);
      const signals = [...signalsOf(reading, { best, second, none }), Math.log(1 + meant.length), unknown];
      times.push(performance.now() - at);
      const probability = reading.probabilities[best] ?? 0;
      return { isInScope: intent !== NONE, isRight: classes[best] === intent, probability, signals };
    });

  const validation = asked([...data.val, ...data.oos_val]);
  const test = asked([...data.test, ...data.oos_test]);
  // What is in scope and what is not weigh the same, however many of each there are.
  const share = data.val.length / data.oos_val.length;
  const answerable = fitLogistic(
    validation.map(({ signals, isInScope, isRight }) => ({ signals, isTrue: isRight, weight: isInScope ? 1 : share })),
    RIDGE,
  );
  const curve = (scoreOf: (one: Asked) => number): string =>
    [93, 92.5, 92, 91, 90].map((least) => `${refusedAt(least, test, scoreOf).toFixed(1)} at ${least}`).join(', ');
  const right = test.filter(({ isRight }) => isRight).length;
  figures('CLINC150: % refused of what is out of scope, where so many % in scope are answered right', {
    'right, none refused': `${((100 * right) / data.test.length).toFixed(1)} %`,
    'by the probability': curve(({ probability }) => probability),
    'by all signals': curve(({ signals }) => answerable(signals)),
    'a question, median': `${quantile(times, 0.5).toFixed(3)} ms`,
    'a question, 99 of 100': `${quantile(times, 0.99).toFixed(3)} ms`,
    training: ms(training),
  });
}

/** What tells whether the likeliest intent was meant. Near misses share its frame: how much of the question it explains sees them. */
function signalsOf(
  { probabilities, alone, explained }: ModelReading,
  { best, second, none }: { readonly best: number; readonly second: number; readonly none: number },
): number[] {
  const all = [probabilities.map((one) => Math.log(Math.max(one, LEAST))), ...alone];
  return [
    ...all.flatMap((log) => [log[best] ?? 0, log[none] ?? 0]),
    (all[0]?.[best] ?? 0) - (all[0]?.[second] ?? 0),
    alone.filter((log) => log.every((one) => one <= (log[best] ?? 0))).length,
    explained(best),
  ];
}

/** At the best threshold, in percent. */
function refusedAt(least: number, test: readonly Asked[], scoreOf: (one: Asked) => number): number {
  const inScope = test.filter((one) => one.isInScope).length;
  const sorted = test.map((one) => ({ one, score: scoreOf(one) })).sort((a, b) => b.score - a.score);
  let [right, answered] = [0, 0];
  for (const { one } of sorted) {
    if (one.isRight) right += 1;
    if (!one.isInScope) answered += 1;
    if ((100 * right) / inScope >= least) return 100 * (1 - answered / (test.length - inScope));
  }
  return 0;
}

const [path] = process.argv.slice(2);
if (path === undefined) console.log('\nCLINC150: node bench/clinc150.ts PATH/data_full.json');
else measure(JSON.parse(readFileSync(path, 'utf8')) as Data);
