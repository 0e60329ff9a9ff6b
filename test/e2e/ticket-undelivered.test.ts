/** Tickets that did not reach one of their places: leads see which and why, and send them again. */
import { strict as assert } from 'node:assert';
import { buttons } from '../support/cards.ts';
import type { Answer, Chat, Conversation } from '../support/teams.ts';
import { eachWorld } from './world.ts';

const ASKED = { issue: 'poe-question', claims: '', description: 'Does the customer sign it?' };
const OTHER_TENANT = '33333333-3333-4333-8333-333333333333';

const titles = ({ card }: Answer) => buttons(card).map(({ title }) => title);

describe('a ticket that was not delivered', () => {
  let offset = 0;
  const overrides = { realTime: () => new Date(Date.now() + offset) };

  eachWorld(
    (world) => {
      const chat = (name: string, tenantId?: string): Chat =>
        world().teams.person({ name, ...(tenantId !== undefined && { tenantId }) }).chat;
      const isaiah = () => chat('Isaiah Langer');
      const desk = (): Conversation => world().teams.channel('Desk');
      const atDesk = () => ({ url: new RegExp(RegExp.escape(encodeURIComponent(desk().place.id))) });
      const cardsOf = (ticket: string) =>
        desk().sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${ticket} · `));
      /** Lets all be sent that may be by now; a little later, so that a channel's limits hold nothing up. */
      const settled = (): Promise<void> => {
        offset += 3_000;
        world().app.outbox.wake();
        return world().app.outbox.idle();
      };
      const submit = async (name = 'Adele Vance'): Promise<string> => {
        const form = await chat(name).says('open a ticket');
        const ticket = await chat(name).presses(form.card, 'Submit ticket', ASKED);
        return /T-\d+/.exec(ticket.text)?.[0] ?? '';
      };
      /** Opens a ticket that the desk's channel refuses for good. */
      const refused = async (status = 403): Promise<string> => {
        const fault = world().teams.inject({ status }, { ...atDesk(), method: 'POST' });
        const ticket = await submit();
        await fault.reached;
        await settled();
        fault.release();
        return ticket;
      };

      before(async () => {
        await isaiah().says('help');
        await world().teams.person({ name: 'Isaiah Langer' }).in(desk()).mentions('desk here');
      });

      it('is nothing to speak of while all arrive', async () => {
        await submit();
        await settled();
        assert.doesNotMatch((await isaiah().says('all tickets')).text, /[Nn]ot delivered/);
        assert.match((await isaiah().says('undelivered')).text, /All tickets were delivered/);
      });

      it('shows leads where it did not arrive and why, and nobody else', async () => {
        const ticket = await refused();
        const shown = await isaiah().says(`ticket ${ticket}`);
        assert.match(shown.text, /Not delivered\s+The desk’s channel: The bot is not allowed to write there\./);
        assert.ok(titles(shown).includes('Send again'));
        const own = await chat('Adele Vance').says(`ticket ${ticket}`);
        assert.doesNotMatch(own.text, /Not delivered/);
        assert.ok(!titles(own).includes('Send again'));
      });

      it('is counted in the leads’ list, which then holds nothing else', async () => {
        const list = await isaiah().says('all tickets');
        assert.match(list.text, /^2 tickets\n1 ticket was not delivered everywhere$/m);
        assert.match(list.text, /· Not delivered/);
        const only = await isaiah().presses(list.card, 'Not delivered');
        assert.match(only.text, /^1 ticket not delivered\nT-1002 · /);
        assert.doesNotMatch(only.text, /T-1001/);
        for (const said of ['undelivered', 'Which tickets could not be delivered?'])
          assert.equal((await isaiah().says(said)).text, only.text);
        assert.match((await isaiah().presses(only.card, 'All tickets')).text, /T-1001/);
      });

      it('is not for others to ask for', async () => {
        assert.match((await chat('Adele Vance').says('undelivered')).text, /Only leads/);
        assert.doesNotMatch((await chat('Adele Vance').says('my tickets')).text, /[Nn]ot delivered/);
      });

      it('is sent again by a lead, once however often the press arrives', async () => {
        const shown = await isaiah().says('ticket T-1002');
        const again = await isaiah().presses(
          shown.card,
          'Send again',
          {},
          { times: 4, activityId: 'new', atOnce: true },
        );
        assert.match(again.text, /It is on its way again\./);
        assert.doesNotMatch(again.text, /Not delivered/);
        await desk().next(/T-1002 · /, { since: 0 });
        await settled();
        assert.equal(cardsOf('T-1002').length, 1);
        assert.match((await isaiah().presses(shown.card, 'Send again')).text, /It is on its way again\./);
        await settled();
        assert.equal(cardsOf('T-1002').length, 1);
        assert.match((await isaiah().says('undelivered')).text, /All tickets were delivered/);
      });

      it('is sent again by no forged press: of its requester, of another tenant, in the channel', async () => {
        const ticket = Number((await refused()).slice(2));
        const before = cardsOf(`T-${ticket}`).length;
        const forged = (verb: string, data: object = {}) => ({
          type: 'invoke',
          name: 'adaptiveCard/action',
          value: { action: { verb, data: { ticket, once: `forged-${verb}`, ...data } } },
        });
        for (const verb of ['ticket.resend', 'tickets.resend']) {
          assert.match((await chat('Adele Vance').sends(forged(verb))).text, /Only leads/);
          assert.match(
            (await chat('Isaiah Langer', OTHER_TENANT).sends(forged(verb))).text,
            /cannot find|Nothing was left/,
          );
          const inChannel = world().teams.person({ name: 'Isaiah Langer' }).in(desk());
          assert.match((await inChannel.sends(forged(verb))).text, /personal chat/);
        }
        assert.match(
          (await chat('Adele Vance').sends(forged('tickets', { page: 0, only: 'undelivered' }))).text,
          /Only leads/,
        );
        await settled();
        assert.equal(cardsOf(`T-${ticket}`).length, before);
        assert.match((await isaiah().says(`ticket T-${ticket}`)).text, /Not delivered/);
      });

      it('that was refused again says so again', async () => {
        const [ticket] = /T-\d+/.exec((await isaiah().says('undelivered')).text) ?? [''];
        const shown = await isaiah().says(`ticket ${ticket}`);
        const fault = world().teams.inject({ status: 400 }, { ...atDesk(), method: 'POST' });
        await isaiah().presses(shown.card, 'Send again');
        await fault.reached;
        await settled();
        const after = await isaiah().says(`ticket ${ticket}`);
        assert.match(after.text, /Not delivered\s+The desk’s channel: status 400/);
        // The new drawing has a key of its own.
        await isaiah().presses(after.card, 'Send again');
        await desk().next(new RegExp(`${ticket} · `), { since: 0 });
      });

      it('with many others is sent again by one press', async () => {
        const refusals = world().teams.inject({ status: 403 }, { ...atDesk(), method: 'POST', times: 10 });
        const names: string[] = [];
        for (let i = 0; i < 10; i++) names.push(await submit());
        while (refusals.hits < 10) await settled();
        await settled();
        const list = await isaiah().says('undelivered');
        assert.match(list.text, /^10 tickets not delivered$/m);
        const second = await isaiah().presses(list.card, 'Next');
        assert.match(second.text, /9–10 of 10/);
        const again = await isaiah().presses(second.card, 'Send all again', {}, { times: 2 });
        assert.match(again.text, /10 tickets are on their way again\./);
        for (let i = 0; i < 5; i++) await settled();
        for (const name of names) assert.equal(cardsOf(name).length, 1, name);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' }, overrides },
  );
});
