/** What clients and channels really send: one thing in many shapes, nothing in several, and other people's words beside one's own. */
import { strict as assert } from 'node:assert';
import Database from 'better-sqlite3';
import { button } from '../support/cards.ts';
import type { Person } from '../support/teams.ts';
import { eachWorld, importRows, openWorld, pdf, type World } from './world.ts';

const QUOTED = '<quoted messageId="1748239012345"/>';
const FILE = 'application/vnd.microsoft.teams.file.download.info';

const reply = (preview: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1"><strong itemprop="mri" itemid="28:x">CPOR Assistant</strong><p itemprop="preview">${preview}</p></blockquote>`;
const html = (content: unknown) => ({ contentType: 'text/html', content });
const withoutAddress = (name: string) => ({
  contentType: FILE,
  name,
  contentUrl: `https://contoso-my.sharepoint.com/personal/ana/Documents/${name}`,
  content: { uniqueId: 'u1', fileType: 'pdf' },
});

async function says(person: Person, text: unknown, more: object = {}) {
  return person.chat.sends({ type: 'message', text, ...more } as { type: string });
}

async function presses(person: Person, action: unknown, more: object = {}) {
  return person.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value: { action }, ...more });
}

describe('a message', () => {
  eachWorld((world) => {
    let ana: Person;
    before(async () => {
      ana = world().teams.person({ name: 'Ana Member', upn: 'ana@contoso.example' });
      await importRows(ana, [
        { claim: 'CLM-1', customer: 'Northwind Traders', owner: 'ana@contoso.example' },
        { claim: 'CLM-2', customer: 'Fabrikam Residences', owner: 'ana@contoso.example' },
      ]);
    });

    it('that answers a quoted one is understood as without the quote', async () => {
      const entity = { type: 'quotedReply', quotedReply: { messageId: '1748239012345', preview: 'CPOR reminder' } };
      for (const more of [{ entities: [entity] }, { entities: null }, {}]) {
        assert.match((await says(ana, `${QUOTED} what needs POE`, more)).text, /What needs POE/);
        assert.match((await says(ana, `${QUOTED}\r\nclaim CLM-1`, more)).text, /Northwind/);
        assert.match((await says(ana, `${QUOTED} is it required to update?`, more)).text, /recommended/i);
      }
      const attachments = [html(`${reply('claim CLM-2')}<p>claim CLM-1</p>`)];
      const answer = await says(ana, 'CPOR Assistant\r\nclaim CLM-2\r\n\r\nclaim CLM-1', { attachments });
      assert.match(answer.text, /Northwind/);
      assert.doesNotMatch(answer.text, /Fabrikam/);
    });

    it('that forwards one is understood by the words of who forwards it', async () => {
      const forwarded = '<blockquote itemtype="http://schema.skype.com/Forward"><p>claim CLM-2</p></blockquote>';
      const attachments = [html(`<p>claim CLM-1</p>${forwarded}`)];
      const answer = await says(ana, 'claim CLM-1\r\n\r\nclaim CLM-2', { attachments });
      assert.match(answer.text, /Northwind/);
      assert.doesNotMatch(answer.text, /Fabrikam/);
    });

    it('of other people’s words alone is answered with what is read', async () => {
      const forwarded = '<blockquote itemtype="http://schema.skype.com/Forward"><p>claim CLM-2</p></blockquote>';
      const voice = '<div><span itemid="1" itemtype="http://schema.skype.com/InputExtension"></span></div>';
      for (const [text, content] of [
        ['claim CLM-2', forwarded],
        [QUOTED, reply('claim CLM-2')],
        [null, voice],
      ]) {
        const answer = await says(ana, text, { attachments: [html(content)] });
        assert.match(answer.text, /I read what you write yourself/);
        assert.doesNotMatch(answer.text, /Fabrikam/);
      }
    });

    it('in a code block or in HTML alone is read as it is shown', async () => {
      const code = '<p>claim</p><pre itemid="codeBlockEditor-1"><code>CLM-1<br></code></pre>';
      for (const text of [undefined, null, '', '\u00a0'])
        assert.match((await says(ana, text, { attachments: [html(code)] })).text, /Northwind/, JSON.stringify(text));
      assert.match((await says(ana, '<p>claim <strong>CLM-1</strong></p>')).text, /Northwind/);
      assert.match(
        (await says(ana, '<div><p>what needs&nbsp;POE</p></div>', { textFormat: 'xml' })).text,
        /What needs/,
      );
    });

    it('that was changed is answered by its new words, once', async () => {
      const edited = (text: string, eventType: unknown = 'editMessage') => ({
        type: 'messageUpdate',
        text,
        channelData: { eventType, tenant: { id: ana.tenantId } },
      });
      const activityId = 'edited-1';
      assert.match((await ana.chat.says('claim CML-1', { activityId })).text, /cannot find/);
      assert.match((await ana.chat.sends(edited('claim CLM-1'), { activityId })).text, /Northwind/);
      assert.equal((await ana.chat.sends(edited('claim CLM-1'), { activityId })).replies.length, 0);
      assert.equal(
        (await ana.chat.sends(edited('claim CLM-1'), { activityId, times: 3, atOnce: true })).replies.length,
        0,
      );
      assert.match((await ana.chat.sends(edited('claim CLM-2'), { activityId, times: 2 })).text, /Fabrikam/);
      assert.equal((await ana.chat.says('claim CLM-2', { activityId })).replies.length, 0);
      const told = { ...edited('claim CLM-1'), type: 'message' };
      assert.match((await ana.chat.sends(told, { activityId, times: 2 })).text, /Northwind/);
      for (const other of ['undeleteMessage', 'softDeleteMessage', null])
        assert.equal((await ana.chat.sends(edited('claim CLM-1', other))).replies.length, 0);
      // One from before the bot, or from more than a day ago.
      assert.match((await ana.chat.sends(edited('claim CLM-1'), { activityId: 'edited-2' })).text, /Northwind/);
    });

    it('is the same whether what it lacks is null, empty or absent', async () => {
      for (const nothing of [null, '', undefined]) {
        const from = { id: ana.id, aadObjectId: ana.aadObjectId, name: nothing, type: nothing };
        const answer = await says(ana, 'claim CLM-1', {
          from,
          locale: nothing,
          localTimezone: nothing,
          localTimestamp: nothing,
          replyToId: nothing,
          entities: nothing,
          attachments: nothing,
          value: nothing,
          action: nothing,
          name: nothing,
          channelData: { tenant: { id: ana.tenantId }, team: nothing, channel: nothing, eventType: nothing },
        });
        assert.match(answer.text, /Northwind/, String(nothing));
      }
      const conversation = { ...ana.chat.conversation.place, conversationType: 'personal', type: undefined };
      for (const more of [
        { name: null, isGroup: null, role: null },
        { name: 7, isGroup: 'false', role: [] },
      ])
        assert.match(
          (await says(ana, 'claim CLM-1', { conversation: { ...conversation, ...more } })).text,
          /Northwind/,
        );
      const { status } = await says(ana, null, { attachments: null });
      assert.equal(status, 200);
    });

    it('is not spoilt by something odd in one field or one attachment', async () => {
      for (const attachments of [{ length: 1e9 }, 'x', 7])
        assert.match((await says(ana, 'claim CLM-1', { attachments })).text, /Northwind/);
      assert.match((await says(ana, { $gt: '' })).text, /did not understand/);
      const odd = { localTimezone: 7, locale: {}, replyToId: 12, channelData: 'x', action: [], name: 5, textFormat: 1 };
      assert.match((await says(ana, 'claim CLM-1', odd)).text, /Northwind/);
      const { teams } = world();
      const good = {
        contentType: FILE,
        name: 'CLM-1.pdf',
        content: { downloadUrl: teams.offerFile('CLM-1.pdf', pdf('odd')) },
      };
      for (const other of [
        {},
        null,
        7,
        { contentType: null },
        { contentType: 'application/x-new', content: { a: [] } },
        { contentType: 'x'.repeat(300) },
      ]) {
        const answer = await says(ana, null, { attachments: [other, good] });
        assert.match(answer.text, /CLM-1\.pdf/, JSON.stringify(other)?.slice(0, 40));
        assert.ok(button(answer.card, 'File POE'));
      }
    });
  });
});

describe('a file that no bot can fetch', () => {
  eachWorld((world) => {
    let ana: Person;
    before(async () => {
      ana = world().teams.person({ name: 'Ana Member', upn: 'ana@contoso.example' });
      await importRows(ana, [{ claim: 'FA-1', customer: 'Northwind Traders', owner: 'ana@contoso.example' }]);
    });

    it('is named with what to do, with words or without', async () => {
      for (const text of ['', null, 'POE for FA-1', 'here it is']) {
        const answer = await says(ana, text, { attachments: [withoutAddress('SOW.pdf')] });
        assert.match(answer.text, /SOW\.pdf: .*attach it here/, String(text));
        assert.doesNotMatch(answer.text, /did not understand|notice does not say/);
      }
      const reference = {
        contentType: 'reference',
        name: 'Plan.docx',
        contentUrl: 'https://contoso.sharepoint.com/Plan.docx',
      };
      assert.match((await says(ana, '', { attachments: [reference] })).text, /Plan\.docx: .*attach it here/);
      const sharing = 'https://contoso-my.sharepoint.com/:b:/g/personal/ana/EaBc?e=1';
      const link = await says(ana, sharing, { attachments: [html(`<p><a href="${sharing}">SOW.pdf</a></p>`)] });
      assert.match(link.text, /SOW\.pdf: .*attach it here/);
      assert.match((await says(ana, `POE for FA-1: ${sharing}`)).text, /The link: .*attach it here/);
      const voice = {
        contentType: 'audio/mp4',
        name: 'voice.m4a',
        contentUrl: `${world().teams.serviceUrl}v3/attachments/1/views/original`,
      };
      assert.match((await says(ana, '', { attachments: [voice] })).text, /voice\.m4a: .*voice messages/);
      const loop = {
        contentType: 'application/vnd.microsoft.card.fluidEmbedCard',
        content: '{"componentUrl":"https://loop.microsoft.com/x"}',
      };
      assert.match((await says(ana, '', { attachments: [loop] })).text, /Loop component.*PDF/);
    });

    it('does not keep a question or a command beside it from its answer', async () => {
      const asked = await says(ana, 'is it required to update?', { attachments: [withoutAddress('SOW.pdf')] });
      assert.match(asked.text, /SOW\.pdf: [\s\S]*recommended/i);
      const told = await says(ana, 'what needs POE', { attachments: [withoutAddress('SOW.pdf')] });
      assert.match(told.text, /SOW\.pdf: [\s\S]*What needs POE/);
    });

    it('does not keep the others from being taken', async () => {
      const { teams } = world();
      const good = (name: string) => ({
        contentType: FILE,
        name,
        content: { downloadUrl: teams.offerFile(name, pdf(name)) },
      });
      const answer = await says(ana, 'FA-1', {
        attachments: [good('one.pdf'), withoutAddress('bad.pdf'), good('two.pdf')],
      });
      assert.match(answer.text, /bad\.pdf: .*attach it here/);
      assert.match(answer.text, /one\.pdf[\s\S]*two\.pdf/);
      assert.match(
        (await ana.chat.presses(answer.card, 'File POE', { workloads: ['exchange-online'] })).text,
        /Filed 2 files/,
      );
    });

    it('is no matter where others read along', async () => {
      const group = ana.in(world().teams.group('Incentives'));
      const answer = await group.mentions('is it required to update? https://contoso.sharepoint.com/x');
      assert.match(answer.text, /recommended/i);
      const bot = `<at>${world().teams.bot.name}</at>`;
      const reference = {
        contentType: 'reference',
        name: 'Plan.docx',
        contentUrl: 'https://contoso.sharepoint.com/Plan.docx',
      };
      const shared = (text: string) =>
        group.sends({ type: 'message', text: `${bot} ${text}`, attachments: [reference] });
      assert.match((await shared('is it required to update?')).text, /recommended/i);
      assert.match((await shared('')).text, /cannot take files here/);
    });
  });
});

describe('the data of a button', () => {
  eachWorld((world) => {
    let ana: Person;
    before(async () => {
      ana = world().teams.person({ name: 'Ana Member', upn: 'ana@contoso.example' });
      await importRows(ana, [{ claim: 'NI-1', customer: 'Northwind Traders', owner: 'ana@contoso.example' }]);
    });

    it('is the same whether an input is null, empty or left out', async () => {
      for (const nothing of [null, '', undefined]) {
        const data = { page: nothing, program: nothing, workload: nothing, owner: nothing, text: nothing };
        const list = await presses(ana, { type: 'Action.Execute', verb: 'needs-poe', data });
        assert.match(list.text, /Northwind/, String(nothing));
        const topics = await presses(ana, { type: 'Action.Execute', verb: 'topics', data: nothing });
        assert.doesNotMatch(topics.text, /no longer in use/, String(nothing));
      }
      const form = await ana.chat.drops([{ name: 'NI-1.pdf', bytes: pdf('null') }]);
      const { data } = button(form.card, 'File POE') as { data: object };
      for (const nothing of [null, ''])
        for (const [field, value] of [['claimText', nothing]] as const) {
          const filed = await presses(ana, {
            verb: 'poe.file',
            data: { ...data, workloads: 'exchange-online', claim: await claimIn(form.card), [field]: value },
          });
          assert.match(filed.text, /Filed|Already filed/, String(nothing));
        }
    });

    it('may be the JSON text of it, at each depth', async () => {
      const data = { page: '0' };
      const actions = [
        { verb: 'needs-poe', data },
        JSON.stringify({ verb: 'needs-poe', data }),
        { verb: 'needs-poe', data: JSON.stringify(data) },
      ];
      for (const action of actions) assert.match((await presses(ana, action)).text, /Northwind/);
      const whole = await ana.chat.sends({
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: JSON.stringify({ action: actions[0] }),
      });
      assert.match(whole.text, /Northwind/);
      const submitted = JSON.stringify({ verb: 'needs-poe', page: 0 });
      assert.match((await ana.chat.sends({ type: 'message', value: submitted })).text, /Northwind/);
      for (const broken of ['{', '{"action":', '[]', '7', '{"action":{"verb":"topics","data":"{"}}'])
        assert.match(
          (await ana.chat.sends({ type: 'invoke', name: 'adaptiveCard/action', value: broken })).text,
          /no longer in use/,
        );
    });

    it('may have texts in place of numbers and switches, and the other way round', async () => {
      for (const page of [0, '0', '0.0', true, 'x'])
        assert.match((await presses(ana, { verb: 'needs-poe', data: { page } })).text, /Northwind/, String(page));
      for (const text of ['Northwind', 7, true]) {
        const list = await presses(ana, { verb: 'needs-poe', data: { text } });
        assert.doesNotMatch(list.text, /no longer in use/, String(text));
      }
    });

    it('of a search in the compose box may be null or its JSON text, too', async () => {
      const find = (value: unknown) => ana.chat.sends({ type: 'invoke', name: 'composeExtension/query', value });
      const query = (value: unknown) => ({ commandId: 'find', parameters: [{ name: 'text', value }] });
      for (const value of [query(null), query(''), JSON.stringify(query('NI-1')), query('\u200bNI\u20111\u200e')])
        assert.match(JSON.stringify((await find(value)).body), /NI-1/, JSON.stringify(value));
    });
  });
});

async function claimIn(card: unknown): Promise<string> {
  const [, claim = ''] = /"id":"claim"[^}]*?"value":"([^"]+)"/.exec(JSON.stringify(card)) ?? [];
  return claim;
}

describe('a person whose account comes without their directory id', () => {
  eachWorld(
    (world) => {
      const stranger = { aadObjectId: null };
      const from = (person: Person, more: object) => ({ from: { id: person.id, name: person.name, ...more } });

      it('is who they are known to be, with the same rights and drafts', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        await importRows(lead, [{ claim: 'AD-1', customer: 'Northwind Traders' }]);
        assert.match((await says(lead, 'report')).text, /Where the campaign stands/);
        for (const more of [stranger, {}, { aadObjectId: '' }])
          assert.match((await says(lead, 'report', from(lead, more))).text, /Where the campaign stands/);
        const form = await lead.chat.drops([{ name: 'AD-1.pdf', bytes: pdf('aad') }]);
        const { data } = button(form.card, 'Discard') as { data: object };
        const discarded = await presses(lead, { verb: 'poe.discard', data }, from(lead, stranger));
        assert.match(discarded.text, /Discarded/);
      });

      it('has no rights where nobody knows the account, whatever the roster and the name say', async () => {
        const lead = world().teams.person({ name: 'Isaiah Langer' });
        const owner = world().teams.person({ name: 'Nora Owner', upn: 'nora@contoso.example' });
        await importRows(
          lead,
          [
            { claim: 'UN-1', customer: 'Tailspin Toys', owner: 'nora@contoso.example' },
            { claim: 'UN-2', customer: 'Wingtip Toys' },
            { claim: 'UN-3', customer: 'Proseware', owner: 'Nora Owner' },
          ],
          'unknown.csv',
        );
        const second = world().teams.person({ name: 'Second Lead', upn: 'second@contoso.example' });
        assert.match((await says(second, 'report', from(second, stranger))).text, /for leads|Only leads/i);
        for (const text of ['claim UN-1', 'claim UN-2', 'claim UN-3', 'what needs POE'])
          assert.doesNotMatch(
            (await says(owner, text, from(owner, stranger))).text,
            /Tailspin|Wingtip|Proseware/,
            text,
          );
        // Once the directory's id has come with it, it is theirs.
        await says(owner, 'help');
        assert.match((await says(owner, 'claim UN-1', from(owner, stranger))).text, /Tailspin/);
        // An account of another tenant is not.
        const elsewhere = world().teams.person({ name: 'Eve', tenantId: '22222222-2222-4222-8222-222222222222' });
        const foreign = await says(elsewhere, 'claim UN-1', { from: { id: owner.id, name: 'Nora Owner' } });
        assert.doesNotMatch(foreign.text, /Tailspin/);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example,second@contoso.example' } },
  );
});

describe('the bot that a new version of the app brings', () => {
  let world: World;
  before(async () => {
    world = await openWorld('sqlite');
  });
  after(() => world?.dispose());

  it('welcomes who is new to it, once, and nobody else', async () => {
    const upgrade = { type: 'installationUpdate', action: 'add-upgrade' } as const;
    const fresh = world.teams.person({ name: 'Fresh Person' });
    const both = await fresh.chat.sends(upgrade, { times: 2, atOnce: true, activityId: 'new' });
    assert.equal(both.replies.length, 1);
    assert.match(both.text, /CPOR and POE, in one place/);
    for (const action of ['remove-upgrade', 'add-upgrade'])
      assert.equal((await fresh.chat.sends({ type: 'installationUpdate', action })).replies.length, 0, action);
    const known = world.teams.person({ name: 'Known Person' });
    await known.chat.says('help');
    assert.equal((await known.chat.sends(upgrade)).replies.length, 0);
    const inGroup = world.teams.person({ name: 'Group Person' });
    await inGroup.in(world.teams.group('Incentives')).mentions('help');
    assert.equal((await inGroup.in(world.teams.group('Incentives')).sends(upgrade)).replies.length, 0);
    assert.equal((await inGroup.chat.sends(upgrade)).replies.length, 1);
  });
});

describe('what is kept of a person', () => {
  let world: World;
  before(async () => {
    world = await openWorld('sqlite', { env: { TIME_ZONE: 'America/Chicago' } });
  });
  after(() => world?.dispose());

  function kept({ aadObjectId }: Person): { reference?: string; reachable: boolean; timeZone?: string } {
    const store = new Database(`${world.place.dataDir}/store.sqlite`, { readonly: true });
    try {
      const row = store.prepare("SELECT doc FROM people WHERE json_extract(doc, '$.userId') = ?").get(aadObjectId);
      return JSON.parse((row as { doc: string }).doc);
    } finally {
      store.close();
    }
  }

  it('is no reference from a chat of two people, whose invokes are called personal, too', async () => {
    const ana = world.teams.person({ name: 'Ana Member' });
    const conversation = { id: '19:a_b@unq.gbl.spaces', conversationType: 'personal', tenantId: ana.tenantId };
    const press = { type: 'invoke', name: 'adaptiveCard/action', value: { action: { verb: 'topics' } } } as const;
    const others = [
      press,
      { ...press, name: 'composeExtension/onCardButtonClicked' },
      { ...press, name: 'task/fetch' },
    ];
    for (const activity of others) await ana.chat.sends({ ...activity, conversation });
    assert.equal(kept(ana).reference, undefined);
    assert.equal(kept(ana).reachable, false);
    await ana.chat.says('help');
    const { reference } = kept(ana);
    assert.match(reference ?? '', new RegExp(ana.chat.conversation.place.id));
    for (const activity of others) await ana.chat.sends({ ...activity, conversation });
    assert.equal(kept(ana).reference, reference);
    // A block is not undone by a press elsewhere, and is by one in the chat itself.
    await ana.chat.uninstall();
    for (const activity of others) await ana.chat.sends({ ...activity, conversation });
    assert.equal(kept(ana).reachable, false);
    await ana.chat.sends(press);
    assert.equal(kept(ana).reachable, true);
  });

  it('is the time zone of the message, else of the client, else of its local time, else none but the tenant’s', async () => {
    const zone = async (name: string, more: object) => {
      const person = world.teams.person({ name });
      await person.chat.sends({ type: 'message', text: 'help', localTimezone: null, localTimestamp: null, ...more });
      return kept(person).timeZone;
    };
    const entities = [{ type: 'clientInfo', timezone: 'Asia/Tokyo' }];
    assert.equal(await zone('Anna One', { localTimezone: 'Europe/Berlin', entities }), 'Europe/Berlin');
    assert.equal(await zone('Anna Two', { entities }), 'Asia/Tokyo');
    assert.equal(await zone('Anna Three', { localTimestamp: '2020-06-16T21:30:00.000+05:30' }), '+05:30');
    assert.equal(await zone('Anna Four', { localTimestamp: '2020-06-16T11:00:00.000-05:00' }), 'America/Chicago');
    assert.equal(await zone('Anna Five', {}), undefined);
    assert.equal(await zone('Anna One', {}), 'Europe/Berlin');
  });
});
