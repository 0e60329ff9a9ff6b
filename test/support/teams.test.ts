import assert from 'node:assert/strict';
import {
  CardFactory,
  ConfigurationBotFrameworkAuthentication,
  type Activity as SdkActivity,
  TeamsInfo,
  type TurnContext,
} from 'botbuilder';
import { type SmallBot, startBot } from './bot.ts';
import { type Person, startTeams, type Teams } from './teams.ts';

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'How many?' },
    { type: 'Input.Number', id: 'count', value: 3 },
  ],
  actions: [
    {
      type: 'Action.Execute',
      title: 'Count',
      verb: 'count',
      data: { key: 'k1' },
      fallback: { type: 'Action.Submit', data: { verb: 'count', key: 'k1' } },
    },
  ],
};

/** Says what it got, so that the tests see what a bot sees. */
async function small(context: TurnContext, held: SdkActivity[]): Promise<void> {
  const { activity } = context;
  held.push(activity);
  if (activity.type === 'invoke') {
    const value = { ...CARD, body: [{ type: 'TextBlock', text: `Counted ${activity.value.action.data.count}` }] };
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  } else if (activity.value) await context.sendActivity(`submitted ${JSON.stringify(activity.value)}`);
  else if (activity.text === 'card') await context.sendActivity({ attachments: [CardFactory.adaptiveCard(CARD)] });
  else if (activity.text === 'who') {
    const { name, email, userPrincipalName } = await TeamsInfo.getMember(context, activity.from.id);
    const roster = await TeamsInfo.getPagedMembers(context);
    await context.sendActivity(`${name} ${email} ${userPrincipalName} of ${roster.members.length}`);
  } else if (activity.text === 'change') {
    const sent = await context.sendActivity('v1');
    await context.updateActivity({ type: 'message', text: 'v2', id: sent?.id ?? '' });
    await context.deleteActivity((await context.sendActivity('gone'))?.id ?? '');
  } else if (activity.text === 'change a card') {
    const id = (await context.sendActivity({ attachments: [CardFactory.adaptiveCard(CARD)] }))?.id ?? '';
    held[0] = { ...activity, id };
  } else if (activity.text === 'card and change') {
    const { actions, ...old } = CARD;
    await context.sendActivity({ attachments: [CardFactory.adaptiveCard(CARD)] });
    const changed = { type: 'message', attachments: [CardFactory.adaptiveCard(old)], id: held[0]?.id ?? '' };
    await context.updateActivity(changed);
  } else await context.sendActivity(`${activity.type} ${activity.text ?? activity.action ?? ''}`);
}

describe('the stand-in for Teams', () => {
  let teams: Teams;
  let bot: SmallBot;
  let adele: Person;
  let seen: SdkActivity[];

  beforeEach(async () => {
    seen = [];
    teams = await startTeams({ now: () => new Date('2020-06-16T09:00:00Z') });
    bot = await startBot(new ConfigurationBotFrameworkAuthentication({}), (context) => small(context, seen));
    teams.connectTo(bot.endpoint);
    adele = teams.person({ name: 'Adele Vance', timeZone: 'Europe/Berlin', locale: 'de-DE' });
  });

  afterEach(async () => {
    await bot.stop();
    await teams.stop();
  });

  it('delivers a message in the shape of Teams and gives back what the bot said', async () => {
    const answer = await adele.chat.says('hello <you>');
    assert.equal(answer.status, 200);
    assert.deepEqual(
      answer.replies.map(({ text }) => text),
      ['message hello <you>'],
    );
    const [activity] = seen;
    assert.equal(activity?.from.aadObjectId, adele.aadObjectId);
    assert.equal(activity?.conversation.conversationType, 'personal');
    assert.equal(activity?.conversation.tenantId, adele.tenantId);
    assert.equal(activity?.localTimezone, 'Europe/Berlin');
    assert.equal(activity?.localTimestamp?.toISOString(), '2020-06-16T09:00:00.000Z');
    assert.deepEqual(activity?.attachments, [{ contentType: 'text/html', content: '<p>hello &lt;you&gt;</p>' }]);
    assert.equal(answer.replies[0]?.replyToId, activity?.id);
  });

  it('tells of an installation twice and refuses what is sent after an uninstall', async () => {
    const installed = await adele.chat.install();
    assert.equal(installed.text, 'conversationUpdate \ninstallationUpdate add');
    const removed = await adele.chat.uninstall();
    assert.deepEqual(removed.replies, []);
    assert.match(String(bot.errors[0]), /MessageWritesBlocked/);
  });

  it('merges inputs into a press and puts the card answered in place of the old one', async () => {
    const { card } = await adele.chat.says('card');
    const answer = await adele.chat.presses(card, 'Count', { count: 5 });
    const [, invoke] = seen;
    const action = { type: 'Action.Execute', title: 'Count', verb: 'count', data: { key: 'k1', count: '5' } };
    assert.deepEqual(invoke?.value, { action, trigger: 'manual' });
    assert.equal(invoke?.replyToId, adele.chat.conversation.messageOf(card));
    assert.match(answer.text, /^Counted 5/);
    assert.equal(adele.chat.lastCard, answer.card);
    assert.equal(adele.chat.conversation.shown.length, 1);
  });

  it('falls back to a submit as old clients do', async () => {
    const { card } = await adele.chat.says('card');
    const answer = await adele.chat.submits(card, 'Count', { count: 4 });
    assert.equal(answer.text, 'submitted {"verb":"count","key":"k1","count":"4"}');
  });

  it('delivers again with the same id, with new ones, and at once', async () => {
    await adele.chat.says('a', { times: 2 });
    await adele.chat.says('b', { times: 3, activityId: 'new', atOnce: true });
    await adele.chat.says('c', { activityId: 'mine' });
    const ids = seen.map(({ id }) => id);
    assert.equal(ids[0], ids[1]);
    assert.equal(new Set(ids.slice(2, 5)).size, 3);
    assert.equal(ids[5], 'mine');
  });

  it('mentions the bot in groups and channels as Teams does', async () => {
    const answer = await adele.in(teams.channel('Help')).mentions('what now');
    assert.match(answer.text, /^message <at>CPOR Assistant<\/at>\u00a0what now$/);
    assert.equal(seen[0]?.entities?.[0]?.type, 'mention');
    assert.equal(seen[0]?.channelData.channel.id, seen[0]?.conversation.id);
    await adele.in(teams.group('Lunch')).mentions('hi');
    assert.equal(seen[1]?.conversation.conversationType, 'groupChat');
  });

  it('knows its members', async () => {
    const group = teams.group('Lunch');
    teams.person({ name: 'Megan Bowen' }).in(group);
    const answer = await adele.in(group).says('who');
    assert.equal(answer.text, 'Adele Vance adelev@contoso.example adelev@contoso.example of 2');
  });

  it('shows changes and removals', async () => {
    const answer = await adele.chat.says('change');
    assert.deepEqual(
      answer.sent.map(({ kind }) => kind),
      ['message', 'update', 'message', 'delete'],
    );
    assert.deepEqual(
      adele.chat.conversation.shown.map(({ text }) => text),
      ['v2'],
    );
  });

  it('takes the card of an answer before an older one that changes meanwhile', async () => {
    await adele.chat.says('change a card');
    const answer = await adele.chat.says('card and change');
    assert.deepEqual(
      answer.sent.map(({ kind }) => kind),
      ['message', 'update'],
    );
    assert.equal((answer.card.actions as unknown[]).length, 1);
  });

  it('serves files until they are revoked, and pictures', async () => {
    await adele.chat.drops([{ name: 'Sow.PDF', bytes: Buffer.from('pdf') }], 'for C-1');
    const [file, twin] = seen[0]?.attachments ?? [];
    assert.equal(file?.contentType, 'application/vnd.microsoft.teams.file.download.info');
    assert.equal(file?.content.fileType, 'pdf');
    assert.equal(twin?.contentType, 'text/html');
    const url = file?.content.downloadUrl;
    assert.equal(await (await fetch(url)).text(), 'pdf');
    teams.revoke(url);
    assert.equal((await fetch(url)).status, 401);
    await adele.chat.pastes(Buffer.from('png'));
    const [picture] = seen[1]?.attachments ?? [];
    assert.equal(picture?.contentType, 'image/*');
    assert.equal(await (await fetch(picture?.contentUrl ?? '')).text(), 'png');
  });

  it('streams without end and sends elsewhere when asked to', async () => {
    const endless = await fetch(teams.offerFile('big.pdf', { endless: true }));
    const reader = endless.body?.getReader();
    assert.ok((await reader?.read())?.value);
    await reader?.cancel();
    const away = await fetch(teams.offerFile('a.pdf', { redirectTo: 'http://127.0.0.1:1/' }), { redirect: 'manual' });
    assert.equal(away.headers.get('location'), 'http://127.0.0.1:1/');
  });

  it('fails as planned: refused, cut before and after delivery', async () => {
    const refused = teams.inject({ status: 412 }, { method: 'POST', times: 2 });
    await adele.chat.says('one');
    assert.equal(refused.hits, 1);
    await adele.chat.says('two');
    assert.equal(bot.errors.length, 2);
    teams.inject({ status: 429, headers: { 'x-hint': 'slow' } }, { url: /\/members\// });
    const answer = await adele.chat.says('who');
    assert.deepEqual(answer.sent, []);
    const away = () =>
      fetch(`${teams.serviceUrl}v3/conversations/${adele.chat.conversation.place.id}/activities`, post('x'));
    teams.inject({ reset: true });
    await assert.rejects(away);
    assert.deepEqual(adele.chat.conversation.shown, []);
    teams.inject({ lost: true });
    await assert.rejects(away);
    assert.equal(adele.chat.conversation.shown.length, 1);
    teams.inject({ lost: true, status: 502 });
    assert.equal((await away()).status, 502);
    assert.equal(adele.chat.conversation.shown.length, 2);
  });

  it('holds an answer until released, while another waits for it', async () => {
    const held = teams.inject({ hold: true }, { method: 'POST' });
    const turn = adele.chat.says('slow');
    const { body } = await held.reached;
    assert.equal((body as { text: string }).text, 'message slow');
    assert.deepEqual(adele.chat.conversation.shown, []);
    const coming = adele.chat.next('message slow');
    held.release();
    assert.equal((await coming).text, (await turn).text);
  });

  it('says what came when the expected did not', async () => {
    await adele.chat.says('hi');
    await assert.rejects(
      adele.chat.next(/never/, { timeoutMs: 1 }),
      /waited for \/never\/; there came: \n- message message: message hi/,
    );
  });

  it('refuses messages that are too large, and strangers', async () => {
    await adele.chat.says('x'.repeat(60_000));
    assert.match(String(bot.errors[0]), /MessageSizeTooBig/);
    const strange = await fetch(`${teams.serviceUrl}v3/conversations/nobody/activities`, post('x'));
    assert.equal(strange.status, 404);
  });

  it('gives the one personal chat to a bot that creates it', async () => {
    const create = { members: [{ id: adele.id }], activity: { type: 'message', text: 'unasked' } };
    const response = await fetch(`${teams.serviceUrl}v3/conversations`, { ...post(''), body: JSON.stringify(create) });
    assert.equal(response.status, 201);
    assert.equal(((await response.json()) as { id: string }).id, adele.chat.conversation.place.id);
    assert.equal((await adele.chat.next('unasked')).kind, 'message');
  });
});

function post(text: string) {
  return { method: 'POST', body: JSON.stringify({ type: 'message', text }) };
}
