/** Scans documents that wait for it, and tells whoever sent them what became of each. */
import type { Logger } from 'pino';
import { NotFoundError, UserError } from '../errors.ts';
import type { Attempt } from '../outbox/attempt.ts';
import { nextOf } from '../outbox/policy.ts';
import { forEachTenant } from '../outbox/tenant-source.ts';
import type { People } from '../people/people.ts';
import type { Person } from '../people/person.ts';
import { type VaultFileOptions, withVaultFile } from '../storage/vault-file.ts';
import { DAY_MS } from '../time/units.ts';
import type { ProactiveSender, Reply } from '../turn.ts';
import { DRAFT_DAYS } from './drafts.ts';
import { assertIsExport, type ExportFiles, type TicketFiles } from './file-handlers.ts';
import type { Proposals } from './proposals.ts';
import { type Quarantine, type QuarantinedFile, SCAN_AGAIN_MS } from './quarantine.ts';
import type { Scanner } from './scanner.ts';

export interface QuarantineRunnerOptions extends VaultFileOptions {
  readonly quarantine: Quarantine;
  readonly scanner: Scanner;
  readonly proposals: Proposals;
  readonly tickets: Pick<TicketFiles, 'attach'>;
  readonly exports: Pick<ExportFiles, 'inspect' | 'open'>;
  readonly people: People;
  readonly proactive: ProactiveSender;
  /** What is told of one that has been scanned. Undefined: its upload is over. */
  readonly tell: (person: Person, held: QuarantinedFile) => Promise<Reply | undefined>;
  readonly campaignClock: () => Date;
  readonly realTime: () => Date;
  readonly random: () => number;
  readonly log: Logger;
}

/** Once more where a kill came between the sending and its record; then it rests: the upload is there all the same. */
const MOST_TOLD = 2;

export class QuarantineRunner {
  readonly #options: QuarantineRunnerOptions;

  constructor(options: QuarantineRunnerOptions) {
    this.#options = options;
  }

  /** Looks after all that is due. Called by a timer. */
  async run(): Promise<void> {
    const { quarantine, log } = this.#options;
    const failure = 'documents that wait for a scan could not be looked after';
    await forEachTenant(await quarantine.tenants(), { log, failure }, async (tenantId) => {
      for (;;) {
        const held = await quarantine.takeDue(tenantId);
        if (held === undefined) return;
        const decided = held.outcome === undefined ? await this.#scan(held) : held;
        if (decided !== undefined) await this.#tell(decided);
      }
    });
  }

  /** Undefined where it has to wait on. */
  async #scan(held: QuarantinedFile): Promise<QuarantinedFile | undefined> {
    const { quarantine, people } = this.#options;
    const person = await people.get(held.tenantId, held.userId);
    if (person === undefined) {
      await quarantine.end(held);
      return undefined;
    }
    const outcome = await this.#outcomeOf(person, held);
    if (outcome !== undefined) return quarantine.decide(held, outcome);
    await quarantine.postpone(held, SCAN_AGAIN_MS);
    return undefined;
  }

  async #outcomeOf(person: Person, held: QuarantinedFile): Promise<QuarantinedFile['outcome']> {
    const { scanner, proposals, tickets, exports, campaignClock } = this.#options;
    const { tenantId, file, message, onPage, ticket, claim, claims = claim === undefined ? [] : [claim] } = held;
    try {
      return await withVaultFile(this.#options, { tenantId, sha256: file.sha256 }, async (path) => {
        if ((await scanner.scan(path)) === 'away') return undefined;
        if (ticket !== undefined) {
          await proposals.assertHarmlessOnDisk({ ...file, path });
          await tickets.attach(person, ticket, [file]);
          return { ticket };
        }
        if (held.import) {
          await assertIsExport(exports, { ...file, path });
          return { import: (await exports.open(person, file))._id };
        }
        const chosen = await proposals.chosen(person, claims);
        const named = await proposals.read(person, { ...file, path }, message, campaignClock(), chosen);
        const [draft] = await proposals.propose(person, [{ file, named }], message, { chosen, onPage });
        return draft && { draft: draft._id };
      });
    } catch (error) {
      if (error instanceof NotFoundError && ticket === undefined)
        return { problem: { code: 'poe.gone', data: undefined } };
      if (error instanceof UserError) return { problem: error.problem };
      throw error;
    }
  }

  async #tell(decided: QuarantinedFile): Promise<void> {
    const { quarantine, people, proactive, tell, realTime, random, log } = this.#options;
    if (decided.onPage)
      return decided.outcome !== undefined && 'problem' in decided.outcome
        ? quarantine.postpone(decided, DRAFT_DAYS * DAY_MS)
        : quarantine.end(decided);
    const person = await people.get(decided.tenantId, decided.userId);
    const reply = person && (await tell(person, decided));
    if (person === undefined || !person.reachable || reply === undefined || decided.told === MOST_TOLD)
      return quarantine.end(decided);
    const begun = await quarantine.beginToTell(decided);
    if (begun === undefined) return;
    const since = realTime().getTime();
    const attempt: Attempt = await proactive.post(person.reference ?? '', reply);
    const next = nextOf('create', attempt, { attempts: begun.told, forMs: realTime().getTime() - since }, random);
    if (next.kind === 'again') return quarantine.postpone({ ...begun, told: decided.told }, next.afterMs);
    if (next.kind !== 'done')
      log.warn({ result: next.kind }, 'what became of a scanned document may not have been told');
    await quarantine.end(begun);
  }
}
