/** The views of the largest data that the stores may hold: every card is drawn and stays under 28 KB. */

import assert from 'node:assert/strict';
import { join } from 'node:path';
import {
  announceCheckCard,
  announceFormCard,
  announcementCard,
  announcementProgressCard,
} from '../../src/announcements/cards.ts';
import { readNotices } from '../../src/announcements/notice.ts';
import { campaignOf } from '../../src/campaign/campaign.ts';
import { CPOR_2020 } from '../../src/campaign/notices.ts';
import type { Claim } from '../../src/claims/claim.ts';
import { claimCard } from '../../src/claims/claim-card.ts';
import { importCard } from '../../src/claims/import/cards.ts';
import type { ImportJob } from '../../src/claims/import/jobs.ts';
import { importsCard } from '../../src/claims/import/undo-cards.ts';
import { NOTHING_UNDONE } from '../../src/claims/import/undo-record.ts';
import { needsPoeCard } from '../../src/claims/list-card.ts';
import { claimRemoveCard, removedClaimsCard } from '../../src/claims/removal-cards.ts';
import { jsonBytes, shorten } from '../../src/format/shorten.ts';
import { claimToCheck } from '../../src/poe/advice.ts';
import { fileCard } from '../../src/poe/cards.ts';
import type { Draft } from '../../src/poe/drafts.ts';
import type { Finding, Findings } from '../../src/poe/findings/finding.ts';
import { documentsCard, withdrawCard } from '../../src/poe/record/cards.ts';
import { documentsOf } from '../../src/poe/record/documents.ts';
import { severalCard } from '../../src/poe/several-card.ts';
import { reminderCard } from '../../src/reminders/card.ts';
import { digestCard } from '../../src/report/digest-card.ts';
import { reportCard } from '../../src/report/report-card.ts';
import { MAX_CARD_BYTES } from '../../src/teams/render.ts';
import { tabLinks } from '../../src/teams/tab-links.ts';
import { escalatedReply, handOverCard, ticketCard, ticketsCard } from '../../src/tickets/cards.ts';
import { acceptedIds } from '../../src/tickets/form.ts';
import { formCard } from '../../src/tickets/form-card.ts';
import { TICKET_LIMITS } from '../../src/tickets/limits.ts';
import { NOTHING_SENT, type Ticket } from '../../src/tickets/ticket.ts';
import type { Card } from '../../src/turn.ts';
import { packList } from '../../src/verbs/claims.ts';
import { verbSchemas } from '../../src/verbs/index.ts';
import { claimRecord, MARK, poe, workload } from '../claims/fixtures.ts';
import { buttons, isCard } from '../support/cards.ts';
import { rendererOf } from '../support/renderer.ts';
import { ticketOf } from '../tickets/fixtures.ts';

const REGISTRATION = {
  id: '11111111-2222-4333-8444-555555555555',
  tenantId: '33333333-3333-4333-8333-333333333333',
  type: 'UserAssignedMSI',
} as const;
/** With links to the tab, as in Teams. */
const render = rendererOf(
  join(import.meta.dirname, '../../adaptive-cards'),
  tabLinks({ app: REGISTRATION, host: '0.0.0.0', port: 3978 }),
);
const READER = { locale: 'en-US', timeZone: 'UTC' };
const CAMPAIGN = { ...campaignOf(CPOR_2020), label: 'CPOR and POE 2020' };
const OTHER = { ...campaignOf({ ...CPOR_2020, name: 'other' }), label: 'W'.repeat(200) };
const NOTICES = readNotices(join(import.meta.dirname, '../../knowledge'), [CAMPAIGN, { ...OTHER, notice: CPOR_2020 }]);
const PERSON = { _id: 't/a', tenantId: 't', guest: false, reachable: true };
const ACCESS = { lead: true, seesUnowned: true, keys: ['upn:adelev@contoso.example'] };
/** As long as the import lets them be. */
const LONG = { text: 2_000, name: 200, id: 100 };

/** All that a document can lack. */
const LACKS = (['partner', 'customer', 'tenantOrDomain', 'workload', 'signature', 'date', 'activities'] as const).map(
  (what) => ({ what, state: 'missing' }) as const,
);

/** What an extreme text is made of. */
const SIGNS = { 'plain letters': 'W', 'wide letters': '東', quotes: '"', templates: '${', emoji: '🚀', blanks: 'a ' };

/** Draws it, measures it, and checks that each button of it still passes the schema of its verb. */
function drawn(card: Card): string {
  const json = render(card);
  assert.ok(jsonBytes(json) <= MAX_CARD_BYTES);
  assert.ok(isCard(json));
  for (const { type, verb, data, title } of buttons(json)) {
    if (type !== 'Action.Execute') continue;
    const schema = verbSchemas[verb as keyof typeof verbSchemas];
    assert.ok(schema.safeParse(data).success, `${title}: ${JSON.stringify(data).slice(0, 300)}`);
  }
  return JSON.stringify(json);
}

for (const [what, sign] of Object.entries(SIGNS)) {
  const text = (length: number, mark = ''): string => (mark + sign.repeat(length)).slice(0, length);
  const owner = { key: `name:${text(LONG.text)}`, label: text(LONG.text) };
  const many = (n: number, more: object = {}) =>
    Array.from({ length: n }, (_, i) => ({
      ...workload(text(LONG.name, `${i} `)),
      subscriptionId: text(LONG.text),
      ...more,
    }));
  const claim = (i: number, workloads = many(60)): Claim => ({
    ...claimRecord(
      {
        claimId: text(LONG.id, `${i}-`),
        name: text(LONG.text),
        customerName: text(LONG.text, `${i}`),
        customerDomain: text(LONG.text),
        customerTenantId: text(LONG.text),
        mpnId: text(LONG.name),
        program: text(LONG.name),
        status: text(LONG.name),
        owner,
      },
      workloads,
    ),
    _id: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
    rank: 0,
  });
  const filter = {
    program: text(LONG.id),
    workload: workload(text(LONG.name)).key,
    owner: 'mine' as const,
    text: shorten(text(100), 60, ''),
  };

  describe(`a card full of ${what}`, () => {
    it('lists eight claims with sixty programs and workloads to choose from', () => {
      const rows = Array.from({ length: 8 }, (_, i) => claim(i));
      const claims = {
        rows,
        page: 400,
        toCollect: 4_012,
        toUpload: 12,
        total: 4_024,
        anyImported: true,
        unowned: 0,
        access: ACCESS,
        names: new Map(),
        namesake: true,
      };
      const programs = Array.from({ length: 60 }, (_, i) => text(LONG.name, `${i} `));
      const workloads = many(60).map(({ key, name }) => ({ key, name }));
      for (const chosen of [
        filter,
        { ...filter, program: programs[59]?.slice(0, 100) ?? '', workload: workloads[59]?.key ?? '' },
      ]) {
        const card = needsPoeCard(claims, chosen, { programs, workloads }, [CAMPAIGN], {
          ...READER,
          now: new Date('2020-07-09T09:00:00Z'),
        });
        assert.match(drawn(card), /3,201–3,208 of 4,024/);
      }
    });

    it('shows a claim of sixty workloads with files', () => {
      const files = {
        poe: Array.from({ length: 9 }, (_, i) => ({
          ...poe(String(i).padStart(64, '0'), text(120)),
          draft: 'the same',
          check: { lacks: LACKS, why: text(300) },
          filedBy: { userId: 'a', name: text(500) },
        })),
      };
      const options = {
        names: new Map(),
        idempotencyKey: '00000000-0000-4000-8000-000000000000',
        list: packList({ ...filter, page: 400 }),
        remark: text(100_000),
      };
      for (const facts of [files, {}, { confirmed: MARK }, { ...files, notEngaged: MARK }])
        drawn(claimCard(claim(1, many(60, facts)), ACCESS, READER, { ...options, workloadPage: 3 }));
    });

    it('shows the documents of a claim of sixty workloads, and withdraws one of them from all', () => {
      const person = { userId: 'a', name: text(500) };
      const why = { at: MARK.at, by: person, reason: text(300) };
      const record = (i: number) => ({
        ...poe(String(i).padStart(64, '0'), text(120)),
        draft: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
        filedBy: person,
      });
      const whole = {
        ...claim(1, many(60, { poe: Array.from({ length: 9 }, (_, i) => record(i)) })),
        history: Array.from({ length: 50 }, () => ({
          kind: 'remove' as const,
          at: MARK.at,
          by: person,
          what: text(1_000),
        })),
      };
      const list = packList({ ...filter, page: 400 });
      const options = { page: 0, list, remark: text(100_000) };
      const somebody = { ...PERSON, ...person };
      drawn(documentsCard(whole, ACCESS, somebody, READER, options));
      const withdrawn = {
        ...whole,
        workloads: many(60, {
          poe: [{ ...record(1), withdrawn: why }, { ...record(2), withdrawn: why }, record(3), record(4)],
        }),
      };
      drawn(documentsCard(withdrawn, ACCESS, somebody, READER, options));
      const [row] = documentsOf(whole);
      drawn(withdrawCard(whole, row ?? assert.fail(), READER, '00000000-0000-4000-8000-000000000000'));
    });

    it('offers two hundred claims and a hundred workloads for ten files', () => {
      const files = Array.from({ length: 10 }, (_, i) => ({
        sha256: `${i}`,
        name: text(120),
        size: 49_999_999,
        kind: 'pptx' as const,
      }));
      const draft: Draft = {
        _id: '00000000-0000-4000-8000-000000000000',
        tenantId: 't',
        userId: 'u',
        files,
        candidates: [],
        state: 'open',
        expireAt: '',
      };
      const chosen = claim(1_000, many(100));
      const candidates = Array.from({ length: 200 }, (_, i) => claim(i));
      const proposed = { ...draft, proposal: { claim: chosen._id, reason: 'customer' as const } };
      const lack: Finding = { state: 'missing', words: text(160), page: 3 };
      const findings: Findings = {
        ...{ partner: lack, customer: lack, tenantOrDomain: lack, signature: { state: 'unclear' }, date: lack },
        workloads: chosen.workloads.map(({ name }) => ({ workload: name, finding: lack })),
        activities: lack,
      };
      const against = claimToCheck({ ...chosen, customerDomain: 'a.example' }, ['P'], '2020-06-16');
      const examined = {
        checks: files.map(() => ({ facts: { pages: 400, gaps: ['time' as const] }, findings })),
        against,
      };
      const severally = drawn(
        severalCard(
          Array.from({ length: 10 }, (_, i) => ({
            draft: { ...proposed, _id: `00000000-0000-4000-8000-00000000000${i}`, sure: true },
            claim: chosen,
            examined,
            workloads: chosen.workloads.map(({ key }) => key),
          })),
          'en-US',
          () => text(1_000),
        ),
      );
      assert.match(severally, /100 files for several claims/);
      const card = drawn(
        fileCard(proposed, {
          candidates,
          examined,
          others: candidates.slice(0, 5),
          why: text(300),
          claim: chosen,
          problem: text(100_000),
          claimText: text(200),
          locale: 'en-US',
        }),
      );
      assert.ok(card.includes(chosen._id));
      drawn(fileCard(draft, { candidates, locale: 'en-US' }));
      drawn(
        fileCard({ ...draft, files: files.slice(0, 1) }, { candidates: [], claim: claim(1, many(1)), locale: 'en-US' }),
      );
    });

    it('shows a ticket of fifty claims and fifty files that nobody got, its text for Microsoft, and eight of them in a list', () => {
      const person = { userId: 'u', name: text(LONG.text) };
      const lastAttempt = { kind: 'lost', reason: text(LONG.text) } as const;
      const dead = { ...NOTHING_SENT, dead: 'expired', lastAttempt } as const;
      const ticket: Ticket = ticketOf(999_999_999, {
        requester: person,
        assignee: person,
        issue: 'disassociation',
        claims: Array.from({ length: 50 }, (_, i) => ({
          claimId: text(LONG.id, `${i}-`),
          customer: text(LONG.text),
          known: i % 2 === 0,
        })),
        description: text(8_000),
        files: Array.from({ length: 50 }, (_, i) => ({ sha256: `${i}`, name: text(120), size: 1 })),
        caseNumber: text(200),
        history: Array.from({ length: 200 }, (_, i) => ({
          kind: 'commented',
          by: person,
          at: '2020-06-16T09:00:00.000Z',
          text: text(4_000),
          version: i + 1,
        })),
        legs: { desk: dead, webhook: dead, requester: dead },
      });
      const idempotencyKey = '00000000-0000-4000-8000-000000000000';
      for (const state of ['open', 'resolved'] as const)
        for (const lead of [true, false])
          drawn(
            ticketCard({ ...ticket, state }, { ...person, lead, desk: false }, READER, {
              idempotencyKey,
              remark: text(100_000),
            }),
          );
      drawn(ticketCard(ticket, { ...person, lead: false, desk: true }, READER, { idempotencyKey, atDesk: true }));
      const full = (what: keyof typeof TICKET_LIMITS): string => {
        const { characters, bytes } = TICKET_LIMITS[what];
        return shorten(text(characters), bytes, '');
      };
      const entered = {
        topic: 'cpor',
        issue: 'other',
        claims: full('claims'),
        description: full('description'),
        accepted: acceptedIds(ticket.claims.map(({ claimId }) => claimId)),
      };
      const unknown = { code: 'ticket.unknown-claims', data: { claimIds: Array(50).fill(text(LONG.id)) } } as const;
      const problems = {
        issue: { code: 'ticket.no-issue', data: undefined },
        claims: unknown,
        description: unknown,
      } as const;
      for (const number of [undefined, 999_999_999])
        drawn(formCard(entered, { idempotencyKey, ticket: number, problems, locale: 'en-US' }));
      drawn(handOverCard(ticket, { idempotencyKey, problem: 'Write the case number first.' }, 'en-US'));
      const page = { tickets: Array(8).fill(ticket), page: 400, total: 4_024, undelivered: 4_024 };
      for (const only of [undefined, 'undelivered'] as const)
        drawn(ticketsCard({ ...page, only }, READER, idempotencyKey));
      const escalated = escalatedReply(Array(5).fill(ticket), 'en-US');
      assert.ok(jsonBytes(escalated.text ?? '') < 4_000);
      assert.ok(escalated.card);
      drawn(escalated.card);
    });

    it('reminds of five claims, and tells leads of a hundred owners and six of them with buttons', () => {
      const viewer = { ...READER, now: new Date('2020-07-07T09:00:00Z') };
      const shown = Array.from({ length: 5 }, (_, i) => ({
        claim: '00000000-0000-4000-8000-000000000000',
        claimId: text(LONG.id, `${i}-`),
        customer: text(LONG.text),
        program: text(LONG.name),
        workloads: Array(60).fill(text(LONG.name)),
        state: i % 2 === 0 ? ('to upload' as const) : ('to collect' as const),
        lacks: LACKS,
        struck: i % 2 === 0,
      }));
      const counts = { toCollect: 4_012, toUpload: 12 };
      const facts = { campaign: CAMPAIGN, milestone: text(100), ...counts, shown, askedBy: text(LONG.text) };
      for (const remindersOff of [true, false])
        drawn(reminderCard({ ...facts, remindersOff, snoozedUntil: '2020-07-08' }, viewer));
      const reaches = ['never installed', 'blocked'] as const;
      const owners = Array.from({ length: 50 }, (_, i) => ({
        id: `${i}`,
        name: text(LONG.text, `${i} `),
        reach: reaches[i % 2] ?? 'blocked',
        open: 4_012,
      }));
      const digest = digestCard(
        {
          milestone: 'digest-after-7',
          unowned: counts,
          unreached: owners,
          unreachedInAll: 4_012,
          stalled: owners,
          stalledInAll: 4_012,
        },
        CAMPAIGN,
        viewer,
      );
      assert.match(drawn(digest), /not named here/);
      const reasons = Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`status ${400 + i}`, 4_012]));
      const report = {
        claims: { ...counts, lacking: 4_012, nothingLeft: 200_000, unowned: 4_012 },
        progress: {
          due: 9_999,
          sent: 200_000,
          unknown: 9,
          failed: reasons,
          skipped: reasons,
          oldestDueMs: 9e9,
          perSecond: 25,
        },
        owners: Array.from({ length: 6 }, (_, i) => ({
          id: text(100, `${i}`),
          name: text(LONG.text),
          ...counts,
          reach: 'reachable' as const,
          remindersOff: false,
          snoozedUntil: '2020-07-08',
          lastSentAt: '2020-06-16T09:00:00.000Z',
        })),
        ownersInAll: 4_012,
        page: 400,
        pageSize: 6,
        reachable: 4_012,
      };
      const once = '00000000-0000-4000-8000-000000000000';
      assert.match(
        drawn(reportCard(report, { campaign: CAMPAIGN, others: [OTHER, OTHER] }, viewer, once, text(100_000))),
        /2,401–2,406 of 4,012/,
      );
    });

    it('announces a line of five hundred characters to a hundred people who are not reached', () => {
      const viewer = { ...READER, now: new Date('2020-07-07T09:00:00Z') };
      const once = '00000000-0000-4000-8000-000000000000';
      const programs = Array.from({ length: 60 }, (_, i) => text(100, `${i} `));
      const unreached = Array.from({ length: 50 }, (_, i) => ({
        name: text(LONG.text, `${i} `),
        reach: i % 2 === 0 ? ('blocked' as const) : ('never installed' as const),
      }));
      const missed = { unreached, unreachedInAll: 4_012 };
      for (const line of [text(500), `${sign}\n`.repeat(250).slice(0, 500), '\u0001'.repeat(500)]) {
        const draft = {
          idempotencyKey: once,
          campaign: CAMPAIGN.id,
          audience: 'program',
          program: programs[59] ?? '',
          customer: text(200),
          line,
        };
        drawn(announceFormCard({ ...draft, line: text(2_000) }, NOTICES, programs, 'en-US', text(100_000)));
        const audience = { kind: 'customer' as const, name: text(LONG.text) };
        const check = announceCheckCard(
          draft,
          audience,
          { people: 4_012, remindersOff: 9, ...missed },
          NOTICES[0],
          viewer,
        );
        assert.ok(drawn(check).includes(JSON.stringify(line)));
        const by = text(LONG.text);
        drawn(announcementCard({ order: once, line, by, read: false }, NOTICES[0], viewer));
        const figures = { waiting: 9, sent: 4_012, read: 9, unknown: 9, failed: 9, off: 9, ...missed };
        drawn(
          announcementProgressCard(
            { order: once, line, audience, by, at: '2020-06-16T09:00:00.000Z', ...figures },
            READER,
          ),
        );
      }
    });

    it('previews an import with eight long headers and ten bad rows, and shows its states', () => {
      const columns = Array.from({ length: 40 }, (_, i) => ({
        header: text(LONG.text, `${i} `),
        example: text(LONG.text),
      }));
      const bad = Array.from({ length: 50 }, (_, line) => ({
        line,
        sheet: text(31),
        problem: { code: 'lost-digits' as const, claimId: text(LONG.text) },
      }));
      const counts = { new: 200_000, changed: 1, same: 2 };
      const places = Array.from({ length: 5 }, (_, line) => ({ line, sheet: text(31) }));
      const preview = {
        ...{ rows: 200_000, claims: 200_000, counts, notInFile: 9, columns, bad, badCount: 5_000 },
        ...{ hidden: places, hiddenCount: 90_000, encoding: 'windows-1252' as const },
        doubts: places.map((place) => ({ ...place, claimId: text(LONG.text), why: 'date' as const })),
        doubtCount: 80_000,
        customers: [text(LONG.text), text(LONG.text, '2 ')],
        sheets: Array.from({ length: 100 }, () => text(31)),
        otherSheets: Array.from({ length: 100 }, () => text(31)),
      };
      const job: ImportJob = {
        _id: '00000000-0000-4000-8000-000000000000',
        tenantId: 't',
        userId: 'u',
        fileName: text(120),
        sha256: '',
        size: 1,
        mapping: columns.map(({ header }) => ({ header, field: 'customerTenantId' as const })),
        state: 'preview',
        preview,
        claimsDone: 100_000,
        counts,
        failure: { code: 'file.unsupported-extension', data: { extension: text(LONG.text) } },
        expireAt: '',
      };
      drawn(importCard(job, 'en-US'));
      for (const state of ['importing', 'done', 'cancelled', 'failed'] as const)
        drawn(importCard({ ...job, state }, 'en-US'));
      const stays = Array.from({ length: 50 }, (_, i) => ({
        claimId: text(LONG.id, `${i}-`),
        why: 'later import' as const,
      }));
      const undo = { ...NOTHING_UNDONE, userId: 'u', at: '', from: 'done' as const, kept: 99_999, stays };
      const started = { ...job, startedAt: '2020-06-16T16:00:00.000Z', undo };
      for (const state of ['undoing', 'undone', 'done', 'failed'] as const)
        drawn(importCard({ ...started, state }, 'en-US'));
      const names = new Map([['u', text(500)]]);
      const twenty = Array.from({ length: 20 }, () => ({ ...started, state: 'done' as const }));
      assert.match(drawn(importsCard(twenty, names, 3, READER)), /16–20 of 20/);
    });

    it('lists eight removed claims, and asks why one is to be', () => {
      const removed = { at: MARK.at, by: { userId: 'u', name: text(500) }, reason: text(1_000) };
      const rows = Array.from({ length: 8 }, (_, i) => ({ ...claim(i), removed }));
      assert.match(drawn(removedClaimsCard({ rows, page: 2, total: 50 }, READER)), /17–24 of 50/);
      drawn(claimRemoveCard(claim(1), '00000000-0000-4000-8000-000000000000', text(200)));
      drawn(claimCard({ ...claim(1), removed }, ACCESS, READER, { names: new Map(), idempotencyKey: 'k' }));
    });
  });
}
