/** POE: documents dropped into the chat, matched to a claim and filed for its workloads. */

import type { Claims } from '../claims/feature.ts';
import type { Imports } from '../claims/import/feature.ts';
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { createHostPolicy } from '../files/hosts.ts';
import type { PoeProblems } from '../problems/poe.ts';
import type { StorageProblems } from '../problems/storage.ts';
import { storageProblems } from '../storage/texts.ts';
import type { Reply, Turn } from '../turn.ts';
import type { PoeVerb } from '../verbs/poe.ts';
import { DRAFTS, Drafts } from './drafts.ts';
import { fileHandlers, type TicketFiles } from './file-handlers.ts';
import { poeHandlers } from './handlers.ts';
import { createIntake } from './intake.ts';
import { PoeService } from './service.ts';
import { poeProblems, poeTexts } from './texts.ts';
import { UPLOAD_DAYS, UploadQuota } from './upload-quota.ts';

export interface Poe extends Feature<PoeVerb, keyof PoeProblems | keyof StorageProblems> {
  readonly service: PoeService;
  /** Takes in the files of a message. */
  receive(turn: Turn): Promise<Reply>;
}

export function createPoe(core: Core, claims: Claims, imports: Imports, tickets: TicketFiles): Poe {
  const { store, vault, rights, tempDir, newId, realTime, stopping } = core;
  const { maxFileBytes: maxBytes, dailyUploadBytes, fileHosts, timeZone } = core.config;
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
  const service = new PoeService({ claims: claims.service, drafts, vault, newId, realTime });
  const handlers = poeHandlers(service, claims.service, claims.replies, rights.isLead);
  // Documents lie in the vault.
  const problems = { ...storageProblems, ...poeProblems };
  const files = fileHandlers({
    intake: createIntake({ vault, quota, maxBytes, tempDir, newId, signal: stopping }),
    guard: { policy: createHostPolicy({ extraHosts: fileHosts }), maxBytes, signal: stopping },
    poe: service,
    handlers,
    exports: imports,
    tickets,
    isLead: rights.isLead,
    refusals: { ...imports.problems, ...problems },
  });
  return {
    name: 'poe',
    problems,
    service,
    receive: files.receive,
    presses: {
      'how.upload': async () => ({ text: poeTexts.how }),
      'poe.start': handlers.start,
      'poe.file': handlers.file,
      'poe.discard': handlers.discard,
      'import.as-poe': files.importAsPoe,
      'ticket.add-files': files.addToTicket,
    },
    intents: { 'upload-help': async () => ({ text: poeTexts.how }) },
    help: { lines: [poeTexts.help], buttons: [{ title: poeTexts.button, verb: 'how.upload', data: {} }] },
    fileNames: { tenants: () => drafts.tenants(), of: (tenantId) => drafts.filesOf(tenantId) },
    records: [
      { collection: DRAFTS, of: ({ userId }) => ({ userId }) },
      { collection: UPLOAD_DAYS, of: ({ userId }) => ({ userId }) },
    ],
  };
}
