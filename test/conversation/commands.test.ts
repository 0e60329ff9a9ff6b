import assert from 'node:assert/strict';
import type { AnnounceHandlers } from '../../src/announcements/handlers.ts';
import type { AssociationHandlers } from '../../src/claims/handlers.ts';
import { commands, spellingsOf } from '../../src/conversation/commands.ts';
import type { KnowledgeHandlers } from '../../src/knowledge/handlers.ts';
import type { NudgeHandlers } from '../../src/reminders/handlers.ts';
import { plainText } from '../../src/teams/activity.ts';
import type { TicketHandlers } from '../../src/tickets/handlers.ts';
import type { Turn } from '../../src/turn.ts';

/** Every claim but those of `ids` is unknown to `openIfClaimId`. */
async function routed(typed: string, ids: readonly string[] = []): Promise<string> {
  const claims = {
    needsPoe: async (_: Turn, { text }: { text?: string }) => ({ text: `list ${text}`.trim() }),
    openByClaimId: async (_: Turn, id: string) => ({ text: `open ${id}`.trim() }),
    isCustomer: async (_: Turn, name: string) => /contoso|fort/i.test(name),
    openCustomer: async (_: Turn, name: string) => (/contoso/i.test(name) ? { text: `customer ${name}` } : undefined),
    openIfClaimId: async (_: Turn, id: string) => (ids.includes(id) ? { text: `exactly ${id}` } : undefined),
  } as unknown as AssociationHandlers;
  const knowledge = {
    topics: async () => ({ text: 'topics' }),
    unanswered: async () => ({ text: 'unanswered' }),
  } as unknown as KnowledgeHandlers;
  const tickets = {
    list: async (_: Turn, { only }: { only?: string }) => ({ text: only ?? 'tickets' }),
    formFor: async (_: Turn, { claims: ids }: { claims?: string }) => ({ text: `form ${ids}`.trim() }),
    openByName: async (_: Turn, name: string) => ({ text: `ticket ${name}`.trim() }),
  } as unknown as TicketHandlers;
  const text = plainText(typed);
  const nudges = {
    reminders: async (_: Turn, { reminders }: { reminders: string }) => ({ text: `reminders ${reminders}` }),
    quietUntil: async (_: Turn, until: string) => ({ text: `quiet until ${until}` }),
    report: async () => ({ text: 'report' }),
  } as unknown as NudgeHandlers;
  const announcing = { form: async () => ({ text: 'announce' }) } as unknown as AnnounceHandlers;
  const help = async () => ({ text: 'help' });
  for (const { pattern, handle } of commands({ claims, knowledge, tickets, nudges, announcing, help })) {
    const match = pattern.exec(text);
    const reply = match && (await handle({ text } as Turn, match));
    if (reply) return reply.text ?? '';
  }
  return 'none';
}

const TYPED: Record<string, readonly string[]> = {
  help: ['help', 'Help!', 'HELP?', '?', '??', 'menu', 'start', ' help  '],
  list: [
    'what needs POE',
    'What needs POE?',
    'what need poe',
    'What still needs POE ?!',
    'needs poe',
    'my claims',
    'list',
    'List.',
    'which claims need POE?',
    'what needs Proof of Execution',
    'show me what needs POE',
    'what needs poe for',
    'What needs POE: ',
  ],
  'reminders off': [
    'reminders off',
    'Reminders off.',
    'turn reminders off',
    'turn off reminders',
    'please turn off my reminders',
    'switch off the nudges',
    'stop reminders',
    'stop reminding me',
    'no more reminders!',
    'notifications off',
  ],
  'reminders on': ['reminders on', 'Reminders on again', 'turn on reminders', 'turn my reminders on'],
  'quiet until tomorrow': ['remind me tomorrow', 'Remind me later.', 'snooze', 'snooze until tomorrow'],
  'quiet until next week': ['remind me next week', 'snooze until Monday', 'please remind me again next week'],
  report: ['report', 'Report.', 'show me the report', 'progress', 'the campaign report'],
  announce: ['announce', 'share the notice', 'new announcement', 'make an announcement'],
  'list contoso': [
    'what needs poe for contoso',
    'What needs POE contoso?',
    'needs POE: contoso',
    'list contoso.',
    'what needs POE, for  contoso ?',
  ],
  'list Fort & Co. Ltd': ['what needs POE for Fort & Co. Ltd', 'what needs POE Fort & Co. Ltd.'],
  'open CLM-1': [
    'claim CLM-1',
    'Claim: CLM-1',
    'claim   CLM-1 ',
    'show claim CLM-1',
    'Open claim CLM-1?',
    'claim #CLM-1',
    'claim:CLM-1',
    'claim\nCLM-1',
    '<at>CPOR Assistant</at> claim CLM-1.',
    'show me the claim CLM-1!',
  ],
  'open A/17 (b)': ['claim A/17 (b)'],
  'customer contoso': ['show me contoso', 'open contoso.', 'Pull up contoso?'],
  tickets: ['my tickets', 'My tickets?', 'show my tickets'],
  form: ['open a ticket', 'Open a new ticket', 'create ticket', 'please open a ticket'],
  'form CLM-1, CLM-2': ['open a ticket for claim CLM-1, CLM-2', 'raise a ticket about claims CLM-1, CLM-2.'],
  'ticket T-1002': ['ticket T-1002', 'Ticket T-1002?', 'show me the ticket T-1002'],
  'ticket 1002': ['ticket 1002', 'ticket number 1002'],
  ticket: ['ticket', 'Ticket?'],
  topics: ['topics', 'See the topics', 'show topics.'],
  undelivered: ['undelivered', 'Undelivered tickets?', 'show not delivered'],
  unanswered: ['unanswered', 'Unanswered questions', 'show the unanswered questions?'],
  open: ['claim', 'Claim:', 'claim ?', 'claim #'],
  none: [
    '',
    'CLM-1',
    'CLAIM-7',
    'LIST-7',
    'claims',
    'claimed',
    'helpful',
    'listing',
    'what is POE?',
    '👍',
    '<b>claim</b> CLM-1',
    'dies ist keine Liste',
    '.',
    'please help me',
    'claim got a rival, what now?',
    'ticket category?',
    'ticket for support how do i open it',
    'which associations need POE by June 30?',
    'which workloads need POE tho',
    'list shows everything, how do I see approved ones',
    'list all approved claims',
    'which claims need proof of execution documentation',
    'what are the topics of today',
  ],
};

describe('what people type', () => {
  for (const [result, inputs] of Object.entries(TYPED)) {
    it(`means “${result}” in ${inputs.length} spellings`, async () => {
      for (const typed of inputs) assert.equal(await routed(typed), result, JSON.stringify(typed));
    });
  }

  it('opens a claim by its exact ID first, signs and all', async () => {
    assert.equal(await routed('claim #17?', ['#17?']), 'exactly #17?');
    assert.equal(await routed('claim CLM-1.', ['CLM-1.']), 'exactly CLM-1.');
    assert.equal(await routed('claim #17?', ['#17']), 'exactly #17');
    assert.deepEqual(spellingsOf('#CLM-1 ?'), ['#CLM-1 ?', '#CLM-1', 'CLM-1']);
    assert.deepEqual(spellingsOf('CLM-1'), ['CLM-1']);
  });

  it('is understood in linear time: no pattern backtracks (mocha’s timeout is the measure)', async () => {
    const starts = ['', 'what needs poe', 'list ', 'claim ', 'which ', 'show ', 'help', 'what needs poe for '];
    const parts = [' ', '!', '? ', '.:!', 'for ', 'a', '#', ': ', 'claim ', 'what needs poe ', '\u00a0'];
    // Longer than what `plainText` lets through, so that the patterns hold by themselves.
    for (const start of starts) {
      for (const part of parts) {
        const text = `${start}${part.repeat(200_000 / part.length)}x\n`;
        for (const { pattern, handle } of commands({
          claims: {
            needsPoe: async () => ({}),
            openIfClaimId: async () => undefined,
            isCustomer: async () => false,
            openCustomer: async () => undefined,
            openByClaimId: async () => ({}),
          } as unknown as AssociationHandlers,
          knowledge: { topics: async () => ({}), unanswered: async () => ({}) } as unknown as KnowledgeHandlers,
          tickets: {
            list: async () => ({}),
            formFor: async () => ({}),
            openByName: async () => ({}),
          } as unknown as TicketHandlers,
          nudges: {
            reminders: async () => ({}),
            quietUntil: async () => ({}),
            report: async () => ({}),
          } as unknown as NudgeHandlers,
          announcing: { form: async () => ({}) } as unknown as AnnounceHandlers,
          help: async () => ({}),
        })) {
          for (const input of [text, text.trimEnd()]) {
            const match = pattern.exec(input);
            if (match) await handle({ text: input } as Turn, match);
          }
        }
      }
    }
  });
});
