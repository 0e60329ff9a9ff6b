/** Messages of every kind, and people who come and go. */
import { strict as assert } from 'node:assert';
import Database from 'better-sqlite3';
import { eachWorld, importRows, openWorld, type World } from './world.ts';

describe('a message', () => {
  eachWorld((world) => {
    before(() =>
      importRows(world().teams.person({ name: 'Isaiah Langer' }), [
        { claim: 'CLM-1', customer: '[Contoso](https://evil.example) <b>&amp;' },
        { claim: '#17', customer: 'Seventeen' },
        { claim: 'CLAIM-7', customer: 'Seven' },
      ]),
    );

    it('opens a claim however its ID is written', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      for (const text of ['CLM-1', 'clm-1', ' CLM-1 ', 'CLM-1?', 'Claim: CLM-1', 'claim   clm-1 ', 'show claim CLM-1!'])
        assert.match((await adele.chat.says(text)).text, /Claim CLM-1 /, text);
      for (const text of ['claim #17', '#17', 'claim #17.'])
        assert.match((await adele.chat.says(text)).text, /Seventeen/, text);
      for (const text of ['CLAIM-7', 'claim CLAIM-7', 'claim-7'])
        assert.match((await adele.chat.says(text)).text, /Seven/, text);
    });

    it('opens a claim whatever signs a chat or a word processor made of it, and shows', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      for (const text of [
        'claim CLM\u20111',
        'CLM\u20131',
        'CLM\u22121?',
        '\u200eCLM-1\u200b',
        'cl\u00adm-1',
        'C\u2060LM\u2010\ufeff1',
        'claim “CLM-1”',
        '‘CLM‑1’',
        'claim: „CLM–1“.',
        'is there POE for CLM–1?',
        '\ufeffclaim\u200b CLM-1',
      ])
        assert.match((await adele.chat.says(text)).text, /CLM-1/, JSON.stringify(text));
      for (const [text, expected] of [
        ['he\u00adlp\u200b', /What I can do/],
        ['what needs\u2007POE\u200e', /What needs POE/],
        ['ticket T\u20119999', /T-9999|ticket/],
      ] as const)
        assert.match((await adele.chat.says(text)).text, expected, JSON.stringify(text));
    });

    it('opens a claim whichever quotation marks the chat makes of those in its ID', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      await importRows(
        lead,
        [
          { claim: 'EX#1', customer: 'Plain' },
          { claim: "EX'2", customer: 'Straight' },
        ],
        'signs.csv',
      );
      assert.match((await lead.chat.says("claim EX'2")).text, /Straight/);
      assert.match((await lead.chat.says('claim EX’2')).text, /Straight/);
    });

    it('names a customer or a person by any apostrophe', async () => {
      const { teams } = world();
      const lead = teams.person({ name: 'Isaiah Langer' });
      const owner = teams.person({ name: 'Aoife O’Brien', upn: 'aoife@contoso.example' });
      await owner.chat.says('help');
      await importRows(lead, [{ claim: 'QU-1', customer: "O'Reilly Freight" }], 'quotes.csv');
      for (const text of ['O’Reilly Freight', 'show me O´Reilly Freight', 'what needs POE for O‘Reilly'])
        assert.match((await lead.chat.says(text)).text, /QU-1|O'Reilly/, text);
      // A name proposes, and the lead says who is meant.
      const proposed = await lead.chat.says("assign “QU–1” to 'Aoife O'Brien'");
      assert.match((await lead.chat.presses(proposed.card, 'claim.assign')).text, /QU-1 is now with Aoife O’Brien/);
    });

    it('is answered with a sentence, whatever it holds', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      const odd = [
        '👍',
        '👩‍🚀'.repeat(500),
        'x'.repeat(10_000),
        '<script>alert(1)</script>',
        '<at>x',
        '\u0000',
        '\ud800',
        '${title}',
        '=1+1',
        '{{x}}',
        '﷽'.repeat(500),
      ];
      for (const text of [
        ...odd,
        ...odd.map((part) => `claim ${part}`),
        ...odd.map((part) => `what needs POE for ${part}`),
      ]) {
        const answer = await adele.chat.says(text);
        assert.equal(answer.status, 200, text.slice(0, 50));
        assert.equal(answer.replies.length, 1, text.slice(0, 50));
        assert.doesNotMatch(answer.text, /went wrong/, text.slice(0, 50));
      }
    });

    it('is not repeated back at length', async () => {
      const adele = world().teams.person({ name: 'Adele Vance' });
      assert.ok((await adele.chat.says(`claim ${'x'.repeat(9_000)}`)).text.length < 400);
    });
  });
});

describe('a person who goes', () => {
  let world: World;
  before(async () => {
    world = await openWorld('sqlite');
  });
  after(() => world?.dispose());

  function isReachable(userId: string): boolean {
    const store = new Database(`${world.place.dataDir}/store.sqlite`, { readonly: true });
    try {
      const row = store.prepare("SELECT doc FROM people WHERE json_extract(doc, '$.userId') = ?").get(userId);
      return JSON.parse((row as { doc: string }).doc).reachable;
    } finally {
      store.close();
    }
  }

  it('cannot be reached after an uninstall, in whatever order Teams tells of it, and can when back', async () => {
    const { teams } = world;
    const megan = teams.person({ name: 'Megan Bowen' });
    await megan.chat.install();
    assert.equal(isReachable(megan.aadObjectId), true);
    await megan.chat.uninstall();
    assert.equal(isReachable(megan.aadObjectId), false);
    await megan.chat.sends({ type: 'conversationUpdate', membersRemoved: [{ id: teams.bot.id }] });
    await megan.chat.sends({ type: 'messageReaction', reactionsAdded: [{ type: 'like' }] });
    await megan.in(teams.group('Incentives')).mentions('help');
    assert.equal(isReachable(megan.aadObjectId), false);
    await megan.chat.says('help');
    assert.equal(isReachable(megan.aadObjectId), true);
  });

  it('is welcomed once, not with each new version of the app', async () => {
    const alex = world.teams.person({ name: 'Alex Wilber' });
    assert.equal((await alex.chat.install()).replies.length, 1);
    for (const action of ['remove-upgrade', 'add-upgrade'])
      assert.equal((await alex.chat.sends({ type: 'installationUpdate', action })).replies.length, 0, action);
    assert.equal(isReachable(alex.aadObjectId), true);
  });
});
