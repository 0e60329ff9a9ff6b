/** POE: documents dropped into the chat, matched to a claim and filed for its workloads. */

import type { Claims } from '../claims/feature.ts';
import type { Imports } from '../claims/import/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { createHostPolicy } from '../files/hosts.ts';
import { localeOf } from '../people/person.ts';
import type { Problems, ProblemTexts } from '../problems/index.ts';
import type { PoeProblems } from '../problems/poe.ts';
import type { StorageProblems } from '../problems/storage.ts';
import { storageProblems } from '../storage/texts.ts';
import type { FileConsent, ProactiveSender, Reply, Turn } from '../turn.ts';
import type { PoeVerb } from '../verbs/poe.ts';
import { DOCUMENT_CHECKS, DocumentChecks } from './document-checks.ts';
import { DRAFTS, Drafts } from './drafts.ts';
import { fileHandlers, MAY_BE_EXPORTS, sentence, type TicketFiles } from './file-handlers.ts';
import { poeHandlers } from './handlers.ts';
import { createIntake } from './intake.ts';
import { uploadMetrics } from './metrics.ts';
import { PageUploads } from './page-uploads.ts';
import { Proposals } from './proposals.ts';
import { QUARANTINE, Quarantine, SCAN_AGAIN_MS } from './quarantine.ts';
import { QuarantineRunner } from './quarantine-runner.ts';
import { Downloads } from './record/downloads.ts';
import { recordHandlers } from './record/handlers.ts';
import { OFFERS, Offers } from './record/offers.ts';
import { createScanner } from './scanner.ts';
import { PoeService } from './service.ts';
import { poeProblems, poeTexts } from './texts.ts';
import { UPLOAD_DAYS, UploadQuota } from './upload-quota.ts';

export interface Poe extends Feature<PoeVerb, keyof PoeProblems | keyof StorageProblems> {
  readonly service: PoeService;
  readonly proposals: Proposals;
  readonly downloads: Downloads;
  /** What is dropped on the page of the tab. */
  readonly uploads: PageUploads;
  /** The sentences for what may stand in the way of a file. */
  readonly refusals: Partial<ProblemTexts<Problems>>;
  /** Takes in the files of a message. */
  receive(turn: Turn): Promise<Reply>;
  /** Hands a document out, where a person consents to it. */
  fileConsent(turn: Turn, consent: FileConsent): Promise<Reply>;
}

/** What it stands on beside the core. */
export interface PoeNeeds {
  readonly claims: Claims;
  readonly imports: Imports;
  readonly tickets: TicketFiles;
  readonly proactive: ProactiveSender;
}

const howToUpload = async ({ locale }: Turn): Promise<Reply> => ({ text: poeTexts(locale).how, needs: 'files' });

export function createPoe(core: Core, { claims, imports, tickets, proactive }: PoeNeeds): Poe {
  const { store, vault, rights, tempDir, newId, realTime, stopping } = core;
  const { maxFileBytes: maxBytes, dailyUploadBytes, fileHosts, partnerNames: partners, timeZone } = core.config;
  const drafts = new Drafts(store);
  claims.uses.add({
    kind: 'draft',
    among: (tenantId, some) =>
      drafts.proposedAmong(
        tenantId,
        some.map(({ _id }) => _id),
      ),
  });
  const quota = new UploadQuota({ store, most: dailyUploadBytes, timeZone, realTime });
  const checks = new DocumentChecks({ store, vault, tempDir, newId, realTime, stopping, partners, timeZone });
  const proposals = new Proposals({ claims: claims.service, drafts, checks, newId, realTime });
  const service = new PoeService({ claims: claims.service, drafts, checks, proposals, vault, realTime });
  // Documents lie in the vault.
  const problems = { ...storageProblems, ...poeProblems };
  const policy = createHostPolicy({ extraHosts: fileHosts });
  const downloads = new Downloads({
    claims: claims.service,
    offers: new Offers(store),
    vault,
    policy,
    newId,
    realTime,
    signal: stopping,
  });
  const record = recordHandlers({
    claims: claims.service,
    replies: claims.replies,
    downloads,
    policy,
    newKey: newId,
  });
  const refusals = { ...imports.problems, ...problems };
  const handlers = poeHandlers(service, proposals, claims.service, claims.replies, rights.isLead, (problem, locale) =>
    sentence(refusals, problem, locale),
  );
  const quarantine = new Quarantine(store, realTime);
  const scanner = createScanner(core.config.clamd, core.log, realTime);
  const runner = new QuarantineRunner({
    ...{ quarantine, scanner, proposals, tickets, exports: imports, proactive, vault, tempDir, newId, realTime },
    ...{ people: core.people, campaignClock: core.campaignClock, random: core.random, log: core.log },
    async tell(person, { file, outcome }) {
      const locale = localeOf(person);
      // A ticket says by itself what it has got; an export that waited is shown on the page.
      if (outcome === undefined || 'ticket' in outcome || 'import' in outcome) return undefined;
      if ('problem' in outcome)
        return { text: poeTexts(locale).refused(file.name, sentence(refusals, outcome.problem, locale)) };
      const draft = await drafts.get(person.tenantId, outcome.draft);
      if (draft?.state !== 'open') return undefined;
      const isSpreadsheet = rights.isLead(person) && MAY_BE_EXPORTS.has(file.kind);
      const text = isSpreadsheet ? poeTexts(locale).scannedSpreadsheet(file.name) : poeTexts(locale).scanned(file.name);
      const reply = await handlers.opened({ person, locale, now: core.campaignClock() }, draft);
      return { ...reply, text: [text, reply.text].filter((part) => part !== undefined).join('\n\n') };
    },
  });
  const intake = createIntake({ vault, quota, scanner, maxBytes, tempDir, newId });
  const files = fileHandlers({
    quarantine,
    intake,
    guard: { policy, maxBytes, signal: stopping },
    poe: service,
    proposals,
    handlers,
    exports: imports,
    tickets,
    setTimer: core.setTimer,
    isLead: rights.isLead,
    refusals,
  });
  return {
    name: 'poe',
    problems,
    service,
    proposals,
    downloads,
    refusals,
    uploads: new PageUploads({
      ...{ intake, quarantine, drafts, proposals, poe: service, tickets, maxBytes },
      ...{ exports: imports, isLead: rights.isLead },
    }),
    receive: files.receive,
    fileConsent: record.consent,
    presses: {
      'how.upload': howToUpload,
      'poe.start': handlers.start,
      'poe.file': handlers.file,
      'poe.open': handlers.open,
      'poe.file-sure': handlers.fileSure,
      'poe.discard': handlers.discard,
      'poe.documents': record.documents,
      'poe.download': record.download,
      'poe.withdraw-form': record.askWhyWithdraw,
      'poe.withdraw': record.withdraw,
      'import.as-poe': files.importAsPoe,
      'ticket.add-files': files.addToTicket,
    },
    intents: { 'upload-help': howToUpload },
    help: (locale) => ({
      lines: [{ text: poeTexts(locale).help, needs: 'files' }],
      buttons: [{ title: poeTexts(locale).button, verb: 'how.upload', data: {}, needs: 'files' }],
    }),
    timers: [
      {
        name: 'quarantine',
        everyMs: SCAN_AGAIN_MS,
        failure: 'documents that wait for a scan could not be looked after',
        run: () => runner.run(),
      },
    ],
    metrics: () => uploadMetrics(quarantine),
    fileNames: {
      tenants: async () => [...new Set([...(await drafts.tenants()), ...(await quarantine.tenants())])],
      async *of(tenantId) {
        yield* drafts.filesOf(tenantId);
        yield* quarantine.filesOf(tenantId);
      },
    },
    records: [
      { collection: DRAFTS, of: ({ userId }) => ({ userId }) },
      { collection: DOCUMENT_CHECKS },
      { collection: QUARANTINE, of: ({ userId }) => ({ userId }) },
      { collection: UPLOAD_DAYS },
      { collection: OFFERS, of: ({ userId }) => ({ userId }) },
    ],
  };
}
