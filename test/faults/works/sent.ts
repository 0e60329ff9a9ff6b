/** What leaves unasked: tickets for the desk, reminders, announcements. Nobody gets anything twice, or nothing without a word of it in the ledger. */
import type { NudgeKind } from '../../../src/delivery/nudge.ts';
import type { TicketsBody } from '../../../src/tab/tickets/api.ts';
import { buttons } from '../../support/cards.ts';
import type { Person } from '../../support/teams.ts';
import { claimOf, customerOf, remindedOf, type Stage, until } from '../stage.ts';
import { createDeliveries, createSteps, hears, type Steps, type Task, type Works } from '../work.ts';

const ARRIVES_WITHIN_MS = 60_000;
/** A lost answer leaves the desk one card more, never two. */
const MOST_DESK_CARDS = 2;

export const sentWorks: Works = {
  ticket(task) {
    const { stage, n } = task;
    const { chat } = stage.owner(n);
    const step = createSteps();
    const delivery = createDeliveries(task);
    const description = `Of work ${claimOf(n)}`;
    const cards = () =>
      stage.desk.sent.filter(({ kind, text }) => kind === 'message' && text.includes(description)).length;
    /** After two lost answers a lead decides whether it is sent again. */
    const isGivenUp = async (): Promise<boolean> => {
      const { rows } = await stage.ask<TicketsBody>(task.lead, `tickets?of=all&from=0&count=200`);
      return rows.some(({ about, isUndelivered }) => isUndelivered && about.includes(description));
    };
    return {
      async act() {
        const form = await step('form', () =>
          hears(task, chat, /Submit ticket|Open a ticket/i, () => chat.says('open a ticket', delivery(1))),
        );
        const values = { issue: 'other', claims: '', description };
        await step('submit', () => hears(task, chat, /T-\d+/, () => chat.presses(form.card, 'Submit ticket', values)));
        const isThere = async (): Promise<boolean> => cards() > 0 || (await isGivenUp());
        if (!(await until(isThere, ARRIVES_WITHIN_MS, stage.gaveUp))) throw new Error(`no desk card of ${claimOf(n)}`);
      },
      async check() {
        const { total } = await stage.ask<TicketsBody>(stage.owner(n), 'tickets?of=mine&from=0&count=10');
        return [
          ...(total === 1 ? [] : [`the owner of ${claimOf(n)} has ${total} tickets`]),
          ...(cards() <= MOST_DESK_CARDS ? [] : [`the desk has ${cards()} cards of ${claimOf(n)}`]),
        ];
      },
    };
  },
  nudge(task) {
    const people = peopleOf(task);
    const step = createSteps();
    const arrived = () => arrivals(task.stage, people, 'reminder', /^CPOR reminder/);
    return {
      async act() {
        await meet(task, step, people);
        await settled(task, arrived);
      },
      check: async () => wrongWith(await arrived()),
    };
  },
  announcement(task) {
    const { stage, lead, n } = task;
    const people = peopleOf(task);
    const step = createSteps();
    const line = `Please look at this: ${claimOf(n)}`;
    const arrived = () => arrivals(stage, people, 'announcement', new RegExp(line));
    return {
      prepare: () => meet(task, step, people),
      async act() {
        const form = await step('form', () => hears(task, lead.chat, /Who gets it/, () => lead.chat.says('announce')));
        const values = { audience: 'customer', customer: customerOf(n), line };
        const checked = await step('check', () =>
          hears(task, lead.chat, new RegExp(`“${line}”`), () =>
            lead.chat.presses(form.card, 'See whom it reaches', values),
          ),
        );
        const send = String(buttons(checked.card).find(({ verb }) => verb === 'announce.send')?.title);
        await step('send', () => hears(task, lead.chat, /Shared by/, () => lead.chat.presses(checked.card, send)));
        await settled(task, arrived);
      },
      check: async () => wrongWith(await arrived()),
    };
  },
};

/** They have the bot from now on, and claims from the beginning, so that they are to be reminded. */
async function meet(task: Task, step: Steps, people: readonly Person[]): Promise<void> {
  for (const { chat, name } of people) {
    await step(`${name} installs`, () => hears(task, chat, /in one place/, () => chat.install()));
    // Only what people write tells who they are, and only where Teams answers the bot: their claim is in the list then.
    const isKnown = new RegExp(customerOf(task.n));
    await step(`${name} writes`, () => hears(task, chat, isKnown, () => chat.says('what needs POE')));
  }
}

function peopleOf({ stage, n }: Task): readonly Person[] {
  return remindedOf(n).map(({ name, upn }) => stage.teams.person({ name, upn }));
}

/** What became of it for one person: cards that came, and what the ledger says. */
interface Arrival {
  readonly name: string;
  readonly cards: number;
  readonly states: readonly string[];
}

async function arrivals(
  stage: Stage,
  people: readonly Person[],
  kind: NudgeKind,
  text: RegExp,
): Promise<readonly Arrival[]> {
  const rows = await (await stage.ledger()).rows();
  return people.map(({ name, aadObjectId, chat }) => ({
    name,
    cards: chat.conversation.sent.filter((one) => one.kind === 'message' && text.test(one.text)).length,
    states: rows.filter((row) => row.person === aadObjectId && row.kind === kind).map(({ state }) => state),
  }));
}

/** Where the answer was lost, nobody knows whether it came, and it is not sent again. */
async function settled({ stage }: Task, arrived: () => Promise<readonly Arrival[]>): Promise<void> {
  const isSo = async (): Promise<boolean> =>
    (await arrived()).every(({ states }) => ['sent', 'unknown'].includes(states[0] ?? ''));
  if (!(await until(isSo, ARRIVES_WITHIN_MS, stage.gaveUp)))
    throw new Error(`not settled: ${JSON.stringify(await arrived())}`);
}

function wrongWith(all: readonly Arrival[]): string[] {
  return all
    .filter(({ cards, states }) => !(states.length === 1 && (states[0] === 'sent' ? cards === 1 : cards <= 1)))
    .map(({ name, cards, states }) => `${name} has ${cards} cards, and the ledger says ${states.join() || 'nothing'}`);
}
