/** Thumbs under answers, and what leads make of the questions that got none. */
import { strict as assert } from 'node:assert';
import { input } from '../support/cards.ts';
import { type Activity, type Answer, type Chat, TENANT } from '../support/teams.ts';
import { citationsOf, HALF_VAGUE, OTHER_TENANT, titles, VAGUE } from './answers.ts';
import { eachWorld } from './world.ts';

const LEADS = 'isaiahl@contoso.example,lynner@contoso.example';
const DAY_MS = 24 * 3_600_000;
/** Answered by its title, so it is answered whatever the classifier thinks of it. */
const ANSWERED = 'What OSU and OSA mean';

function thumb(reaction: string, replyToId: string | undefined, words = ''): Partial<Activity> & { type: string } {
  return {
    type: 'invoke',
    name: 'message/submitAction',
    ...(replyToId !== undefined && { replyToId }),
    value: { actionName: 'feedback', actionValue: { reaction, feedback: JSON.stringify({ feedbackText: words }) } },
  };
}

/** The id of the message that the answer is. */
function idOf(answer: Answer): string | undefined {
  return answer.sent.find(({ activity }) => activity.type === 'message')?.id;
}

/** Opens a question from the list. */
async function opens(lead: Chat, text: string): Promise<Answer> {
  return lead.presses((await lead.says('unanswered')).card, `Open: ${text}`);
}

describe('thumbs and unanswered questions', () => {
  let later = 0;
  const realTime = () => new Date(Date.now() + later);

  eachWorld(
    (world) => {
      const person = (name: string, tenantId = TENANT) => world().teams.person({ name, tenantId });
      const lead = () => person('Isaiah Langer').chat;

      it('are for leads', async () => {
        assert.match((await person('Adele Vance').chat.says('unanswered')).text, /for leads/);
        const forged = (chat: Chat, data: object) =>
          chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'unanswered', data } } });
        for (const data of [{ page: 0 }, { page: 0, list: 'decided' }])
          assert.match((await forged(person('Adele Vance').chat, data)).text, /for leads/);
        const odd = { page: '1e9', list: { $ne: 'open' } };
        assert.match((await forged(lead(), odd)).text, /No open questions/);
      });

      it('are listed by how often they were asked, however they are written, and nobody is named', async () => {
        await person('Adele Vance').chat.says('Does the customer countersign?');
        await person('Megan Bowen').chat.says('does the customer countersign??');
        await person('Megan Bowen').chat.says('Hello, does customer countersign');
        await person('Adele Vance').chat.says('How heavy may the binder be?');
        const list = await lead().says('unanswered');
        assert.match(list.text, /2 questions without an answer/);
        assert.match(list.text, /countersign[\s\S]*Asked 3 times[\s\S]*binder[\s\S]*Asked once, on/);
        assert.doesNotMatch(list.text, /Adele|Megan/);
      });

      it('get a topic from a lead, and are answered with it at once, in that tenant only', async () => {
        const list = await lead().says('unanswered');
        const opened = await lead().presses(list.card, 'Open: Hello, does customer countersign');
        assert.match(opened.text, /Also asked as “does the customer countersign\?\?”/);
        const without = await lead().presses(opened.card, 'Answer with this topic', { topic: '' });
        assert.match(without.text, /First choose the topic/);
        const attached = await lead().presses(opened.card, 'Answer with this topic', { topic: 'poe_meaning' });
        assert.match(attached.text, /“What POE means and shows” answers this question now/);
        const answer = await person('Alex Wilber').chat.says('Does the customer countersign?');
        assert.match(answer.text, /Proof of Execution/);
        assert.equal(citationsOf(answer).length, 1);
        const elsewhere = await person('Somebody Else', OTHER_TENANT).chat.says('Does the customer countersign?');
        assert.match(elsewhere.text, /does not say/);
        assert.doesNotMatch((await lead().says('unanswered')).text, /countersign/);
      });

      it('are decided once: a card that is out of date decides nothing', async () => {
        const list = await lead().says('unanswered');
        const opened = await lead().presses(list.card, 'Open: How heavy may the binder be?');
        const dismissed = await lead().presses(
          opened.card,
          'Dismiss',
          {},
          { times: 2, atOnce: true, activityId: 'new' },
        );
        assert.match(dismissed.text, /Dismissed/);
        const late = await lead().presses(opened.card, 'Answer with this topic', { topic: 'required' });
        assert.match(late.text, /decided on this question before you[\s\S]*Dismissed/);
        assert.match((await lead().presses(late.card, 'Back to the list')).text, /No open questions/);
        const undone = await lead().presses(late.card, 'Undo');
        assert.match(undone.text, /No topic answers this question/);
        assert.match((await lead().says('unanswered')).text, /binder/);
      });

      it('count an answer that somebody disliked, with what they wrote', async () => {
        const { chat } = person('Adele Vance');
        const answer = await chat.says('What does CPOR stand for?');
        assert.equal((await chat.sends(thumb('like', idOf(answer)))).status, 200);
        assert.doesNotMatch((await lead().says('unanswered')).text, /CPOR stand for/);
        const down = thumb('dislike', idOf(answer), 'I meant the <b>tool</b>');
        assert.equal((await chat.sends(down, { times: 2 })).status, 200);
        const list = await lead().says('unanswered');
        assert.match(list.text, /What does CPOR stand for[\s\S]*“What CPOR means”, which did not help/);
        const opened = await lead().presses(list.card, 'Open: What does CPOR stand for?');
        assert.match(opened.text, /“I meant the <b>tool<\/b>”/);
        assert.equal(opened.text.match(/I meant/g)?.length, 1);
      });

      it('take no thumb for a message that is not an answer, of another tenant, or malformed', async () => {
        const { chat } = person('Adele Vance');
        const answer = await chat.says('What does OSU mean?');
        const before = (await lead().says('unanswered')).text;
        for (const odd of [
          thumb('dislike', 'no-such-message'),
          thumb('dislike', undefined),
          thumb('meh', idOf(answer)),
          { ...thumb('dislike', idOf(answer)), value: 'x' },
          {
            ...thumb('dislike', idOf(answer)),
            value: { actionName: 'feedback', actionValue: { reaction: 'like', feedback: '{' } },
          },
        ])
          assert.equal((await chat.sends(odd)).status, 200);
        await person('Somebody Else', OTHER_TENANT).chat.sends(thumb('dislike', idOf(answer)));
        assert.equal((await lead().says('unanswered')).text, before);
      });

      it('tell which suggestion was chosen', async () => {
        const { chat } = person('Megan Bowen');
        const answer = await chat.says(VAGUE);
        const [first = ''] = titles(answer);
        await chat.presses(answer.card, first);
        const list = await lead().says('unanswered');
        assert.ok(list.text.includes(`Chosen: ${first}`), list.text);
      });

      it('page through many, and stay within what a card may hold', async () => {
        const { chat } = person('Adele Vance');
        const long = 'zxqv '.repeat(300);
        for (let i = 0; i < 12; i += 1) await chat.says(`${String.fromCharCode(97 + i)}bc${i} ${long}`);
        const list = await lead().says('unanswered');
        const next = await lead().presses(list.card, 'Next');
        assert.match(next.text, /of 1\d/);
        assert.match((await lead().presses(next.card, 'Previous')).text, /^.*1–8 of/m);
      });

      it('are gone after 180 days; what a lead decided stays', async () => {
        later = 181 * 24 * 3_600_000;
        assert.match((await lead().says('unanswered')).text, /No open questions/);
        assert.match(
          (await person('Adele Vance').chat.says('does the customer countersign')).text,
          /Proof of Execution/,
        );
        later = 0;
      });
    },
    {
      env: { LEADS },
      overrides: { realTime },
    },
  );
});

describe('a thumb', () => {
  eachWorld(
    (world) => {
      const person = (name: string) => world().teams.person({ name });
      const lead = () => person('Isaiah Langer').chat;

      it('that was down and is up now takes the answer off the list', async () => {
        const { chat } = person('Adele Vance');
        const answer = await chat.says('What does OSU mean?');
        await chat.sends(thumb('dislike', idOf(answer)));
        assert.match((await lead().says('unanswered')).text, /What does OSU mean/);
        await chat.sends(thumb('like', idOf(answer)));
        assert.doesNotMatch((await lead().says('unanswered')).text, /What does OSU mean/);
      });

      it('up leaves a question on the list that got only a part of an answer, or suggestions', async () => {
        const { chat } = person('Adele Vance');
        const partly = await chat.says('What does CPOR stand for? And how much do we get paid for it?');
        await chat.sends(thumb('like', idOf(partly)));
        assert.match((await lead().says('unanswered')).text, /how much do we get paid/);
      });

      it('in a thread of a channel is each person’s own, the latest one', async () => {
        const { teams } = world();
        const channel = teams.channel('General');
        const { id, tenantId } = channel.place;
        const conversation = {
          id: `${id};messageid=1592323200000`,
          conversationType: 'channel',
          tenantId,
          isGroup: true,
        };
        const [adele, megan] = [person('Adele Vance').in(channel), person('Megan Bowen').in(channel)];
        const text = `<at>${teams.bot.name}</at> What does POE stand for?`;
        const answer = await adele.sends({ type: 'message', text, conversation });
        assert.equal(citationsOf(answer).length, 1);
        const down = (chat: Chat, words: string) =>
          chat.sends({ ...thumb('dislike', idOf(answer), words), conversation });
        const up = (chat: Chat) => chat.sends({ ...thumb('like', idOf(answer)), conversation });

        await down(adele, 'too short');
        await down(megan, 'too long');
        await down(adele, 'still too short');
        const opened = await opens(lead(), 'What does POE stand for?');
        assert.match(opened.text, /Asked once/);
        assert.deepEqual(opened.text.match(/too (?:short|long)/g)?.sort(), ['too long', 'too short']);
        assert.match(opened.text, /still too short/);

        await up(adele);
        assert.match((await lead().says('unanswered')).text, /What does POE stand for/);
        await up(megan);
        assert.doesNotMatch((await lead().says('unanswered')).text, /What does POE stand for/);
      });

      it('counts beside those of others at the same time', async () => {
        const group = world().teams.group('Incentives');
        const names = ['Adele Vance', 'Megan Bowen', 'Alex Wilber', 'Patti Fernandez', 'Lynne Robbins'];
        const chats = names.map((name) => person(name).in(group));
        const answer = await chats[0]?.mentions('What does OSA mean?');
        assert.ok(answer);
        const all = (reaction: string) =>
          Promise.all(chats.map((chat, i) => chat.sends(thumb(reaction, idOf(answer), `${reaction} no. ${i}`))));
        await all('dislike');
        const opened = await opens(lead(), 'What does OSA mean?');
        assert.equal(opened.text.match(/dislike no\./g)?.length, names.length);
        await all('like');
        assert.doesNotMatch((await lead().says('unanswered')).text, /What does OSA mean/);
      });

      it('keeps a comment of any length and of any signs, cut between characters', async () => {
        const { chat } = person('Adele Vance');
        for (const [i, words] of ['x'.repeat(30_000), `ab${'🙂'.repeat(3_000)}`, 'half \ud83d'].entries()) {
          const asked = `What does ${'CPOR'} stand for${'?'.repeat(i + 1)}`;
          const answer = await chat.says(asked);
          await chat.sends(thumb('dislike', idOf(answer), words));
          const opened = await opens(lead(), asked);
          assert.match(opened.text, [/“xxxx.*…/, /“ab🙂🙂.*…/u, /“half \ufffd”/u][i] ?? /never/);
          if (i < 2) assert.doesNotMatch(opened.text, /\ufffd/);
          await chat.sends(thumb('like', idOf(answer)));
        }
      });
    },
    { env: { LEADS } },
  );
});

describe('a lead', () => {
  let later = 0;
  /** A second later each time: what is asked in turn is told apart. Ahead of the server, which drops what has expired by its own clock. */
  const realTime = () => {
    later += 1_000;
    return new Date(Date.UTC(2120, 5, 16, 16) + later);
  };

  eachWorld(
    (world) => {
      const person = (name: string) => world().teams.person({ name });
      const adele = () => person('Adele Vance').chat;
      const lead = () => person('Isaiah Langer').chat;
      const otherLead = () => person('Lynne Robbins').chat;
      const attach = (opened: Answer, topic = 'share') =>
        lead().presses(opened.card, 'Answer with this topic', { topic });

      before(() => {
        later = 0;
      });

      it('with nothing to go through is told so', async () => {
        const list = await lead().says('unanswered');
        assert.match(list.text, /No open questions\nNothing is waiting for you\./);
        assert.deepEqual(titles(list), []);
      });

      it('sees of the questions that were asked as often the newest first', async () => {
        const asked = ['Where is the red stapler?', 'Where is the blue stapler?', 'Where is the green stapler?'];
        for (const text of [...asked, 'Where is the red stapler?', 'Where is the black stapler?'])
          await adele().says(text);
        const listed = titles(await lead().says('unanswered')).filter((title) => title.startsWith('Open: '));
        assert.deepEqual(
          listed,
          ['red', 'black', 'green', 'blue'].map((colour) => `Open: Where is the ${colour} stapler?`),
        );
        for (const one of asked) await lead().presses((await opens(lead(), one)).card, 'Dismiss');
        await lead().presses((await opens(lead(), 'Where is the black stapler?')).card, 'Dismiss');
      });

      it('gets a complaint about the topic that they chose, and decides anew', async () => {
        const text = 'How heavy may the binder be?';
        await adele().says(text);
        await attach(await opens(lead(), text));
        const answer = await adele().says(text);
        await adele().sends(thumb('dislike', idOf(answer), 'That is no answer'));
        const list = await lead().says('unanswered');
        assert.match(list.text, /binder[\s\S]*Asked once[\s\S]*as a lead chose, which did not help/);
        const again = await opens(lead(), text);
        assert.match(again.text, /Answer that did not help[\s\S]*“That is no answer”/);
        assert.equal(input(again.card, 'topic').value ?? '', '');
        assert.deepEqual(titles(again), ['Answer with this topic', 'Dismiss', 'Undo', 'Back to the list']);
        assert.match((await attach(again, 'required')).text, /“Whether updating is optional” answers this question/);
        assert.match((await lead().says('unanswered')).text, /No open questions/);
        const second = await adele().says(text);
        assert.equal(citationsOf(second).length, 1);
        await adele().sends(thumb('dislike', idOf(second)));
        await lead().presses((await opens(lead(), text)).card, 'Dismiss');
        assert.deepEqual(citationsOf(await adele().says(text)), []);
        assert.doesNotMatch((await lead().says('unanswered')).text, /binder/);
      });

      it('is not offered a topic that was answered already', async () => {
        const answer = await adele().says(ANSWERED);
        await adele().sends(thumb('dislike', idOf(answer)));
        const opened = await opens(lead(), ANSWERED);
        assert.equal(input(opened.card, 'topic').value ?? '', '');
        assert.match(opened.text, /Answer that did not help[\s\S]*gets an answer that did not help/);
        assert.doesNotMatch(opened.text, /No topic answers/);
        await adele().sends(thumb('like', idOf(answer)));
      });

      it('reads how each question stands', async () => {
        const partly = 'What does CPOR stand for? And how much do we get paid for it?';
        await adele().says(partly);
        const inPart = await opens(lead(), partly);
        assert.match(inPart.text, /^Question answered in part\n[\s\S]*A part of this question got no answer/);
        assert.equal(input(inPart.card, 'topic').value ?? '', '');
        const attached = await attach(inPart, 'cpor_meaning');
        assert.match(attached.text, /^Question with a topic\n/);
        const dismissed = await lead().presses((await lead().presses(attached.card, 'Undo')).card, 'Dismiss');
        assert.match(dismissed.text, /^Dismissed question\n[\s\S]*its words are gone after 180 days/);
        await adele().says(VAGUE);
        const suggested = await opens(lead(), VAGUE);
        assert.match(suggested.text, /^Question without a sure answer\n[\s\S]*No topic was sure/);
        assert.notEqual(input(suggested.card, 'topic').value ?? '', '');
      });

      it('still reads what led to a decision after the question has been answered for a while', async () => {
        const text = 'What colour has the folder?';
        await adele().says(text);
        await adele().says(text.toUpperCase());
        const attached = await attach(await opens(lead(), text.toUpperCase()));
        for (let i = 0; i < 6; i += 1) await adele().says(`${text} please`);
        const undone = await lead().presses(attached.card, 'Undo');
        assert.match(undone.text, /Asked 2 times/);
        assert.match(undone.text, /Also asked as “What colour has the folder\?”/);
        assert.doesNotMatch(undone.text, /please/);
        await lead().presses(undone.card, 'Dismiss');
      });

      it('finds what was decided, and takes it back from there', async () => {
        for (const text of ['Who waters the plants?', 'Who feeds the cat?']) await adele().says(text);
        await attach(await opens(lead(), 'Who waters the plants?'));
        await lead().presses((await opens(lead(), 'Who feeds the cat?')).card, 'Dismiss');
        const list = await lead().says('unanswered');
        const decided = await lead().presses(list.card, 'Decided questions');
        assert.match(decided.text, /^\d+ decided questions\n/);
        assert.match(
          decided.text,
          /feeds the cat\?\nDismissed on Jun 16, 2120[\s\S]*plants\?\nAnswered with “Who to share it with” since Jun 16, 2120/,
        );
        const opened = await lead().presses(decided.card, 'Open: Who waters the plants?');
        assert.deepEqual(titles(opened), ['Undo', 'Back to the list']);
        const undone = await lead().presses(opened.card, 'Undo');
        assert.doesNotMatch((await lead().presses(undone.card, 'Back to the list')).text, /plants/);
        assert.deepEqual(citationsOf(await adele().says('Who waters the plants?')), []);
        const open = await lead().presses(decided.card, 'Open questions');
        assert.match(open.text, /plants/);
        assert.doesNotMatch(open.text, /cat/);
      });

      it('pages through what was decided, too', async () => {
        for (let i = 0; i < 9; i += 1) {
          await adele().says(`Which paint did boat number ${i} get?`);
          await attach(await opens(lead(), `Which paint did boat number ${i} get?`));
        }
        const first = await lead().presses((await lead().says('unanswered')).card, 'Decided questions');
        assert.match(first.text, /boat number 8[\s\S]*boat number 1[\s\S]*1–8 of/);
        const next = await lead().presses(first.card, 'Next');
        assert.match(next.text, /decided questions[\s\S]*boat number 0/);
        const opened = await lead().presses(next.card, 'Open: Which paint did boat number 0 get?');
        assert.match((await lead().presses(opened.card, 'Back to the list')).text, /boat number 0/);
      });

      it('who decides once is told of nobody else, however often the press is delivered', async () => {
        const text = 'Which bus goes to the office?';
        await adele().says(text);
        let card = (await opens(lead(), text)).card;
        const values: [string, object][] = [
          ['Answer with this topic', { topic: 'share' }],
          ['Undo', {}],
          ['Dismiss', {}],
        ];
        for (const [title, entered] of values)
          for (const atOnce of [false, true]) {
            const how = { times: 2, activityId: 'new', atOnce };
            const answer = await lead().presses(card, title, { ...entered }, how);
            assert.equal(answer.cards.length, 2, title);
            assert.doesNotMatch(answer.text, /before you/, title);
            if (atOnce) card = answer.card;
          }
      });

      it('is told where another lead came first, also with the same decision', async () => {
        const text = 'Which lift goes to the roof?';
        await adele().says(text);
        const [mine, theirs] = [await opens(lead(), text), await opens(otherLead(), text)];
        await lead().presses(mine.card, 'Dismiss');
        const late = await otherLead().presses(theirs.card, 'Dismiss');
        assert.match(late.text, /before you[\s\S]*Dismissed/);
        await otherLead().presses(late.card, 'Undo');
        assert.match((await lead().presses(mine.card, 'Dismiss')).text, /before you/);
      });

      it('reads no name, user name or address of who asked', async () => {
        const asked = 'Hi, this is Vance, Adele (AdeleV@contoso.example). May Megan Bowen sign for Adele Vance?';
        await adele().says(asked);
        const list = await lead().says('unanswered');
        assert.match(list.text, /May Megan Bowen sign for …\?/);
        assert.doesNotMatch(list.text, /Adele|Vance/i);
        const answer = await adele().says(ANSWERED);
        await adele().sends(thumb('dislike', idOf(answer), 'Adele Vance, adelev@contoso.example: no'));
        const opened = await opens(lead(), ANSWERED);
        assert.match(opened.text, /“…, …: no”/);
        await adele().sends(thumb('like', idOf(answer)));
      });

      it('has a question with a name in it answered for everybody who puts theirs there', async () => {
        await adele().says('I am Adele Vance, who mends the printer?');
        await attach(await opens(lead(), 'I am …, who mends the printer?'));
        for (const name of ['Adele Vance', 'Alex Wilber'])
          assert.equal(citationsOf(await person(name).chat.says(`I am ${name}, who mends the printer?`)).length, 1);
      });

      it('reads only choices that were suggested, also beside an answer', async () => {
        const { chat } = person('Megan Bowen');
        for (const text of [VAGUE, HALF_VAGUE]) {
          const answer = await chat.says(text);
          const [first = ''] = titles(answer);
          const offered = JSON.stringify(answer.card);
          const other = ['purpose', 'share', 'support_category'].find((topic) => !offered.includes(`"${topic}"`));
          const data = { topic: other, asked: askedOf(answer) };
          assert.equal(citationsOf(await chat.presses(answer.card, first, {}, { data, force: true })).length, 1);
          assert.doesNotMatch((await opens(lead(), text)).text, /Chosen/, text);
          await chat.presses(answer.card, first);
          assert.ok((await opens(lead(), text)).text.includes(`Chosen: ${first}\n`), text);
        }
      });

      it('undoes after 180 days what was attached before', async () => {
        const text = 'Where may we park?';
        await adele().says(text);
        const attached = await attach(await opens(lead(), text));
        await adele().says('Where may we dance?');
        const dismissed = await lead().presses((await opens(lead(), 'Where may we dance?')).card, 'Dismiss');
        later += 181 * DAY_MS;
        assert.equal(citationsOf(await adele().says(text)).length, 1);
        later += 181 * DAY_MS;
        const decided = await lead().presses((await lead().says('unanswered')).card, 'Decided questions');
        assert.doesNotMatch(decided.text, /dance/);
        const opened = await lead().presses(decided.card, `Open: ${text}`);
        assert.match(opened.text, /Nobody asked it in the last 180 days/);
        assert.match(opened.text, /“Who to share it with” answers this question now/);
        const undone = await lead().presses(attached.card, 'Undo');
        assert.match(undone.text, /Where may we park\?/);
        assert.deepEqual(titles(undone), ['Back to the list']);
        assert.deepEqual(citationsOf(await adele().says(text)), []);
        assert.match((await lead().presses(dismissed.card, 'Undo')).text, /do not have this question any more/);
      });
    },
    { env: { LEADS }, overrides: { realTime } },
  );
});

/** The id of the question that topics are suggested for. */
function askedOf({ card }: Answer): string {
  const asked = /"asked":"([^"]+)"/.exec(JSON.stringify(card))?.[1];
  assert.ok(asked);
  return asked;
}
