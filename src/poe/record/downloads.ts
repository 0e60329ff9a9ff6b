/** Documents on their way back to people: offered, and sent to the place that somebody opens for them. Knows neither Teams nor HTTP. */
import { Readable } from 'node:stream';
import type { PoeRecord } from '../../claims/claim.ts';
import type { ClaimService } from '../../claims/service.ts';
import { NotFoundError, UserError } from '../../errors.ts';
import type { HostPolicy } from '../../files/hosts.ts';
import { upload } from '../../files/upload.ts';
import type { Person } from '../../people/person.ts';
import type { FileVault } from '../../storage/port.ts';
import type { Clock } from '../../time/clock.ts';
import { DAY_MS } from '../../time/units.ts';
import { documentWith } from './documents.ts';
import type { Offer, Offers } from './offers.ts';

/** How long an offer may be accepted. */
const OFFER_DAYS = 1;
/** Longer than an upload may take (`files/upload.ts`). */
const SENDING_MS = 600_000;

export interface DownloadsOptions {
  readonly claims: Pick<ClaimService, 'read'>;
  readonly offers: Offers;
  readonly vault: Pick<FileVault, 'open'>;
  /** Where documents may be sent to. */
  readonly policy: HostPolicy;
  readonly newId: () => string;
  readonly realTime: Clock;
  /** Aborted at a stop. */
  readonly signal: AbortSignal;
}

export interface OfferedDocument {
  readonly offer: string;
  readonly document: PoeRecord;
}

export interface OpenedDocument {
  readonly document: PoeRecord;
  /** Once; closed when it is destroyed. */
  readonly bytes: Readable;
}

export class Downloads {
  readonly #options: DownloadsOptions;

  constructor(options: DownloadsOptions) {
    this.#options = options;
  }

  /** A document of a claim that the person may see, and its bytes. @throws NotFoundError */
  async open(person: Person, claim: string, sha256: string): Promise<OpenedDocument> {
    const document = await this.#document(person, { claim, sha256 });
    return { document, bytes: Readable.from(await this.#options.vault.open(person.tenantId, sha256)) };
  }

  /** Offers a document of a claim that the person may see. @throws NotFoundError */
  async offer(person: Person, claim: string, sha256: string): Promise<OfferedDocument> {
    const { offers, newId, realTime } = this.#options;
    const document = await this.#document(person, { claim, sha256 });
    const _id = newId();
    const expireAt = new Date(realTime().getTime() + OFFER_DAYS * DAY_MS).toISOString();
    await offers.add(person.tenantId, { _id, userId: person.userId, claim, sha256, state: 'offered', expireAt });
    return { offer: _id, document };
  }

  /**
   * Sends an offered document to `url`, once: what comes again meanwhile, or afterwards, sends nothing. The rights are those of now.
   * @param url where the person had a place opened for it: the client's word
   * @returns undefined where it is being sent, or was answered before
   * @throws NotFoundError, UserError; then it was not saved, and may be accepted again
   */
  async accept(person: Person, id: string, url: string | undefined): Promise<PoeRecord | undefined> {
    const { offers, vault, policy, realTime, signal } = this.#options;
    const { tenantId } = person;
    const offer = await this.#own(person, id);
    const document = await this.#document(person, offer);
    if (url === undefined) throw new UserError('file.upload-refused');
    const now = realTime();
    const until = new Date(now.getTime() + SENDING_MS).toISOString();
    if (!(await offers.beginSending(tenantId, offer, now.toISOString(), until))) return undefined;
    try {
      const source = await vault.open(tenantId, document.sha256);
      await upload(url, policy, source, { bytes: document.size, signal });
    } catch (error) {
      await offers.endSending(tenantId, offer, 'offered');
      throw error;
    }
    await offers.endSending(tenantId, offer, 'saved');
    return document;
  }

  /** Returns false where the offer was answered before. @throws NotFoundError */
  async decline(person: Person, id: string): Promise<boolean> {
    return this.#options.offers.decline(person.tenantId, await this.#own(person, id));
  }

  async #own(person: Person, id: string): Promise<Offer> {
    const offer = await this.#options.offers.get(person.tenantId, id);
    if (offer === undefined || offer.userId !== person.userId) throw new NotFoundError('poe.offer-gone');
    return offer;
  }

  async #document(person: Person, { claim, sha256 }: Pick<Offer, 'claim' | 'sha256'>): Promise<PoeRecord> {
    const document = documentWith(await this.#options.claims.read(person, claim), sha256);
    if (document === undefined) throw new NotFoundError('poe.no-document');
    return document;
  }
}
