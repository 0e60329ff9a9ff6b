/** A search in the compose box: claims and tickets within one's rights, and a card to drop that tells an id, a state and a link. */
import { strict as assert } from 'node:assert';
import { buttons } from '../support/cards.ts';
import { Found } from '../support/teams/search.ts';
import { type Answer, type Person, TENANT } from '../support/teams.ts';
import { manualDeadline } from './deadline.ts';
import { eachWorld, importRows, type World } from './world.ts';

const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';
const env = { LEADS: 'isaiahl@contoso.example' };
const ADELE = 'adelev@contoso.example';
const ROSTER = { method: 'GET', url: /\/members\// };
const CLAIMS = 'https://partner.microsoft.com/dashboard/incentives/claims/associations';

const leadOf = ({ teams }: World) => teams.person({ name: 'Isaiah Langer' });
const ids = (found: Found) => found.lines.map((line) => line.split(' · ')[0]);

/** A ticket about these claims; its name. */
async function ticketOf({ chat }: Person, claims: string, description = 'Something is wrong.'): Promise<string> {
  const form = await chat.says('open a ticket');
  const values = { issue: 'other', claims, description };
  let answer: Answer = await chat.presses(form.card, 'Submit ticket', values);
  // An ID that is not known is asked for once more.
  if (!/T-\d+ is open/.test(answer.text)) answer = await chat.presses(answer.card, 'Submit ticket', values);
  return /T-\d+/.exec(answer.text)?.[0] ?? assert.fail(answer.text);
}

/** Any search as an activity of its own making. */
async function searches({ chat }: Person, value: unknown, more: object = {}): Promise<Found> {
  return new Found(await chat.sends({ type: 'invoke', name: 'composeExtension/query', value, ...more }));
}

describe('a search in the compose box', () => {
  eachWorld(
    (world) => {
      let adele: Person;
      let ticket: string;

      before(async () => {
        adele = world().teams.person({ name: 'Adele Vance' });
        const many = Array.from({ length: 12 }, (_, i) => ({
          claim: `PRE-1${i}`,
          customer: `Relecloud ${i}`,
          owner: ADELE,
        }));
        await importRows(leadOf(world()), [
          { claim: 'CLM-1001', customer: 'Contoso Retail', owner: ADELE },
          { claim: 'CLM-1002', customer: 'Café Fourth', owner: ADELE, status: 'Rejected' },
          { claim: 'X-CLM-10019', customer: 'Fabrikam', owner: ADELE },
          { claim: 'PRE-1', customer: 'Zava', owner: '' },
          { claim: 'SECRET-1', customer: 'Secret Customer', owner: 'meganb@contoso.example' },
          { claim: 'FREE-1', customer: 'Tailspin Toys' },
          ...many,
        ]);
        ticket = await ticketOf(adele, 'CLM-1001');
      });

      it('finds claims by ID and by customer, in any case and without accents', async () => {
        for (const text of ['CLM-1002', ' clm-1002 ', 'Café', 'cafe fo', 'FOURTH', '-1002'])
          assert.deepEqual(ids(await adele.chat.finds(text)), ['CLM-1002'], text);
      });

      it('finds tickets by number, by claim ID and by customer', async () => {
        const digits = ticket.slice(2);
        for (const text of [
          ticket,
          ticket.toLowerCase(),
          `#${digits}`,
          `t ${digits}`,
          'CLM-1001',
          'contoso',
          'toso ret',
        ])
          assert.ok(ids(await adele.chat.finds(text)).includes(ticket), text);
        assert.equal(ids(await adele.chat.finds(digits))[0], ticket);
      });

      it('puts the exact ID first, then what begins with the text, then what holds it', async () => {
        assert.deepEqual(ids(await adele.chat.finds('clm-1001')), ['CLM-1001', ticket]);
        assert.deepEqual(ids(await adele.chat.finds('clm-100')), ['CLM-1001', ticket, 'CLM-1002', 'X-CLM-10019']);
      });

      it('shows ten at most, the exact one among them although others would be first', async () => {
        const found = await adele.chat.finds('pre-1');
        assert.equal(found.lines.length, 10);
        assert.match(found.lines[0] ?? '', /^PRE-1 · Zava/);
        const second = { commandId: 'find', parameters: [{ name: 'text', value: 'pre' }], queryOptions: { skip: 10 } };
        assert.deepEqual((await searches(adele, second)).lines, []);
      });

      it('shows the customer to the searcher, and our own words only where markup is read', async () => {
        const found = await adele.chat.finds('contoso');
        assert.deepEqual(found.lines, [
          'CLM-1001 · Contoso Retail | Claim · To collect',
          `${ticket} · CLM-1001 · Contoso Retail | Ticket · Open · Other`,
        ]);
        assert.deepEqual((await adele.chat.finds('CLM-1002')).lines, [
          'CLM-1002 · Café Fourth | Claim · Not part of the update',
        ]);
      });

      it('drops a card with the id, the state and a link, nothing else', async () => {
        const found = await adele.chat.finds('contoso');
        assert.equal(found.dropped(0), 'Claim CLM-1001\nTo collect\nOpen Partner Center');
        assert.equal(found.dropped(1), `Ticket ${ticket}\nOpen\nOpen Microsoft support`);
        for (const [i, url] of [CLAIMS, 'https://partner.microsoft.com/Support'].entries()) {
          const card = found.cards[i] ?? assert.fail();
          assert.deepEqual(
            buttons(card).map(({ type, url }) => [type, url]),
            [['Action.OpenUrl', url]],
          );
          assert.doesNotMatch(JSON.stringify(card), /contoso|retail|adele|exchange/i);
        }
      });

      it('shows one’s own open ones before anything is typed, claims and tickets in turn', async () => {
        for (const text of [undefined, '', '  ']) {
          const found = await adele.chat.finds(text);
          assert.equal(found.lines.length, 10);
          assert.ok(ids(found).includes(ticket) && ids(found).includes('CLM-1001'));
          assert.doesNotMatch(found.lines.join('\n'), /FREE-1|SECRET-1|PRE-1 |CLM-1002/);
        }
        // A lead may see all of them and owns none.
        assert.match((await leadOf(world()).chat.finds()).message, /Type a claim ID/);
      });

      it('says so when nothing is found', async () => {
        const found = await adele.chat.finds('nowhere');
        assert.equal(found.type, 'message');
        assert.match(found.message, /Nothing of yours matches/);
      });

      it('follows what happens to a claim and a ticket', async () => {
        const { chat } = adele;
        const other = await ticketOf(adele, 'CLM-1002');
        const shown = await chat.says(`ticket ${other}`);
        const form = await chat.presses(shown.card, 'Change');
        await chat.presses(form.card, 'Save', { claims: 'X-CLM-10019' });
        assert.deepEqual(ids(await chat.finds('Fabrikam')), ['X-CLM-10019', other]);
        assert.deepEqual(ids(await chat.finds('Fourth')), ['CLM-1002']);
        await chat.presses((await chat.says(`ticket ${other}`)).card, 'Withdraw');
        assert.match((await chat.finds(other)).dropped(), /Withdrawn/);
      });

      describe('keeps to one’s rights', () => {
        const everything = ['SECRET', 'SECRET-1', 'secret cust', 'cret-', 'FREE-1', 'Tailspin', 'CLM-1001', 'contoso'];
        const foundBy = async (person: Person): Promise<string> => {
          const found = [];
          for (const text of [...everything, ticket]) found.push(...(await person.chat.finds(text)).lines);
          return found.join('\n');
        };

        it('a member finds their own and what nobody owns', async () => {
          const found = await foundBy(adele);
          assert.match(found, /FREE-1/);
          assert.match(found, new RegExp(ticket));
          assert.doesNotMatch(found, /secret/i);
          const megan = world().teams.person({ name: 'Megan Bowen' });
          assert.match(await foundBy(megan), /SECRET-1[\s\S]*FREE-1/);
          assert.doesNotMatch(await foundBy(megan), new RegExp(`CLM-1001|Contoso|${ticket}`));
        });

        it('a lead finds all of the tenant', async () => {
          const found = await foundBy(leadOf(world()));
          for (const id of ['SECRET-1', 'FREE-1', 'CLM-1001', ticket]) assert.ok(found.includes(id), id);
        });

        it('a guest finds nothing that nobody owns', async () => {
          const guest = world().teams.person({
            name: 'Patti Fernandez',
            upn: 'patti_fabrikam.example#EXT#@contoso.example',
            email: 'patti@fabrikam.example',
          });
          assert.equal(await foundBy(guest), '');
        });

        it('another tenant finds nothing, its lead neither', async () => {
          const lead = world().teams.person({ name: 'Isaiah Langer', tenantId: OTHER_TENANT });
          assert.equal(await foundBy(lead), '');
          assert.match((await lead.chat.finds()).message, /nothing open/);
        });

        it('somebody of whom the roster does not tell is asked to write once', async () => {
          const { teams } = world();
          const lynne = teams.person({ name: 'Lynne Robbins' });
          const out = teams.inject({ status: 403 }, { ...ROSTER, times: 99 });
          assert.match((await lynne.chat.finds('FREE-1')).message, /do not know you yet/);
          out.release();
          await lynne.chat.says('help');
          assert.deepEqual(ids(await lynne.chat.finds('FREE-1')), ['FREE-1']);
        });
      });

      it('answers in groups, channels and chats of others, the asker alone, and says nothing there', async () => {
        const { teams } = world();
        // What was told of the ticket before has come.
        await world().app.outbox.idle();
        const between = teams.requests.length;
        for (const place of [teams.group('Friends'), teams.channel('General')]) {
          const found = await adele.in(place).finds('contoso');
          assert.deepEqual(ids(found), ['CLM-1001', ticket]);
          assert.equal(found.answer.sent.length, 0);
        }
        assert.deepEqual(
          teams.requests.slice(between).filter(({ method }) => method !== 'GET'),
          [],
        );
      });

      it('in a chat of two people does not take that chat for the personal one', async () => {
        const { teams } = world();
        await adele.chat.says('help');
        // What Teams calls personal is the chat's kind, not that the bot is in it.
        const conversation = { id: '19:two-people@unq.gbl.spaces', conversationType: 'personal', tenantId: TENANT };
        const value = { commandId: 'find', parameters: [{ name: 'text', value: 'contoso' }] };
        assert.deepEqual(ids(await searches(adele, value, { conversation })), ['CLM-1001', ticket]);
        const shown = await leadOf(world()).chat.says(`ticket ${ticket}`);
        await leadOf(world()).chat.presses(shown.card, 'Take');
        await adele.chat.next(`${ticket}: Isaiah Langer took it`);
        assert.equal(teams.count({ method: 'POST', url: /two-people/ }), 0);
      });

      it('delivered twice is answered twice, alike', async () => {
        for (const delivery of [{ times: 2 }, { times: 2, activityId: 'new', atOnce: true }]) {
          const { answer } = await adele.chat.finds('contoso', delivery);
          assert.deepEqual(answer.deliveries[0], answer.deliveries[1]);
          assert.equal(new Found(answer).lines.length, 2);
          assert.equal(answer.sent.length, 0);
        }
      });

      it('of a shape that is not ours finds nothing', async () => {
        const text = (value: unknown) => ({ commandId: 'find', parameters: [{ name: 'text', value }] });
        const shapes = [
          ...[undefined, null, 7, 'CLM-1001', [], {}, { commandId: 'find' }, { commandId: 'find', parameters: 'CLM' }],
          ...[{ ...text('CLM-1001'), commandId: 'delete' }, { parameters: text('CLM-1001').parameters }],
          ...[{ commandId: 'find', parameters: [{ name: 'other', value: 'CLM-1001' }] }],
          ...[
            { commandId: 'find', parameters: [null] },
            { commandId: 'find', parameters: [] },
          ],
          ...[{ commandId: 'find', parameters: Array(11).fill({ name: 'text', value: 'CLM-1001' }) }],
          ...[7, true, ['CLM-1001'], { $ne: '' }, 'CLM-1001 '.repeat(1_000), 'x'.repeat(100_000)].map(text),
        ];
        for (const shape of shapes) {
          const { answer, type, lines } = await searches(adele, shape);
          assert.equal(answer.status, 200);
          assert.deepEqual([type, lines], ['result', []], JSON.stringify(shape)?.slice(0, 100));
        }
      });

      it('of signs that mean something elsewhere finds just those signs', async () => {
        const signs = [
          '.*',
          '^CLM',
          '%',
          '_',
          "' OR 1=1 --",
          '$where',
          '((((((',
          '\\',
          '[a-z]+',
          '🙂',
          '\u0301',
          '\ud800',
        ];
        for (const text of [...signs, '${1}', '<b>CLM', 'a\u0000b', '\u{10FFFF}', '*'.repeat(200)]) {
          const found = await adele.chat.finds(text);
          assert.equal(found.type, 'message', text);
        }
        assert.deepEqual(ids(await adele.chat.finds('CLM\u0000-\t1002')), []);
        assert.deepEqual(ids(await adele.chat.finds('Café\n \u00a0Fourth')), ['CLM-1002']);
      });
    },
    { env },
  );
});

describe('a search that takes too long', () => {
  const deadline = manualDeadline();
  let later = 0;
  const asked: number[] = [];
  const delay: typeof deadline.delay = (ms, signal) => {
    asked.push(ms);
    return deadline.delay(ms, signal);
  };
  eachWorld(
    (world) => {
      it('is answered in time, and never later in a chat', async () => {
        const { teams } = world();
        const adele = teams.person({ name: 'Adele Vance' });
        await adele.chat.says('help');
        const said = teams.count({ method: 'POST' });
        // The roster is asked again after a day, and does not answer.
        later += 25 * 3_600_000;
        const held = teams.inject({ hold: true }, ROSTER);
        const search = adele.chat.finds('contoso');
        await held.reached;
        deadline.expire();
        assert.match((await search).message, /took too long/);
        assert.ok((asked.at(-1) ?? Number.NaN) < 5_000);
        held.release();
        // A stop waits for what is in flight.
        await world().restart();
        assert.equal(teams.count({ method: 'POST' }), said);
        assert.equal((await adele.chat.finds('contoso')).type, 'message');
      });
    },
    { env, overrides: { delay, realTime: () => new Date(Date.now() + later) } },
  );
});

describe('a search from a tenant that is not allowed', () => {
  eachWorld(
    (world) => {
      it('is told so in the list', async () => {
        const stranger = world().teams.person({ name: 'Alex Wilber', tenantId: OTHER_TENANT });
        assert.match((await stranger.chat.finds('contoso')).message, /another organisation/);
      });
    },
    { env: { ...env, ALLOWED_TENANTS: TENANT } },
  );
});
