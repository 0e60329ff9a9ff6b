/** Presses on the documents of a claim, and what people say to one that is offered to them. */
import { mayWithdraw } from '../../claims/access.ts';
import type { Claim } from '../../claims/claim.ts';
import type { ClaimReplies } from '../../claims/replies.ts';
import { pickWorkloads } from '../../claims/rules.ts';
import type { ClaimService } from '../../claims/service.ts';
import { ForbiddenError, NotFoundError, UserError } from '../../errors.ts';
import { extensionOf, safeLabel } from '../../files/file-name.ts';
import type { HostPolicy } from '../../files/hosts.ts';
import type { FileConsent, Reply, SavedFile, Turn } from '../../turn.ts';
import type { VerbData } from '../../verbs/index.ts';
import { documentsCard, namesOf, withdrawCard } from './cards.ts';
import { countingDocument, type DocumentRow } from './documents.ts';
import type { Downloads } from './downloads.ts';
import { documentTexts } from './texts.ts';

export interface RecordHandlers {
  documents(turn: Turn, data: VerbData<'poe.documents'>): Promise<Reply>;
  askWhyWithdraw(turn: Turn, data: VerbData<'poe.withdraw-form'>): Promise<Reply>;
  withdraw(turn: Turn, data: VerbData<'poe.withdraw'>): Promise<Reply>;
  download(turn: Turn, data: VerbData<'poe.download'>): Promise<Reply>;
  consent(turn: Turn, consent: FileConsent): Promise<Reply>;
}

export interface RecordHandlerOptions {
  readonly claims: ClaimService;
  readonly replies: ClaimReplies;
  readonly downloads: Downloads;
  /** Where a link to a saved file may lead. */
  readonly policy: HostPolicy;
  readonly newKey: () => string;
}

export function recordHandlers({ claims, replies, downloads, policy, newKey }: RecordHandlerOptions): RecordHandlers {
  async function documents(turn: Turn, claim: Claim, page: number, list?: string, remark?: string): Promise<Reply> {
    const access = await claims.access(turn.person);
    return { card: documentsCard(claim, access, turn.person, turn, { page, list, remark }) };
  }

  /** A document that somebody may withdraw; undefined where it was withdrawn meanwhile, or is not there. @throws ForbiddenError */
  async function withdrawable(
    turn: Turn,
    claim: Claim,
    data: VerbData<'poe.withdraw-form'>,
  ): Promise<DocumentRow | undefined> {
    const row = countingDocument(claim, data);
    if (row !== undefined && !mayWithdraw(await claims.access(turn.person), turn.person, row))
      throw new ForbiddenError('claim.poe-of-another');
    return row;
  }

  return {
    async documents(turn, { claim, page, list }) {
      return documents(turn, await claims.read(turn.person, claim), page, list);
    },

    async askWhyWithdraw(turn, data) {
      const claim = await claims.open(turn.person, data.claim);
      const row = await withdrawable(turn, claim, data);
      if (row === undefined) return documents(turn, claim, 0, '', documentTexts(turn.locale).withdrawnBefore);
      return { card: withdrawCard(claim, row, turn, newKey()) };
    },

    async withdraw(turn, data) {
      const claim = await claims.open(turn.person, data.claim);
      const row = await withdrawable(turn, claim, data);
      const chosen = pickWorkloads(claim, (data.workloads ?? '').split(',')).map(({ key }) => key);
      const reason = data.reason?.trim() ?? '';
      const problem =
        chosen.length === 0
          ? documentTexts(turn.locale).withdrawFromWhich
          : reason === ''
            ? documentTexts(turn.locale).withdrawWhy
            : '';
      if (row !== undefined && problem !== '')
        return { card: withdrawCard(claim, row, turn, data.once, { selected: chosen, problem }) };
      const why = { workloads: chosen, reason };
      const outcome = await claims.withdrawPoe(turn.person, data.claim, data, why, data.once, turn.now);
      if (outcome.kind === 'gone') throw new NotFoundError('claim.gone');
      if (outcome.kind === 'unchanged')
        return documents(turn, outcome.claim, 0, '', documentTexts(turn.locale).withdrawnBefore);
      const remark =
        outcome.kind === 'changed' && row !== undefined
          ? documentTexts(turn.locale).withdrewFrom(row.fileName, namesOf(pickWorkloads(claim, chosen), turn.locale))
          : undefined;
      return replies.card(turn, outcome.claim, { remark });
    },

    async download(turn, data) {
      const { offer, document } = await downloads.offer(turn.person, data.claim, data.sha256);
      const { claimId } = await claims.read(turn.person, data.claim);
      const { fileName: name, size: bytes } = document;
      return {
        text: documentTexts(turn.locale).offered(name),
        fileOffer: { offer, name, bytes, purpose: documentTexts(turn.locale).purpose(claimId) },
      };
    },

    async consent(turn, { offer, accepted, place }) {
      // The card that asked is answered now, whatever comes of it.
      const removed = turn.cardId === undefined ? undefined : turn.remove(turn.cardId);
      try {
        if (!accepted)
          return (await downloads.decline(turn.person, offer)) ? { text: documentTexts(turn.locale).declined } : {};
        const document = await downloads.accept(turn.person, offer, place?.uploadUrl);
        if (document === undefined) return { text: documentTexts(turn.locale).answeredBefore };
        const savedFile = place && linkable(place.file, document.fileName, policy);
        return { text: documentTexts(turn.locale).saved(document.fileName), ...(savedFile && { savedFile }) };
      } finally {
        await removed;
      }
    },
  };
}

/** A saved file as it may be shown: the client says what it is called and where it lies. */
function linkable(
  file: NonNullable<FileConsent['place']>['file'],
  fileName: string,
  policy: HostPolicy,
): SavedFile | undefined {
  try {
    return { ...file, name: safeLabel(file.name), type: extensionOf(fileName), url: policy.check(file.url).href };
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
