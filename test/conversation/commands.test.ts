import assert from 'node:assert/strict';
import { announcementCommands } from '../../src/announcements/commands.ts';
import type { AnnouncementHandlers } from '../../src/announcements/handlers.ts';
import { claimCommands } from '../../src/claims/commands.ts';
import type { ClaimHandlers } from '../../src/claims/handlers.ts';
import type { ClaimReplies } from '../../src/claims/replies.ts';
import type { ClaimService } from '../../src/claims/service.ts';
import { collectCommands } from '../../src/conversation/collect.ts';
import { createIntro } from '../../src/conversation/intro.ts';
import type { Command } from '../../src/feature.ts';
import { idSpellings } from '../../src/format/subjects.ts';
import { knowledgeCommands } from '../../src/knowledge/commands.ts';
import type { KnowledgeHandlers } from '../../src/knowledge/handlers.ts';
import { reminderCommands } from '../../src/reminders/commands.ts';
import type { ReminderHandlers } from '../../src/reminders/handlers.ts';
import { reportCommands } from '../../src/report/commands.ts';
import type { ReportHandlers } from '../../src/report/handlers.ts';
import { parseActivity } from '../../src/teams/activity.ts';
import { wordsOf } from '../../src/teams/message-words.ts';
import { surfaceOf } from '../../src/teams/surface.ts';
import { ticketCommands } from '../../src/tickets/commands.ts';
import type { TicketHandlers } from '../../src/tickets/handlers.ts';
import type { Turn } from '../../src/turn.ts';

/** All that is typed in the personal chat, told apart by what they say. Every claim but those of `ids` is unknown. */
function commandsOf(ids: readonly string[] = []): readonly Command[] {
  const service = {
    knowsCustomer: async (_: unknown, name: string) => /contoso|fort/i.test(name),
  } as unknown as ClaimService;
  const replies = {
    list: async (_: Turn, { text }: { text?: string }) => ({ text: `list ${text}`.trim() }),
  } as unknown as ClaimReplies;
  const claims = {
    openByClaimId: async (_: Turn, id: string) => ({ text: `open ${id}`.trim() }),
    openCustomer: async (_: Turn, name: string) => (/contoso/i.test(name) ? { text: `customer ${name}` } : undefined),
    async openFirst(_: Turn, asked: readonly string[]) {
      const id = asked.find((one) => ids.includes(one));
      return id === undefined ? undefined : { text: `exactly ${id}` };
    },
  } as unknown as ClaimHandlers;
  const knowledge = {
    topics: async () => ({ text: 'topics' }),
    unanswered: async () => ({ text: 'unanswered' }),
  } as unknown as KnowledgeHandlers;
  const tickets = {
    list: async (_: Turn, { only }: { only?: string }) => ({ text: only ?? 'tickets' }),
    formFor: async (_: Turn, { claims: named }: { claims?: string }) => ({ text: `form ${named}`.trim() }),
    openByName: async (_: Turn, name: string) => ({ text: `ticket ${name}`.trim() }),
  } as unknown as TicketHandlers;
  const reminders = {
    set: async (_: Turn, { reminders: to }: { reminders: string }) => ({ text: `reminders ${to}` }),
    snoozeInWords: async (_: Turn, until: string) => ({ text: `quiet until ${until}` }),
  } as unknown as ReminderHandlers;
  const report = { report: async () => ({ text: 'report' }) } as unknown as ReportHandlers;
  const announcing = { form: async () => ({ text: 'announce' }) } as unknown as AnnouncementHandlers;
  const tables = [
    createIntro([], { isLead: () => false }, () => ({ template: 'options', data: {} })).commands ?? [],
    claimCommands(service, claims, replies),
    knowledgeCommands(knowledge),
    ticketCommands(tickets),
    reminderCommands(reminders),
    reportCommands(report),
    announcementCommands(announcing),
  ];
  const features = tables.map((commands, n) => ({ name: `feature ${n}`, problems: {}, presses: {}, commands }));
  return collectCommands(features).filter(({ where }) => where !== 'groups');
}

async function routed(typed: string, ids: readonly string[] = []): Promise<string> {
  const activity = parseActivity({
    type: 'message',
    channelId: 'msteams',
    serviceUrl: 'https://smba.example/',
    from: { id: '29:x' },
    recipient: { id: '28:x' },
    conversation: { id: 'a:1' },
    text: typed,
  });
  const text = activity === undefined ? '' : wordsOf(activity).written.replaceAll('\n', ' ');
  const surface = surfaceOf(activity ?? { channelId: 'msteams', channelData: {}, entities: [] });
  for (const { name, pattern, handle } of commandsOf(ids)) {
    const match = pattern.exec(text);
    const reply = match && (await handle({ text, scope: 'personal', surface, locale: 'en-US' } as Turn, match));
    if (reply) return name === 'help' ? 'help' : (reply.text ?? '');
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
    '<b>claim</b> CLM-1',
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
    assert.deepEqual(idSpellings('#CLM-1 ?'), ['#CLM-1 ?', '#CLM-1', 'CLM-1']);
    assert.deepEqual(idSpellings('CLM-1'), ['CLM-1']);
  });

  it('is understood in linear time: no pattern backtracks (mocha’s timeout is the measure)', async () => {
    const starts = ['', 'what needs poe', 'list ', 'claim ', 'which ', 'show ', 'help', 'what needs poe for '];
    const parts = [' ', '!', '? ', '.:!', 'for ', 'a', '#', ': ', 'claim ', 'what needs poe ', '\u00a0'];
    // Longer than any text that comes this far, so that the patterns hold by themselves.
    for (const start of starts) {
      for (const part of parts) {
        const text = `${start}${part.repeat(200_000 / part.length)}x\n`;
        for (const { pattern, handle } of commandsOf()) {
          for (const input of [text, text.trimEnd()]) {
            const match = pattern.exec(input);
            if (match) await handle({ text: input, scope: 'personal', locale: 'en-US' } as Turn, match);
          }
        }
      }
    }
  });
});
