/** Documents: dropped in the chat and in the tab, checked, and filed. Each is there once, under the claim that it was filed for. */
import assert from 'node:assert/strict';
import type { ClaimBody } from '../../../src/tab/claims/api.ts';
import type { FiledBody, TakenBody } from '../../../src/tab/uploads/api.ts';
import { pdf } from '../../e2e/world.ts';
import { pdfOf } from '../../files/documents.ts';
import { claimOf } from '../stage.ts';
import { createDeliveries, createSteps, type Heard, hears, type Task, type Work, type Works } from '../work.ts';

/** So many lines take about a second to read. */
const MANY_LINES = 6_000;

export const documentWorks: Works = {
  upload: (task) => {
    const chat = inChat(task, pdf(claimOf(task.n)));
    return { act: async () => void (await chat.drop()), complete: chat.file, check: () => filedOnce(task) };
  },
  'document check': (task) => {
    const lines = Array.from({ length: MANY_LINES }, (_, i) => `Line ${i} of the statement of work for Contoso Retail`);
    const chat = inChat(task, pdfOf([claimOf(task.n), ...lines]));
    return { act: async () => void (await chat.drop()), complete: chat.file, check: () => filedOnce(task) };
  },
  filing: (task) => {
    const chat = inChat(task, pdf(claimOf(task.n)));
    return { prepare: async () => void (await chat.drop()), act: chat.file, check: () => filedOnce(task) };
  },
  'tab upload': inTab,
};

/** In the chat: dropped, then filed. */
function inChat(task: Task, bytes: Buffer) {
  const { chat } = task.stage.owner(task.n);
  const name = `${claimOf(task.n)}.pdf`;
  const step = createSteps();
  const delivery = createDeliveries(task);
  const drop = (): Promise<Heard> =>
    step('drop', () => hears(task, chat, /File POE/, () => chat.drops([{ name, bytes }], undefined, delivery(1))));
  return {
    drop,
    async file(): Promise<void> {
      const { card } = await drop();
      await step('file', () =>
        hears(task, chat, new RegExp(`${name}, filed by`), () => chat.presses(card, 'File POE')),
      );
    },
  };
}

function inTab(task: Task): Work {
  const { stage, n } = task;
  const owner = stage.owner(n);
  return {
    // The bot has to know whoever opens the page.
    prepare: async () => void (await owner.chat.says('help')),
    async act() {
      const claim = await stage.recordOf(claimOf(n));
      const address = `uploads?${new URLSearchParams({ name: `${claimOf(n)}.pdf`, claim })}`;
      const { uploads } = await stage.ask<TakenBody>(owner, address, pdf(claimOf(n)));
      const body = { claim, workloads: ['exchange-online'] };
      await stage.ask<FiledBody>(owner, `uploads/${uploads[0]}/file`, body).catch(async (error: unknown) => {
        // Filed before, so the same bytes are no new upload.
        if ((await filedOnce(task)).length > 0) throw error;
      });
    },
    check: () => filedOnce(task),
  };
}

async function filedOnce({ stage, lead, n }: Task): Promise<string[]> {
  const { documents } = await stage.ask<ClaimBody>(lead, `claims/${await stage.recordOf(claimOf(n))}`);
  const names = documents.map(({ name }) => name);
  if (names.join() !== `${claimOf(n)}.pdf`) return [`${claimOf(n)} has the documents ${names.join() || 'none'}`];
  const { sha256 } = documents[0] ?? assert.fail();
  assert.match(sha256, /^[0-9a-f]{64}$/);
  return [];
}
