/** Beside Teams: the bot as an agent in Microsoft 365 Copilot, and its search in Outlook. Shapes as docs/platform.md, "Surfaces", has them. */
import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buttons } from '../support/cards.ts';
import type { Chat } from '../support/teams/chat.ts';
import { Found } from '../support/teams/search.ts';
import type { Answer, Person } from '../support/teams.ts';
import { eachWorld, exportOf, importRows, pdf, type World } from './world.ts';

interface Manifest {
  readonly bots: readonly {
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string }[];
    }[];
  }[];
}

const MANIFEST = join(import.meta.dirname, '../../manifest/manifest.json');
const manifest = JSON.parse(readFileSync(MANIFEST, 'utf8')) as Manifest;
const env = { LEADS: 'isaiahl@contoso.example' };
const ADELE = 'adelev@contoso.example';
const MEGAN = 'meganb@contoso.example';
const ROSTER = { method: 'GET', url: /\/members\// };
const CONSENT = 'application/vnd.microsoft.teams.card.file.consent';
const FILES = /I take and give files in our chat in Teams only/;
const TOLD_IN_TEAMS = /I write to you about it in our chat in Teams/;
const WRITE_IN_TEAMS = /I can write to you by myself in Teams only/;

/** What the card of a search is made of, by the versions of the schema that brought it. */
const UP_TO_1_3 = new Set(
  ['AdaptiveCard', 'Container', 'TextBlock', 'Action.OpenUrl'].concat(['RichTextBlock', 'TextRun', 'ActionSet']),
);

const leadOf = ({ teams }: World) => teams.person({ name: 'Isaiah Langer' });
const titles = (answer: Answer) => buttons(answer.card).map(({ title }) => title);

describe('in Microsoft 365 Copilot', () => {
  let later = 0;
  eachWorld(
    (world) => {
      let adele: Person;
      let copilot: Chat;

      const inCopilot = (person: Person, type?: 'personal' | 'groupChat') =>
        person.in(world().teams.copilot(person, type));
      const postsTo = ({ conversation }: Chat) =>
        world().teams.count({ method: 'POST', url: new RegExp(encodeURIComponent(conversation.place.id)) });

      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        copilot = inCopilot(adele);
        await importRows(leadOf(world()), [
          { claim: 'CLM-1', customer: 'Contoso Retail', owner: ADELE },
          { claim: 'SECRET-1', customer: 'Secret Customer', owner: MEGAN },
        ]);
        await adele.chat.says('help');
      });

      it('a question gets the approved answer, its section cited, without thumbs that nobody would hear of', async () => {
        const answer = await copilot.says('What is Proof of Execution?');
        const [reply] = answer.replies;
        assert.match(String(reply?.text), /\[1\]/);
        assert.ok(JSON.stringify(reply?.entities).includes('"citation":[{'));
        assert.equal(reply?.channelData, undefined);
        const inTeams = await adele.chat.says('What is Proof of Execution?');
        assert.deepEqual(inTeams.replies[0]?.channelData, { feedbackLoopEnabled: true });
      });

      it('each prompt that the manifest offers there is understood', async () => {
        const list = manifest.bots[0]?.commandLists.find(({ scopes }) => scopes.includes('copilot'));
        for (const { title } of list?.commands ?? assert.fail()) {
          const answer = await copilot.says(title);
          assert.ok(answer.replies.length > 0, title);
          assert.doesNotMatch(answer.text, /did not understand|does not answer|does not say|Did you mean/, title);
          if (title.endsWith('?')) assert.match(answer.text, /\[1\]/, title);
        }
      });

      it('claims are shown by the rights that somebody has in Teams', async () => {
        const list = await copilot.says('what needs POE');
        assert.match(list.text, /Contoso Retail/);
        assert.doesNotMatch(list.text, /Secret Customer/);
        assert.match((await copilot.says('claim SECRET-1')).text, /cannot find/);
        const all = await inCopilot(leadOf(world())).says('what needs POE');
        assert.match(all.text, /Secret Customer/);
      });

      it('a press is answered by a message of its own, since a changed card would not stay, and once however often it comes', async () => {
        const claim = await copilot.says('claim CLM-1');
        const pressed = await copilot.presses(claim.card, 'No longer engaged', {}, { times: 2 });
        assert.equal(pressed.status, 200);
        for (const { body } of pressed.deliveries)
          assert.equal((body as { value: unknown }).value, 'The answer is below.');
        assert.equal(pressed.replies.length, 1);
        assert.match(pressed.text, /CLM-1/);
        await copilot.presses(pressed.card, 'Engaged again');
        assert.deepEqual(
          pressed.sent.map(({ kind }) => kind),
          ['message'],
        );
      });

      it('what is done counts as it does in Teams', async () => {
        const claim = await copilot.says('claim CLM-1');
        const done = await copilot.presses(claim.card, 'Was already there');
        assert.match(done.text, /Contoso Retail/);
        assert.doesNotMatch((await adele.chat.says('what needs POE')).text, /Contoso Retail/);
        const again = await adele.chat.says('claim CLM-1');
        await adele.chat.presses(again.card, 'Undo confirmation');
        assert.match((await copilot.says('what needs POE')).text, /Contoso Retail/);
      });

      it('files are said to go through Teams, wherever they come up', async () => {
        const fetched = () => world().teams.count({ method: 'GET', url: /\/files\/|attachments/ });
        const before = fetched();
        const claim = await copilot.says('claim CLM-1');
        const asked: Answer[] = [
          await copilot.drops([{ name: 'sow.pdf', bytes: pdf('sow') }]),
          await copilot.drops([{ name: 'export.csv', bytes: exportOf([{ claim: 'C-1' }]) }], 'import this'),
          await copilot.pastes(Buffer.from('a picture')),
          await copilot.says('how do I upload a document'),
          await copilot.presses(claim.card, 'Upload POE'),
          await inCopilot(leadOf(world())).says('how do I import the export'),
        ];
        for (const { text } of asked) assert.match(text, FILES);
        assert.equal(fetched(), before);
        // The claim that was opened there is proposed for the file that follows in Teams.
        const dropped = await adele.chat.drops([{ name: 'sow.pdf', bytes: pdf('sow') }]);
        assert.match(dropped.text, /CLM-1/);
        await adele.chat.presses(dropped.card, 'File POE');
      });

      it('a filed document is not offered there, and nobody is asked for a place for it', async () => {
        const claim = await copilot.says('claim CLM-1');
        const download = titles(claim).find((title) => /^Download/.test(String(title))) ?? assert.fail(claim.text);
        const answer = await copilot.presses(claim.card, download);
        assert.match(answer.text, FILES);
        const attached = answer.sent.flatMap(({ activity }) => activity.attachments ?? []);
        assert.ok(attached.every(({ contentType }) => contentType !== CONSENT));
      });

      it('help says what is done there, and that files are not', async () => {
        for (const person of [adele, leadOf(world())]) {
          const help = await inCopilot(person).says('help');
          assert.match(help.text, /Files go through our chat in Teams only/);
          assert.doesNotMatch(help.text, /\bdrop\b/i);
          assert.ok(!titles(help).some((title) => /document|import/i.test(String(title))));
        }
        assert.match((await adele.chat.says('help')).text, /Drop a document here/);
      });

      it('a ticket is opened once, and what becomes of it is told in Teams', async () => {
        const lead = leadOf(world());
        const desk = world().teams.channel('Desk');
        await lead.in(desk).mentions('desk here');
        const form = await copilot.says('open a ticket for claim CLM-1');
        const opened = await copilot.presses(
          form.card,
          'Submit ticket',
          { issue: 'other', description: 'Something is wrong.' },
          { times: 2, activityId: 'new' },
        );
        const name = /T-\d+/.exec(opened.text)?.[0] ?? assert.fail(opened.text);
        assert.match(opened.text, TOLD_IN_TEAMS);
        assert.equal(new Set(opened.text.match(/T-\d+ is open/g)).size, 1);
        const [before, mark, since] = [postsTo(copilot), adele.chat.conversation.mark, world().teams.requests.length];
        const shown = await lead.chat.says(`ticket ${name}`);
        await lead.chat.presses(shown.card, 'Take');
        await adele.chat.next(`${name}: Isaiah Langer took it`, { since: mark });
        await world().app.outbox.idle();
        assert.equal(postsTo(copilot), before);
        // The card that was pressed there is not the one in Teams that is kept up to date.
        const refused = world()
          .teams.requests.slice(since)
          .filter(({ status }) => status >= 400);
        assert.deepEqual(
          refused.map(({ method, url, status }) => `${status} ${method} ${url}`),
          [],
        );
      });

      it('reminders are promised for Teams to who is reached there, and others are asked to write there once', async () => {
        const grady = world().teams.person({ name: 'Grady Archie' });
        const there = inCopilot(grady);
        assert.match((await copilot.says('reminders on')).text, TOLD_IN_TEAMS);
        for (const text of ['reminders on', 'remind me later', 'I do not want to forget it, please remind me'])
          assert.match((await there.says(text)).text, WRITE_IN_TEAMS, text);
        assert.doesNotMatch((await there.says('reminders off')).text, WRITE_IN_TEAMS);
        await grady.chat.says('hello');
        assert.match((await there.says('reminders on')).text, TOLD_IN_TEAMS);
      });

      it('nobody is welcomed, or taken for gone, by what is told of the app there', async () => {
        assert.deepEqual((await copilot.install()).replies, []);
        await copilot.uninstall();
        copilot.conversation.blocked = false;
        assert.match((await copilot.says('reminders on')).text, TOLD_IN_TEAMS);
      });

      it('the roster is asked by the chat in Teams, where there is one', async () => {
        const { teams } = world();
        later += 25 * 3_600_000;
        const asked = teams.requests.length;
        await copilot.says('topics');
        const urls = teams.requests.slice(asked).flatMap(({ method, url }) => (method === 'GET' ? [url] : []));
        assert.equal(urls.length, 1);
        assert.ok(urls[0]?.includes(encodeURIComponent(adele.chat.conversation.place.id)), urls[0]);
        const once = teams.count(ROSTER);
        await copilot.says('topics');
        assert.equal(teams.count(ROSTER), once);
      });

      it('a desk is not named, whatever the activity says of a channel', async () => {
        const channel = world().teams.channel('General');
        const lead = leadOf(world());
        const answer = await lead.in(channel).sends({
          type: 'message',
          text: 'desk here',
          channelData: {
            tenant: { id: lead.tenantId },
            team: { id: 'x' },
            channel: { id: 'y' },
            productContext: 'COPILOT',
          },
        });
        assert.doesNotMatch(answer.text, /is your desk/);
      });

      const marks: Record<string, object> = {
        'the product that the channel names': { channelData: { productContext: 'Copilot' } },
        'an entity of its product': { entities: [{ type: 'ProductInfo', id: 'COPILOT' }] },
        'one mark among odd ones': {
          channelData: { productContext: { COPILOT: true } },
          entities: [null, 'COPILOT', { type: 'ProductInfo', id: ['COPILOT'] }, { type: 'ProductInfo', id: 'copilot' }],
        },
      };
      for (const [mark, marked] of Object.entries(marks))
        it(`is told by ${mark}`, async () => {
          const sent = { type: 'message', text: 'how do I upload a document', ...marked };
          assert.match((await adele.chat.sends(sent)).text, FILES);
        });

      it('is not told by other products, nor by marks of another shape', async () => {
        const marked = {
          channelData: { productContext: ['COPILOT'] },
          entities: [{ type: 'ProductInfo', id: 'WORD' }],
        };
        const sent = { type: 'message', text: 'how do I upload a document', ...marked };
        assert.match((await adele.chat.sends(sent)).text, /Drop one or several documents/);
      });

      describe('in a chat that Microsoft tells of as a group’s', () => {
        it('an activity of the shape that Microsoft has published is answered', async () => {
          const { teams } = world();
          const group = inCopilot(adele, 'groupChat');
          const answer = await group.sends({
            type: 'message',
            text: 'What is Proof of Execution?',
            textFormat: 'plain',
            timestamp: '2025-10-16T23:15:20.113832Z',
            localTimestamp: '2025-10-16T16:15:20.113832-07:00',
            localTimezone: 'America/Los_Angeles',
            entities: [
              // Without a text: the message has no mark of the mention either.
              { mentioned: { id: teams.bot.id, name: teams.bot.name }, type: 'mention' },
              { locale: 'en-US', timezone: 'America/Los_Angeles', type: 'clientInfo' },
              { id: 'COPILOT', type: 'ProductInfo' },
            ],
            channelData: { tenant: { id: adele.tenantId }, productContext: 'COPILOT' },
          });
          assert.match(answer.text, /\[1\]/);
          assert.equal(answer.replies.length, 1);
        });

        it('questions are answered, and customers’ data is kept to the chat in Teams', async () => {
          const group = inCopilot(adele, 'groupChat');
          assert.match((await group.says('What is Proof of Execution?')).text, /\[1\]/);
          for (const text of ['what needs POE', 'claim CLM-1', 'CLM-1', 'my tickets']) {
            const answer = await group.says(text);
            assert.match(answer.text, /our personal chat in Teams/, text);
            assert.doesNotMatch(answer.text, /Contoso Retail/, text);
          }
          assert.match((await group.drops([{ name: 'sow.pdf', bytes: pdf('sow') }])).text, FILES);
        });
      });
    },
    { env, overrides: { realTime: () => new Date(Date.now() + later) } },
  );
});

describe('in Outlook', () => {
  let later = 0;
  eachWorld(
    (world) => {
      let adele: Person;
      let outlook: Chat;

      const inOutlook = (person: Person) => person.in(world().teams.outlook(person));
      const ids = (found: Found) => found.lines.map((line) => line.split(' · ')[0]);

      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        outlook = inOutlook(adele);
        await importRows(leadOf(world()), [
          { claim: 'CLM-1', customer: 'Contoso Retail', owner: ADELE },
          { claim: 'SECRET-1', customer: 'Secret Customer', owner: MEGAN },
        ]);
        await adele.chat.says('help');
      });

      it('a search finds what somebody finds in Teams, and nothing is said anywhere', async () => {
        const { teams } = world();
        const before = teams.count({ method: 'POST' });
        for (const text of ['CLM-1', 'contoso', undefined]) {
          const [there, inTeams] = [await outlook.finds(text), await adele.chat.finds(text)];
          assert.deepEqual(there.lines, inTeams.lines);
          assert.deepEqual(ids(there), ['CLM-1']);
        }
        assert.match((await outlook.finds('SECRET-1')).message, /Nothing of yours matches/);
        assert.deepEqual(ids(await inOutlook(leadOf(world())).finds('SECRET-1')), ['SECRET-1']);
        assert.equal(teams.count({ method: 'POST' }), before);
      });

      it('the card that is put into the mail is of a version that is drawn there, and opens pages only', async () => {
        const [card] = (await outlook.finds('CLM-1')).cards;
        assert.ok(card);
        assert.equal(card.version, '1.3');
        const kinds = new Set(JSON.stringify(card).match(/(?<="type":")[^"]+/g));
        assert.deepEqual(
          [...kinds].filter((kind) => !UP_TO_1_3.has(kind)),
          [],
        );
        assert.deepEqual(
          buttons(card).map(({ type }) => type),
          ['Action.OpenUrl'],
        );
        assert.doesNotMatch(JSON.stringify(card), /Action\.(?:Execute|Submit)|contoso|retail|adele/i);
        assert.equal((await adele.chat.finds('CLM-1')).cards[0]?.version, '1.5');
      });

      it('somebody whom the bot does not know from Teams is asked to write there once', async () => {
        const megan = world().teams.person({ name: 'Megan Bowen' });
        assert.match((await inOutlook(megan).finds('SECRET-1')).message, /do not know you yet.*in Teams/);
        await megan.chat.says('help');
        assert.deepEqual(ids(await inOutlook(megan).finds('SECRET-1')), ['SECRET-1']);
      });

      it('an account that does not say who it is finds nothing, whatever it calls itself', async () => {
        for (const from of [
          { id: adele.id, name: 'Adele Vance' },
          { id: adele.aadObjectId },
          { id: `outlook:${adele.id}` },
        ]) {
          const value = { commandId: 'find', parameters: [{ name: 'text', value: 'CLM-1' }] };
          const found = await outlook.sends({ type: 'invoke', name: 'composeExtension/query', value, from });
          assert.match(new Found(found).message, /do not know you yet/, JSON.stringify(from));
        }
      });

      it('whatever else comes from there is told that this is for searching, and does nothing', async () => {
        const press = { name: 'adaptiveCard/action', value: { action: { verb: 'needs-poe', data: {} } } };
        const answers = [
          await outlook.says('what needs POE'),
          await outlook.drops([{ name: 'sow.pdf', bytes: pdf('sow') }]),
          await outlook.sends({ type: 'invoke', ...press }),
          await outlook.sends({ type: 'invoke', name: 'fileConsent/invoke', value: { action: 'accept' } }),
        ];
        for (const { status, text } of answers) {
          assert.equal(status, 200);
          assert.match(text, /I only search here/);
          assert.doesNotMatch(text, /Contoso/);
        }
        assert.equal((await outlook.install()).sent.length, 0);
        assert.equal((await outlook.sends({ type: 'installationUpdate', action: 'remove' })).sent.length, 0);
      });

      it('the roster is asked by the chat in Teams once a day, and what was written from there reaches that chat', async () => {
        const { teams } = world();
        later += 25 * 3_600_000;
        const asked = teams.count(ROSTER);
        await outlook.finds('CLM-1');
        await outlook.finds('CLM-1');
        assert.equal(teams.count(ROSTER), asked + 1);
        // Nobody's chat and account in Teams have become those of Outlook.
        await adele.chat.says('help');
        const lead = leadOf(world());
        await lead.in(teams.channel('Desk')).mentions('desk here');
        const form = await adele.chat.says('open a ticket for claim CLM-1');
        const opened = await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', description: 'Wrong.' });
        const name = /T-\d+/.exec(opened.text)?.[0] ?? assert.fail(opened.text);
        await outlook.finds(name);
        await lead.chat.presses((await lead.chat.says(`ticket ${name}`)).card, 'Take');
        await adele.chat.next(`${name}: Isaiah Langer took it`);
      });
    },
    { env, overrides: { realTime: () => new Date(Date.now() + later) } },
  );
});
