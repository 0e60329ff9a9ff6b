import assert from 'node:assert/strict';
import { ask, knowledge, verdictInShort } from './loaded.ts';

const TOLD: Record<string, Record<string, string>> = {
  'answers a question of the notice': {
    'What does CPOR stand for?': 'answer cpor_meaning',
    'how do i upload poe': 'answer update_steps',
    'i want to contact support': 'answer support_ticket',
    'what does p.o.e. mean': 'answer poe_meaning',
    CPOR: 'answer cpor_meaning',
  },
  'answers several questions together, in their order': {
    'What is CPOR? And what is POE?': 'answer cpor_meaning + poe_meaning',
    'who is affected and when does it start?': 'answer audience + effective_date',
    'explain the abbreviations CPOR + OSU': 'answer cpor_meaning + osu_osa_meaning',
    'next steps and who do i inform?': 'answer next_steps + share',
    'What should FastTrack partners do, and why?': 'answer fasttrack_action + fasttrack_why',
    'Where is the dashboard?\nHow do I filter on approved claims?': 'answer dashboard + filter_approved',
  },
  'answers what it can of a message and says that there was more': {
    'What does CPOR stand for? How much money do we earn?': 'answer cpor_meaning …',
  },
  'reads greetings and circumstances together with the question': {
    'Hello! What does CPOR stand for?': 'answer cpor_meaning',
    'We are a FastTrack partner. What do we have to do?': 'answer fasttrack_action',
  },
  'stays silent where the notice is silent': {
    'what is the incentive rate': 'none',
    'how do I enroll in OSU': 'none',
    'which file formats are accepted for the poe': 'none',
    'will it rain tomorrow': 'none',
  },
  'takes what is told around a question for circumstances': {
    'My boss asked me about it and I have a meeting in ten minutes. Is it optional?': 'answer required',
    'The upload page stays white. What should I do?': 'none',
    'What is the incentive rate? I need to know.': 'none',
  },
  'is sunk by an acronym that the notice does not use, in small letters too': {
    'what is DPOR': 'none',
    'what does ppor mean': 'none',
    'who is my pam': 'none',
    'what is the difference between CPOR and DPOR': 'none',
    'what is XPOR': 'none',
    'What does QZRT stand for?': 'none',
  },
  'knows a command in free words, and whom or what it names': {
    'what do I still have to upload?': 'command needs-poe',
    'what do i still have to upload for Contoso?': 'command needs-poe: Contoso',
    'show me contoso': 'command claim: contoso',
    'Open the claim of Fort & Co. please': 'command claim: Fort & Co',
    'I want to talk to support': 'command ticket',
    'open a ticket for claim CLM-17': 'command ticket: CLM-17',
    'can i send you a document': 'command upload-help',
    'how do i import the export': 'command import-help',
    'my tickets': 'command tickets',
    'what can you do': 'command help',
    'see the topics': 'command topics',
  },
  'answers people kindly': {
    hello: 'smalltalk greeting',
    'Thanks a lot!': 'smalltalk thanks',
    'who are you?': 'smalltalk who-are-you',
    'good morning': 'smalltalk greeting',
    bye: 'smalltalk bye',
  },
  'mends the spelling of long words': {
    'how do i uplaod poe': 'answer update_steps',
    'when is this efective': 'answer effective_date',
    'what is proof of excution': 'answer poe_meaning',
  },
};

describe('the verdict', () => {
  for (const [behaviour, cases] of Object.entries(TOLD)) {
    it(behaviour, () => {
      assert.deepEqual(Object.fromEntries(Object.keys(cases).map((text) => [text, verdictInShort(text)])), cases);
    });
  }

  it('suggests three topics at most where it is not sure, each once', () => {
    const unsure = [
      'fasttrack partner poe',
      'claim and customer',
      'poe for customer',
      'support ticket claim',
      'update',
    ];
    const suggested = unsure.map((text) => ask(text)).filter((verdict) => verdict.kind === 'suggest');
    assert.ok(suggested.length > 0);
    for (const { topics } of suggested) {
      assert.ok(topics.length >= 1 && topics.length <= 3);
      assert.equal(new Set(topics.map(({ topic }) => topic)).size, topics.length);
    }
  });

  it('carries section, title and what to ask next', () => {
    const verdict = ask('what does poe mean');
    assert.ok(verdict.kind === 'answer');
    assert.deepEqual(verdict.answers, [
      {
        topic: 'poe_meaning',
        title: 'What POE means and shows',
        subject: 'Claims Partner of Record and Proof of Execution',
        section: 'Summary; Details',
        text: 'POE stands for Proof of Execution: documentation that demonstrates your ongoing work with the customer.',
      },
    ]);
    assert.ok(verdict.next.length >= 1 && verdict.next.length <= 3);
  });

  it('answers by the phase of the campaign', () => {
    const text = (phase: 'before' | 'on the day' | 'after'): string => {
      const verdict = ask('what should FastTrack partners do', phase);
      return verdict.kind === 'answer' ? (verdict.answers[0]?.text ?? '') : '';
    };
    assert.match(text('before'), /by June 30, 2020\.$/);
    assert.match(text('on the day'), /That is today\.$/);
    assert.match(text('after'), /That date has passed/);
  });

  it('answers after the deadline who is late, where the notice says nothing beforehand', () => {
    for (const text of ['what happens if we are late', 'sorry for being late']) {
      assert.equal(ask(text).kind, 'none');
      const verdict = ask(text, 'after');
      assert.deepEqual(verdict.kind === 'answer' && verdict.answers.map(({ topic }) => topic), ['fasttrack_action']);
    }
    assert.equal(ask('and late ones', 'after').kind, 'suggest');
  });

  it('tells another language, and what may be the name of a customer, from what it does not know', () => {
    assert.deepEqual(ask('Vad betyder POE?'), { kind: 'none', why: 'language' });
    assert.deepEqual(ask('thoughts on Contoso'), {
      kind: 'none',
      named: 'thoughts on Contoso',
      strangeWords: ['contoso'],
    });
    assert.deepEqual(ask('Contoso = x'), { kind: 'none', strangeWords: ['contoso'] });
    assert.deepEqual(ask('what is the incentive rate'), { kind: 'none' });
  });

  it('is the same for the same text, whatever was asked before', () => {
    const texts = ['what is cpor', 'DPOR', 'show me contoso', 'who is affected and when?', '🙂'];
    const first = texts.map((text) => ask(text));
    assert.deepEqual(
      texts
        .toReversed()
        .map((text) => ask(text))
        .toReversed(),
      first,
    );
  });

  it('rests on probabilities that add up to one', () => {
    const { ranked } = knowledge.classify('how do i upload poe');
    assert.ok(Math.abs(ranked.reduce((sum, { probability }) => sum + probability, 0) - 1) < 1e-9);
    assert.equal(ranked[0]?.name, 'update_steps');
  });
});
