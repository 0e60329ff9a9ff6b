/** The desk in the tab: who is of its team, the roster says, asked outside of any turn. */
import assert from 'node:assert/strict';
import type { TicketActionBody, TicketsBody } from '../../src/tab/tickets/api.ts';
import { eachWorld } from '../e2e/world.ts';
import { TENANT } from '../support/teams.ts';

describe('the desk in the tab', () => {
  eachWorld(
    (world) => {
      const person = (name: string) => world().teams.person({ name });
      const desk = () => world().teams.channel('Desk');
      const headersOf = (name: string) => ({ 'x-tab-person': `${TENANT}/${person(name).aadObjectId}` });
      const urlOf = (path: string) => `http://127.0.0.1:${world().app.port}/tab/api/${path}`;
      const tickets = async (name: string): Promise<TicketsBody> =>
        (await (await fetch(urlOf('tickets'), { headers: headersOf(name) })).json()) as TicketsBody;

      before(async () => {
        await person('Isaiah Langer').in(desk()).mentions('desk here');
        for (const name of ['Adele Vance', 'Megan Bowen', 'Patti Fernandez']) await person(name).chat.says('help');
        await person('Megan Bowen').in(desk()).mentions('help');
        const form = await person('Adele Vance').chat.says('open a ticket');
        const asked = { issue: 'other', claims: '', description: 'Who signs?' };
        await person('Adele Vance').chat.presses(form.card, 'Submit ticket', asked);
      });

      it('lists all tickets for members of its team, and for nobody else', async () => {
        const of = async (name: string) => {
          const { seesAll, total } = await tickets(name);
          return [seesAll, total];
        };
        assert.deepEqual(await of('Megan Bowen'), [true, 1]);
        assert.deepEqual(await of('Patti Fernandez'), [false, 0]);
        assert.deepEqual(await of('Adele Vance'), [false, 1]);
      });

      it('is kept up to date in its channel with what a member does here', async () => {
        const heard = desk().sent.length;
        const response = await fetch(urlOf('tickets/T-1001/actions'), {
          method: 'POST',
          headers: { ...headersOf('Megan Bowen'), 'content-type': 'application/json' },
          body: JSON.stringify({ idempotencyKey: 'a-key-of-the-page', kind: 'take' }),
        });
        const { ticket } = (await response.json()) as TicketActionBody;
        assert.deepEqual(ticket.assignee, { name: 'Megan Bowen', you: true });
        await world().app.outbox.idle();
        const said = desk()
          .sent.slice(heard)
          .map(({ text }) => text);
        assert.match(said.join('\n'), /In progress/);
      });
    },
    { env: { LEADS: 'isaiahl@contoso.example' } },
  );
});
