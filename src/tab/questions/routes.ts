/** Questions without an answer on the page of leads: the list, what is decided on one of them, and the list as a file. */

import { z } from 'zod';
import type { Core } from '../../core.ts';
import type { Route } from '../../feature.ts';
import type { Answers } from '../../knowledge/feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import { FOR_LEADS } from '../../storage/stamps.ts';
import type { Door } from '../door.ts';
import { json } from '../json.ts';
import { listRoutes } from '../list-file/list-routes.ts';
import { API, questionsQuery } from '../params.ts';
import type { DecideBody, QuestionsBody } from './api.ts';
import { questionRow, questionsBody } from './bodies.ts';
import { type QuestionListWords, questionList } from './question-list.ts';

const PAGE_SIZE = 20;

const text = z.string().min(1).max(500);
/** The version that it is decided on is its one-time key: each decision makes another one. */
const version = z.number().int().min(0);
const decision = z.discriminatedUnion('state', [
  z.strictObject({ key: text, version, state: z.literal('attached'), topic: text }),
  z.strictObject({ key: text, version, state: z.enum(['dismissed', 'open']) }),
]);

export interface QuestionRouteOptions extends Pick<Core, 'config' | 'stamps' | 'campaignClock'> {
  readonly door: Door;
  readonly answers: Pick<Answers, 'review' | 'topicsFor'>;
  readonly questionListWords: (locale: string) => QuestionListWords;
}

export function questionRoutes(options: QuestionRouteOptions): Route[] {
  const { door, answers, questionListWords: words, stamps, config } = options;
  const { review } = answers;
  const topicsFor = (person: Person) => answers.topicsFor(localeOf(person));
  return [
    door.route(`${API}/questions`, async (person, { query }) => {
      const { list, page } = questionsQuery(query);
      const asOf = await stamps.read(person.tenantId, FOR_LEADS);
      const found = await review.list(person, list, page, PAGE_SIZE);
      return json<QuestionsBody>(
        questionsBody(found, { version: asOf, list, pageSize: PAGE_SIZE, topics: topicsFor(person) }),
      );
    }),
    door.change(`${API}/questions/decide`, decision, async (person, { key, version: seen, ...choice }) => {
      const { question, decided } = await review.decide(person, key, choice, seen);
      return json<DecideBody>({ question: questionRow(question, topicsFor(person)), decided });
    }),
    ...listRoutes(options, 'questions', words, (person, query) => {
      const timeZone = person.timeZone ?? config.timeZone;
      return questionList(
        { review, topics: topicsFor(person), words: words(localeOf(person)), timeZone },
        person,
        questionsQuery(query).list,
      );
    }),
  ];
}
