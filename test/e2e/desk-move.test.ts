/** A lead names another channel: the open tickets get their one card there. */
import { strict as assert } from 'node:assert';
import type { Answer, Chat } from '../support/teams.ts';
import { eachWorld } from './world.ts';

const ASKED = { issue: 'poe-question', claims: '', description: 'Does the customer sign it?' };
const NAMES = ['T-1001', 'T-1002', 'T-1003'];

describe('another desk', () => {
  eachWorld(
    (world) => {
      const chat = (name: string): Chat => world().teams.person({ name }).chat;
      const channel = (name: string) => world().teams.channel(name, `Team of ${name}`);
      const naming = (name: string): Promise<Answer> =>
        world().teams.person({ name: 'Isaiah Langer' }).in(channel(name)).mentions('desk here');
      const cards = (name: string, ticket: string) =>
        channel(name).sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${ticket} · `));
      const through = async (): Promise<void> => {
        // The first look finds what is to move, the second sends it.
        for (let i = 0; i < 3; i++) {
          world().app.outbox.wake();
          await world().app.outbox.idle();
        }
      };

      it('gets the tickets that were opened before there was one', async () => {
        for (const ticket of NAMES) {
          const form = await chat('Adele Vance').says('open a ticket');
          assert.match((await chat('Adele Vance').presses(form.card, 'Submit ticket', ASKED)).text, new RegExp(ticket));
        }
        await naming('First');
        for (const ticket of NAMES) await channel('First').next(new RegExp(`${ticket} · `), { since: 0 });
        await through();
        for (const ticket of NAMES) assert.equal(cards('First', ticket).length, 1, ticket);
      });

      it('gets those that are still open, once each, when it takes over', async () => {
        const open = await chat('Adele Vance').says('ticket T-1002');
        await chat('Adele Vance').presses(open.card, 'Withdraw');
        await channel('First').next(({ kind, text }) => kind === 'update' && /Withdrawn/.test(text), { since: 0 });
        await naming('Second');
        for (const ticket of ['T-1001', 'T-1003'])
          await channel('Second').next(new RegExp(`${ticket} · `), { since: 0 });
        await world().restart();
        await through();
        assert.deepEqual(
          NAMES.map((ticket) => cards('Second', ticket).length),
          [1, 0, 1],
        );
      });

      it('has the only card that is kept up to date', async () => {
        const mark = channel('First').mark;
        const megan = world().teams.person({ name: 'Megan Bowen' }).in(channel('Second'));
        await megan.presses(cards('Second', 'T-1001')[0]?.cards[0] as never, 'Take');
        await channel('Second').next(({ kind, text }) => kind === 'update' && /Taken by/.test(text), { since: 0 });
        await through();
        assert.equal(channel('First').sent.length, mark);
      });

      it('named again gets nothing again', async () => {
        const mark = channel('Second').mark;
        await naming('Second');
        await through();
        const since = channel('Second').sent.slice(mark);
        assert.deepEqual(
          since.map(({ text }) => text).filter((text) => text.includes('T-')),
          [],
        );
      });

      it('gets a ticket that was closed when it is opened again', async () => {
        const closed = await chat('Adele Vance').says('ticket T-1002');
        await chat('Adele Vance').presses(closed.card, 'Reopen');
        await channel('Second').next(/T-1002 · /, { since: 0 });
      });

      it('hears two who comment on the same drawing of a card', async () => {
        const [posted] = cards('Second', 'T-1003');
        const says = (name: string, comment: string) =>
          world()
            .teams.person({ name })
            .in(channel('Second'))
            .presses(posted?.cards[0] as never, 'Send comment', { comment }, { force: true, times: 2 });
        await says('Megan Bowen', 'Which location?');
        await says('Lynne Robbins', 'Which location?');
        await says('Megan Bowen', 'And which workload?');
        const { card } = await chat('Adele Vance').says('ticket T-1003');
        for (const said of [
          'Megan Bowen: Which location?',
          'Lynne Robbins: Which location?',
          'Megan Bowen: And which workload?',
        ])
          assert.equal(JSON.stringify(card).split(said).length, 2, said);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' } },
  );
});
