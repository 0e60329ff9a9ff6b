/** The harness for tests of what tickets send: the people, the desk, the time that passes, the requests that leave. */
import type { InputValues } from '../support/cards.ts';
import type { Fault } from '../support/teams/faults.ts';
import type { Answer, Conversation } from '../support/teams.ts';
import type { World } from './world.ts';

export const ASKED = { issue: 'other', claims: '', description: 'Does the customer sign it?' };
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const LEADS = 'isaiahl@contoso.example';

/** Real time as the bot has it: it stands still, but for what a test lets pass. */
export const clock = { ms: 0 };
export const BEGIN = Date.parse('2020-06-16T16:00:00Z');
export const realTime = () => new Date(clock.ms);

/** Addresses of what creates or changes a message unasked. An answer's address ends in the id, of digits, of what it answers. */
export function unasked({ place }: Conversation, method: string): RegExp {
  const id = RegExp.escape(encodeURIComponent(place.id));
  return new RegExp(`/${id}/activities${method === 'POST' ? '(/[0-9a-f-]{36})?$' : '/'}`);
}

/** People, the desk, and the time that passes. */
export function ticketHarness(world: () => World) {
  const chat = (name: string) => world().teams.person({ name }).chat;
  const desk = (name = 'Desk'): Conversation => world().teams.channel(name);
  const poll = (): Promise<void> => {
    world().app.outbox.wake();
    return world().app.outbox.idle();
  };
  return {
    chat,
    desk,
    poll,
    /** Lets time pass, and the bot poll. */
    async pass(ms: number): Promise<void> {
      clock.ms += ms;
      await poll();
    },
    nameDesk: (name?: string): Promise<Answer> =>
      world().teams.person({ name: 'Isaiah Langer' }).in(desk(name)).mentions('desk here'),
    async submit(name = 'Adele Vance'): Promise<{ name: string; answer: Answer }> {
      const form = await chat(name).says('open a ticket');
      const answer = await chat(name).presses(form.card, 'Submit ticket', ASKED);
      await world().app.outbox.idle();
      return { name: /T-\d+/.exec(answer.text)?.[0] ?? '', answer };
    },
    /** New cards of a ticket in a channel. */
    cardsOf: (ticket: string, where = desk()) =>
      where.sent.filter(({ kind, text }) => kind === 'message' && text.includes(`${ticket} · `)),
    /** What left the bot unasked for a conversation since a mark: not the answers to what was said there. */
    requests: (since: number, where = desk()): string[] =>
      world()
        .teams.requests.slice(since)
        .filter(({ method, url }) => unasked(where, method).test(url))
        .map(({ method, status }) => `${method} ${status}`),
    mark: () => world().teams.requests.length,
    /** What the requester does with their ticket. */
    async says(ticket: string, title: string, values: InputValues = {}): Promise<Answer> {
      const shown = await chat('Adele Vance').says(`ticket ${ticket}`);
      const answer = await chat('Adele Vance').presses(shown.card, title, values);
      await poll();
      return answer;
    },
    /** Lets the next creates in a conversation, or changes there, fail, each in its own way. */
    fail(faults: readonly Fault[], method: 'POST' | 'PUT' = 'POST', where = desk()): void {
      for (const fault of faults) world().teams.inject(fault, { method, url: unasked(where, method) });
    },
  };
}
