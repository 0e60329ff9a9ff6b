import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CardFactory, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { type SmallBot, startBot } from '../support/bot.ts';
import { freePort } from '../support/free-port.ts';
import { openChat, type PlaygroundChat } from './chat.ts';
import { type Playground, startPlayground } from './driver.ts';

const choices = (...titles: string[]) => titles.map((title) => ({ title, value: title.toLowerCase() }));

const CARD = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: 'Where does it belong?' },
    {
      type: 'Input.ChoiceSet',
      id: 'claim',
      label: 'Claim',
      isRequired: true,
      errorMessage: 'Choose',
      choices: choices('One', 'Two'),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'filtered',
      label: 'Filtered',
      style: 'filtered',
      choices: choices('Adele', 'Alex'),
    },
    {
      type: 'Input.ChoiceSet',
      id: 'workloads',
      label: 'Workloads',
      isMultiSelect: true,
      choices: choices('Exchange', 'Teams', 'Intune'),
    },
    { type: 'Input.ChoiceSet', id: 'side', label: 'Side', style: 'expanded', choices: choices('Left', 'Right') },
    {
      ...{ type: 'Input.ChoiceSet', id: 'many', label: 'Many', style: 'expanded', isMultiSelect: true },
      choices: choices('Red', 'Green', 'Blue'),
    },
    { type: 'Input.Text', id: 'note', label: 'Note' },
  ],
  actions: [
    { type: 'Action.Execute', title: 'File', verb: 'file', data: { once: 'k1' } },
    { type: 'Action.Submit', title: 'Later', data: { later: true }, associatedInputs: 'none' },
  ],
};

const BROKEN = {
  type: 'AdaptiveCard',
  version: '1.5',
  actions: [{ type: 'Action.Execute', title: 'Break', verb: 'file', data: { key: 'k1' } }],
};

async function small(context: TurnContext): Promise<void> {
  const { activity } = context;
  const file = activity.attachments?.find(({ contentType }) => contentType.includes('file.download.info'));
  if (activity.type === 'invoke') {
    const told = JSON.stringify(activity.value.action.data);
    const value = { ...CARD, body: [{ type: 'TextBlock', wrap: true, text: told }], actions: [] };
    const body = { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
    await context.sendActivity({ type: 'invokeResponse', value: { status: 200, body } });
  } else if (file) await context.sendActivity(`file ${file.name} at ${file.content.downloadUrl}: ${activity.text}`);
  else if (activity.value) await context.sendActivity(`later ${activity.value.later}`);
  else if (activity.text === 'broken') await context.sendActivity({ attachments: [CardFactory.adaptiveCard(BROKEN)] });
  else if (activity.text === 'card') await context.sendActivity({ attachments: [CardFactory.adaptiveCard(CARD)] });
  else if (activity.type === 'message')
    await context.sendActivity(`echo ${activity.text} in ${activity.localTimezone}`);
}

describe('the driver of the Agents Playground', function () {
  this.timeout(60_000);
  let dir: string;
  let bot: SmallBot;
  let playground: Playground;
  let chat: PlaygroundChat;

  before(async () => {
    dir = mkdtempSync(join(tmpdir(), 'playground-'));
    bot = await startBot(new ConfigurationBotFrameworkAuthentication({}), small);
    playground = await startPlayground({ botPort: bot.port, port: await freePort(), dir });
    chat = await openChat(playground);
  });

  after(async () => {
    await chat?.close();
    await playground?.stop();
    await bot?.stop();
    rmSync(dir, { recursive: true });
  });

  it('types and reads', async () => {
    await chat.say('hello');
    await chat.sees('echo hello in America/Los_Angeles');
  });

  it('fills a card and presses', async () => {
    await chat.say('card');
    const card = await chat.lastCard();
    assert.match(card.text, /^Where does it belong\?/);
    assert.deepEqual(card.buttons, ['File', 'Later']);
    await chat.choose('Claim', 'Two');
    await chat.choose('Filtered', 'Alex');
    await chat.choose('Workloads', ['Exchange', 'Intune']);
    await chat.choose('Side', 'Right');
    await chat.choose('Many', ['Red', 'Blue']);
    await chat.choose('Note', 'as agreed');
    await chat.screenshot(join(dir, 'card.png'));
    assert.ok(statSync(join(dir, 'card.png')).size > 10_000);
    await chat.press('File');
    const place = await chat.sees(/"once":"k1"/);
    assert.deepEqual(JSON.parse((await place.textContent()) ?? ''), {
      ...{ once: 'k1', claim: 'two', filtered: 'alex', workloads: 'exchange,intune', side: 'right', many: 'red,blue' },
      note: 'as agreed',
    });
  });

  it('presses a submit', async () => {
    await chat.say('card');
    await chat.sees('Where does it belong?');
    await chat.press('Later');
    await chat.sees('later true');
  });

  it('tells of the renderer that fails on data with a key', async () => {
    await chat.say('broken');
    await chat.sees('Break');
    await assert.rejects(chat.press('Break'), /read only property 'key'/);
  });

  it('hands in a file', async () => {
    await chat.sendFile('sow.pdf', 'http://127.0.0.1:9/sow.pdf', 'for C-1');
    await chat.sees('file sow.pdf at http://127.0.0.1:9/sow.pdf: for C-1');
  });

  it('does not take another Playground for its own', async () => {
    const port = Number(new URL(playground.url).port);
    await assert.rejects(startPlayground({ botPort: bot.port, port, dir: join(dir, 'second') }), /is taken/);
  });
});
