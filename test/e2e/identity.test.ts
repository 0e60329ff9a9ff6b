/** Who is who: whose addresses count, which chat is personal, and what is this machine. */
import { strict as assert } from 'node:assert';
import { type Person, TENANT } from '../support/teams.ts';
import { eachWorld, importRows, type World } from './world.ts';

const env = { LEADS: 'isaiahl@contoso.example' };
const ELSEWHERE = '99999999-9999-4999-8999-999999999999';

const leadOf = ({ teams }: World): Person => teams.person({ name: 'Isaiah Langer' });
const sees = async (person: Person, claim: string) =>
  !/cannot find/.test((await person.chat.says(`claim ${claim}`)).text);

describe('an address', () => {
  eachWorld(
    (world) => {
      before(() =>
        importRows(leadOf(world()), [
          { claim: 'ADELE-1', customer: 'Fabrikam', owner: 'adelev@contoso.example' },
          { claim: 'SALES-1', customer: 'Litware', owner: 'sales@contoso.example' },
          { claim: 'ALEX-1', customer: 'Tailspin Toys', owner: 'alexw@contoso.example' },
        ]),
      );

      it('of a member in a guest’s e-mail opens nothing to the guest, whether the member wrote before or not', async () => {
        const { teams } = world();
        const guest = teams.person({
          name: 'Patti Fernandez',
          upn: 'patti_fabrikam.example#EXT#@contoso.example',
          email: 'adelev@contoso.example',
        });
        assert.equal(await sees(guest, 'ADELE-1'), false);
        assert.equal(await sees(teams.person({ name: 'Adele Vance' }), 'ADELE-1'), true);
        assert.equal(await sees(guest, 'ADELE-1'), false);
        assert.doesNotMatch((await guest.chat.says('what needs POE')).text, /Fabrikam/);
      });

      it('that passed to somebody else takes its claims along at once', async () => {
        const { teams } = world();
        const before = teams.person({ name: 'Lynne Robbins', upn: 'sales@contoso.example' });
        assert.equal(await sees(before, 'SALES-1'), true);
        const after = teams.person({ name: 'Nestor Wilke', upn: 'sales@contoso.example' });
        assert.equal(await sees(after, 'SALES-1'), true);
        assert.equal(await sees(before, 'SALES-1'), false);
        assert.equal(await sees(after, 'SALES-1'), true);
      });

      it('of a lead that passed to somebody else takes the rights along', async () => {
        const { teams } = world();
        const heir = teams.person({ name: 'Grady Archie', upn: 'isaiahl@contoso.example' });
        assert.match((await heir.chat.says('help')).text, /assign/);
        assert.doesNotMatch((await leadOf(world()).chat.says('help')).text, /“assign”/);
      });

      it('of another directory is nobody’s here', async () => {
        const { teams } = world();
        const stranger = teams.person({ name: 'Alex Wilber', aadObjectId: 'stranger', id: '29:stranger' });
        const { members } = stranger.chat.conversation;
        members.set(stranger.id, { ...stranger, tenantId: ELSEWHERE });
        assert.equal(await sees(stranger, 'ALEX-1'), false);
        assert.doesNotMatch((await stranger.chat.says('what needs POE')).text, /Tailspin/);
      });
    },
    { env },
  );
});

describe('an owner named by name alone', () => {
  eachWorld(
    (world) => {
      const named = (claim: string, owner: string) => ({ claim, customer: `Customer of ${claim}`, owner });

      before(() =>
        importRows(leadOf(world()), [
          named('NAME-1', 'Megan Bowen'),
          named('NAME-2', 'Megan Bowen'),
          named('NAME-3', 'Joni Sherman'),
        ]),
      );

      it('is proposed to a lead, and nobody of that name sees the claims before the lead has confirmed', async () => {
        const { teams } = world();
        const megan = teams.person({ name: 'Megan Bowen' });
        assert.equal(await sees(megan, 'NAME-1'), false);
        const mine = await megan.chat.says('what needs POE');
        assert.match(mine.text, /somebody of your name/);
        assert.doesNotMatch(mine.text, /Customer of NAME/);
        const lead = leadOf(world());
        assert.match((await lead.chat.says('claim NAME-1')).text, /named by name alone/);
        const owners = await lead.chat.says('owners');
        assert.equal((await lead.chat.says('Which owners are not confirmed yet?')).text, owners.text);
        assert.match(owners.text, /2 owners of open claims are named by name alone[\s\S]*Of 1 name nobody/);
        const confirmed = await lead.chat.presses(
          owners.card,
          'Megan Bowen is meganb@contoso.example (2 open claims)',
          {},
          { activityId: 'new', times: 2 },
        );
        assert.match(confirmed.text, /Claims of Megan Bowen are with meganb@contoso.example/);
        for (const claim of ['NAME-1', 'NAME-2']) assert.equal(await sees(megan, claim), true);
        assert.equal(await sees(megan, 'NAME-3'), false);
        assert.doesNotMatch((await lead.chat.says('claim NAME-1')).text, /named by name alone/);
      });

      it('stays theirs when another of that name comes, and nobody’s when the lead takes it back', async () => {
        const { teams } = world();
        const [lead, megan] = [leadOf(world()), teams.person({ name: 'Megan Bowen' })];
        const namesake = { name: 'Megan Bowen', upn: 'megan2@contoso.example', id: '29:m2', aadObjectId: 'megan-2' };
        const second = teams.person(namesake);
        assert.equal(await sees(second, 'NAME-1'), false);
        assert.equal(await sees(megan, 'NAME-1'), true);
        const owners = await lead.chat.says('owners');
        assert.deepEqual(owners.cards, []);
        await importRows(lead, [named('NAME-4', 'Lee Gu')], 'more.csv');
        await teams.person({ name: 'Lee Gu' }).chat.says('help');
        const more = await lead.chat.says('owners');
        const done = await lead.chat.presses(more.card, 'Lee Gu is leeg@contoso.example (1 open claim)');
        assert.equal(await sees(teams.person({ name: 'Lee Gu' }), 'NAME-4'), true);
        const undone = await lead.chat.presses(done.card, 'Undo');
        assert.match(undone.text, /Lee Gu is leeg@contoso.example/);
        assert.equal(await sees(teams.person({ name: 'Lee Gu' }), 'NAME-4'), false);
      });

      it('is confirmed by leads alone, for somebody of the tenant who carries the name', async () => {
        const { teams } = world();
        const joni = teams.person({ name: 'Joni Sherman' });
        await joni.chat.says('help');
        const press = (by: Person, name: string, person: string, verb = 'owner.confirm') =>
          by.chat.sends({
            type: 'invoke',
            name: 'adaptiveCard/action',
            value: { action: { type: 'Action.Execute', verb, data: { name, person, once: 'forged' } } },
          });
        for (const verb of ['owner.confirm', 'owner.withdraw'])
          assert.match((await press(joni, 'name:joni sherman', joni.aadObjectId, verb)).text, /Only leads/);
        assert.match((await press(joni, 'x', 'y', 'owners')).text, /Only leads/);
        const lead = leadOf(world());
        assert.match((await press(lead, 'name:joni sherman', lead.aadObjectId)).text, /do not know anybody/);
        assert.equal(await sees(joni, 'NAME-3'), false);
        assert.equal(await sees(lead, 'NAME-3'), true);
      });

      it('is one person’s, however often one of its buttons is pressed and whichever of them comes next', async () => {
        const { teams } = world();
        const lead = leadOf(world());
        const [first, second] = [1, 2].map((n) =>
          teams.person({
            name: 'Pradeep Gupta',
            upn: `pradeep${n}@contoso.example`,
            id: `29:p${n}`,
            aadObjectId: `pradeep-${n}`,
          }),
        );
        assert.ok(first && second);
        for (const { chat } of [first, second]) await chat.says('help');
        await importRows(lead, [named('NAME-9', 'Pradeep Gupta')], 'pradeep.csv');
        const { card } = await lead.chat.says('owners');
        const press = (n: number, how: object = {}) =>
          lead.chat.presses(card, `Pradeep Gupta is pradeep${n}@contoso.example (1 open claim)`, {}, how);
        const confirmed = await press(1, { times: 4, atOnce: true });
        assert.match(confirmed.text, /Claims of Pradeep Gupta are with/);
        assert.match((await press(2)).text, /This name was confirmed for somebody else/);
        assert.deepEqual([await sees(first, 'NAME-9'), await sees(second, 'NAME-9')], [true, false]);
      });

      it('is decided by an address in a later export, without anybody’s word', async () => {
        const { teams } = world();
        await importRows(leadOf(world()), [named('NAME-3', 'Joni Sherman <jonis@contoso.example>')], 'later.csv');
        assert.equal(await sees(teams.person({ name: 'Joni Sherman' }), 'NAME-3'), true);
      });
    },
    { env },
  );
});

describe('a conversation', () => {
  eachWorld(
    (world) => {
      before(() => importRows(leadOf(world()), [{ claim: 'CLM-1', owner: 'adelev@contoso.example' }]));

      for (const [what, more] of [
        ['is a group’s', { isGroup: true }],
        ['is a group’s and is called personal', { isGroup: true, conversationType: 'personal' }],
        ['has an id of Teams’ threads', {}],
      ] as const) {
        it(`that ${what} counts as one that others read, and is not kept as somebody’s personal chat`, async () => {
          const { teams } = world();
          const adele = teams.person({ name: 'Adele Vance' });
          await adele.chat.says('help');
          const { place } = teams.group(`Friends ${what}`);
          const group = adele.in(teams.group(`Friends ${what}`));
          const said = await group.sends({
            type: 'message',
            text: 'what needs POE',
            conversation: { id: place.id, tenantId: TENANT, ...more },
          });
          assert.doesNotMatch(said.text, /Contoso Retail/);
          assert.match(said.text, /personal chat/);
          const form = await adele.chat.says('open a ticket');
          const ticket = await adele.chat.presses(form.card, 'Submit ticket', { issue: 'other', description: what });
          const lead = leadOf(world());
          const shown = await lead.chat.says(`ticket ${/T-\d+/.exec(ticket.text)?.[0]}`);
          await lead.chat.presses(shown.card, 'Take');
          await adele.chat.next('Isaiah Langer took it');
          assert.equal(group.conversation.sent.length, said.sent.length);
        });
      }
    },
    { env },
  );
});

describe('in local mode', () => {
  eachWorld((world) => {
    for (const host of ['127.evil.example', '127.0.0.1.evil.example', 'localhost.evil.example', '128.0.0.1', '[::2]'])
      it(`${host} is not this machine`, async () => {
        const { chat } = world().teams.person({ name: 'Adele Vance' });
        const answer = await chat.sends({ type: 'message', text: 'help', serviceUrl: `http://${host}/emea/` });
        assert.equal(answer.status, 403);
        assert.equal(answer.sent.length, 0);
      });
  });
});
