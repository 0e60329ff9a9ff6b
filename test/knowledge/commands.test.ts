/** Commands in free words: the report, announcements, and the reminders on and off. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { QUESTION_SETS, type Question, readDevQuestions, readQuestions } from '../../scripts/knowledge/questions.ts';
import { ask, verdictInShort } from './loaded.ts';

const COMMANDS = ['report', 'announce', 'reminders-off', 'reminders-on'];

const file = (name: string): string => join(import.meta.dirname, 'questions', name);
const read = (name: string): Question[] => readQuestions(file(`${name}.txt`), () => []);

const asked = read('commands');
const wordings = asked.filter(({ topics: [meant = ''] }) => COMMANDS.includes(meant));
const others = asked.filter(({ topics: [meant = ''] }) => !COMMANDS.includes(meant));

const TOLD: Record<string, Record<string, string>> = {
  'shows a lead how the campaign is going': {
    'how are we doing': 'command report',
    'Hello! How are we doing?': 'command report',
    'who is still missing': 'command report',
    'how far are we with POE': 'command report',
    'How far are we with POE, and who is behind?': 'command report',
    'remind everybody who is behind': 'command report',
  },
  'shares the notice': {
    'share the notice with everybody': 'command announce',
    'tell everybody': 'command announce',
    'Good morning. Please tell everybody about the notice.': 'command announce',
  },
  'turns the reminders off': {
    'please stop sending me these reminders': 'command reminders-off',
    'stop nudging me': 'command reminders-off',
    'leave me alone with these reminders': 'command reminders-off',
    "Stop. I don't want any more reminders.": 'command reminders-off',
    'how can I turn the reminders off?': 'command reminders-off',
    mute: 'command reminders-off',
  },
  'turns them on again': {
    'start reminding me again': 'command reminders-on',
    'how can I turn the reminders on?': 'command reminders-on',
    'please do not stop reminding me': 'command reminders-on',
    unmute: 'command reminders-on',
  },
  'shows what leads look through': {
    'which exports have been imported lately?': 'command imports',
    'I imported the wrong file, how do I undo it?': 'command imports',
    'could you show me the claims that we took out of the campaign': 'command removed',
    'which owners are not confirmed yet': 'command owners',
    'what could not be delivered to the desk': 'command undelivered',
  },
  'tells these from what is explained, and from what the notice says': {
    'how do I import an export?': 'command import-help',
    'how can we be removed from a customer?': 'answer disassociate',
  },
  'leaves the reminders as they are where they are asked about': {
    'are my reminders on?': 'command help',
    'how often do you remind me': 'command help',
    reminders: 'command help',
  },
  'answers what the notice says about sharing it and its date, whatever words stand there': {
    'who should I share the notice with?': 'answer share',
    'do we have to tell everyone': 'answer share',
    'remind me of the deadline': 'answer effective_date',
    'remind me what POE means': 'answer poe_meaning',
  },
  'stays silent on what Microsoft and others remind of and report': {
    'will Microsoft remind us?': 'none',
    'does Microsoft report claims': 'none',
    'who reports POE': 'none',
    'remind me to call my mother': 'none',
    'how do I turn off the notifications of Teams': 'none',
  },
  'tells them from the commands that they look like': {
    'how are you doing': 'smalltalk how-are-you',
    'what is still missing': 'command needs-poe',
    'where do we stand with Contoso': 'command claim: Contoso',
    'what is the status of my ticket': 'command tickets',
    stop: 'none',
  },
};

/** Right: the command that is meant. Wrong: another one, or an answer. Other: suggestions or silence. */
function counted(questions: readonly Question[]): { right: number; wrong: number; other: number } {
  const counts = { right: 0, wrong: 0, other: 0 };
  for (const { text, topics } of questions) {
    const verdict = ask(text);
    if (verdict.kind === 'command' && topics.includes(verdict.command)) counts.right += 1;
    else counts[verdict.kind === 'suggest' || verdict.kind === 'none' ? 'other' : 'wrong'] += 1;
  }
  return counts;
}

function takenForOne(questions: readonly Question[]): string[] {
  return questions
    .map(({ text }) => ({ text, verdict: ask(text) }))
    .filter(({ verdict }) => verdict.kind === 'command' && COMMANDS.includes(verdict.command))
    .map(({ text }) => `${verdictInShort(text)} ← ${text}`);
}

describe('a command in free words', () => {
  for (const [behaviour, cases] of Object.entries(TOLD)) {
    it(behaviour, () => {
      assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, verdictInShort(text)])), cases);
    });
  }

  // At the first look: 30 right, 5 wrong, 5 suggested or silent. A guard against regressions, and nothing to add phrases from.
  it('is understood in most of 40 wordings that were there before its phrases', () => {
    for (const name of COMMANDS) assert.equal(wordings.filter(({ topics }) => topics.includes(name)).length, 10, name);
    const counts = counted(wordings);
    assert.ok(counts.right >= 28 && counts.wrong <= 6, JSON.stringify(counts));
  });

  it('is not heard where something else is said in the same words', () => {
    assert.equal(others.length, 20);
    assert.deepEqual(takenForOne(others), []);
  });

  it('is not heard in any question of the sets, in scope or out of it', () => {
    const questions = [...readDevQuestions(file('dev.json')), ...QUESTION_SETS.flatMap(read)];
    assert.ok(questions.length > 3_000, String(questions.length));
    assert.deepEqual(takenForOne(questions), []);
  });
});

describe('requests of people who saw no phrases', () => {
  for (const [name, floors] of [
    ['strangers-commands', { right: 92, wrong: 3 }],
    ['newcomers-commands', { right: 92, wrong: 3 }],
  ] as const)
    it(`reach what is meant, in ${name}.txt`, () => {
      const requests = read(name);
      const heard = requests.map(({ text, topics: [meant = ''] }) => ({ text, meant, said: verdictInShort(text) }));
      const right = heard.filter(({ meant, said }) => said.startsWith(`command ${meant}`));
      const wrong = heard.filter(
        ({ meant, said }) => /^(?:command|answer)/.test(said) && !said.startsWith(`command ${meant}`),
      );
      const shown = wrong.map(({ text, meant, said }) => `${meant}: ${text} → ${said}`).join('\n');
      assert.ok((100 * right.length) / heard.length >= floors.right, `${right.length} of ${heard.length}\n${shown}`);
      assert.ok((100 * wrong.length) / heard.length <= floors.wrong, `${wrong.length} of ${heard.length}\n${shown}`);
    });
});
