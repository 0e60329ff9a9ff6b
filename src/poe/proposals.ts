/** Which claim a document is for: read before it is kept, then proposed for a claim in a draft. Knows neither Teams nor HTTP. */
import { createHash } from 'node:crypto';
import type { Claim } from '../claims/claim.ts';
import type { ClaimService } from '../claims/service.ts';
import type { Person } from '../people/person.ts';
import { DAY_MS } from '../time/units.ts';
import type { DocumentChecks, FileToRead, NamedFile } from './document-checks.ts';
import { DRAFT_DAYS, type Draft, type DraftFile, type Drafts, type ProposalReason } from './drafts.ts';
import { claimsNamedIn, MOST_CANDIDATES, type NamedClaims, proposeClaim } from './proposal.ts';

export interface ProposalsOptions {
  readonly claims: ClaimService;
  readonly drafts: Drafts;
  readonly checks: DocumentChecks;
  readonly newId: () => string;
  /** Real time, for expiry. */
  readonly realTime: () => Date;
}

/** A file that was dropped, and the claims that it names, where it does. */
export interface ReadFile {
  readonly file: DraftFile;
  readonly named?: NamedClaims | undefined;
}

/** Where files were dropped. */
export interface Dropped {
  /** On these claims: it is proposed for each of them. */
  readonly chosen?: readonly Claim[] | undefined;
  /** On the page of the tab. */
  readonly onPage?: true | undefined;
}

interface DroppedOnOne extends Pick<Dropped, 'onPage'> {
  readonly chosen: Claim | undefined;
}

/** What the document itself says. */
const NAMED_IN_IT: ReadonlySet<ProposalReason> = new Set(['claim id in it', 'domain in it', 'customer in it']);

export class Proposals {
  readonly #options: ProposalsOptions;

  constructor(options: ProposalsOptions) {
    this.#options = options;
  }

  /**
   * Reads a document that was dropped, before it is kept, and checks it for the claim that it is probably for.
   * @param message what the person wrote with it
   * @param at campaign clock
   * @param chosen the claims that it was dropped on
   * @returns the claims that it names
   * @throws UserError where it is refused
   */
  read(
    person: Person,
    file: FileToRead,
    message: string,
    at: Date,
    chosen: readonly Claim[] = [],
  ): Promise<NamedClaims | undefined> {
    const { claims, checks } = this.#options;
    return checks.open(person.tenantId, file, async (document) => {
      if (document === undefined) return undefined;
      const named = await claimsNamedIn(document, claims, person, {
        fileName: file.name,
        message,
        partners: checks.partners,
      });
      const proposed = async () =>
        named?.claims[0] ?? (await this.claimOf(person, await proposeClaim(claims, person, [message, file.name])));
      const meant = chosen.length > 0 ? chosen : [await proposed()];
      for (const claim of meant) if (claim !== undefined) await document.check(claim, at);
      return named;
    });
  }

  /** As `DocumentChecks#assertHarmless`. */
  assertHarmless({ tenantId }: Person, file: NamedFile): Promise<void> {
    return this.#options.checks.assertHarmless(tenantId, file);
  }

  /** As `DocumentChecks#assertHarmlessOnDisk`. */
  assertHarmlessOnDisk(file: FileToRead): Promise<void> {
    return this.#options.checks.assertHarmlessOnDisk(file);
  }

  /**
   * Opens drafts for files that are in the vault, and proposes a claim for each: files that name the same claim share one, and those
   * that name none go with the others, where these agree. Dropped on claims, at once or one after the other, they have a draft for each.
   * @param message what the person wrote with them; may be empty
   */
  async propose(
    person: Person,
    files: readonly ReadFile[],
    message: string,
    { chosen = [], onPage }: Dropped = {},
  ): Promise<readonly Draft[]> {
    const each = chosen.length > 0 ? chosen : [undefined];
    const drafts: Draft[] = [];
    for (const group of groupsOf(files))
      for (const claim of each) drafts.push(await this.#open(person, group, message, { chosen: claim, onPage }));
    return drafts;
  }

  /**
   * Puts the files of these open drafts of a person together as if they had come at once: they came one by one. Files of a draft that
   * is put together with another move there.
   */
  async together(person: Person, drafts: readonly Draft[]): Promise<void> {
    const single = drafts.filter(({ files, state }) => files.length === 1 && state === 'open');
    const read = await Promise.all(single.map(async (draft) => ({ draft, ...(await this.#readAs(person, draft)) })));
    const chosen = Map.groupBy(read, ({ claim }) => claim?._id);
    for (const [, some] of chosen) {
      for (const group of groupsOf(some)) {
        if (group.length < 2) continue;
        await this.#open(person, group, '', { chosen: group[0]?.claim, onPage: true });
        for (const { draft } of group) await this.#options.drafts.close(draft, 'discarded');
      }
    }
  }

  /** What was found when the file of a draft was read. */
  async #readAs(person: Person, draft: Draft): Promise<ReadFile & { readonly claim: Claim | undefined }> {
    const [file] = draft.files as [DraftFile];
    const { proposal, sure = false } = draft;
    const claim = await this.claimOf(person, draft);
    if (proposal?.reason === 'dropped on it') return { file, claim };
    const isNamed = claim !== undefined && proposal !== undefined && NAMED_IN_IT.has(proposal.reason);
    const others = isNamed ? await this.others(person, draft) : [];
    const named = isNamed ? { claims: [claim], reason: proposal.reason, sure, others } : undefined;
    return { file, named, claim: undefined };
  }

  /** The claims (`_id`) that something was dropped on, as far as the person may see them. */
  chosen(person: Person, claims: readonly string[]): Promise<readonly Claim[]> {
    return this.#options.claims.findVisibleRecords(person, unique(claims));
  }

  async #open(
    person: Person,
    files: readonly ReadFile[],
    message: string,
    { chosen, onPage }: DroppedOnOne,
  ): Promise<Draft> {
    const names = files.map(({ file }) => file.name);
    const proposed = await proposeClaim(this.#options.claims, person, [message, ...names]);
    const named = files.flatMap((each) => each.named ?? []);
    const [first] = named;
    if (chosen !== undefined) {
      const all = files.length === 1 && first ? [...first.claims.slice(0, 1), ...first.others] : [];
      return this.#openDraft(
        person,
        files.map(({ file }) => file),
        {
          candidates: unique([chosen._id, ...named.flatMap(({ claims }) => claims.map(idOf)), ...proposed.candidates]),
          proposal: { claim: chosen._id, reason: 'dropped on it' },
          // What names another claim is looked at first.
          sure: files.every((each) => each.named?.sure === true && each.named.claims[0]?._id === chosen._id),
          others: all.map(idOf).filter((id) => id !== chosen._id),
          ...(onPage && { onPage }),
        },
        chosen._id,
      );
    }
    return this.#openDraft(
      person,
      files.map(({ file }) => file),
      first?.claims[0] === undefined
        ? { ...proposed, ...(onPage && { onPage }) }
        : {
            candidates: unique([...named.flatMap(({ claims }) => claims.map(idOf)), ...proposed.candidates]),
            proposal: { claim: first.claims[0]._id, reason: first.reason },
            sure: files.every((each) => each.named?.sure === true),
            // Of several files nobody could tell which of them is for the other one.
            others: files.length === 1 ? first.others.map(idOf) : [],
            ...(onPage && { onPage }),
          },
    );
  }

  /** @param forClaim where the same files may be for another claim, too, with a draft of its own */
  #openDraft(
    person: Person,
    files: readonly DraftFile[],
    proposed: Pick<Draft, 'candidates' | 'proposal' | 'sure' | 'others' | 'onPage'>,
    forClaim?: string,
  ): Promise<Draft> {
    const { drafts, newId, realTime } = this.#options;
    const key = [person.userId, files.map(({ sha256 }) => sha256).sort(), ...(forClaim ? [forClaim] : [])];
    return drafts.open({
      _id: newId(),
      tenantId: person.tenantId,
      userId: person.userId,
      files,
      state: 'open',
      openKey: createHash('sha256').update(JSON.stringify(key)).digest('hex'),
      expireAt: new Date(realTime().getTime() + DRAFT_DAYS * DAY_MS).toISOString(),
      ...proposed,
      candidates: proposed.candidates.slice(0, MOST_CANDIDATES),
    });
  }

  /** Claims that the file of a draft names besides. */
  others(person: Person, { others = [] }: Draft): Promise<readonly Claim[]> {
    return this.#options.claims.findVisibleRecords(person, others);
  }

  /** A draft of the same files for the next claim that they name; undefined where there is none. */
  async next(person: Person, { files, candidates, others = [], onPage }: Draft): Promise<Draft | undefined> {
    const [next, ...rest] = others;
    if (next === undefined) return undefined;
    const proposal = { claim: next, reason: 'customer in it' } as const;
    const opened = { candidates: unique([next, ...candidates]), proposal, others: rest, ...(onPage && { onPage }) };
    return this.#openDraft(person, files, opened, next);
  }

  /** The claim that a draft is proposed for. */
  async claimOf(person: Person, { proposal }: Pick<Draft, 'proposal'>): Promise<Claim | undefined> {
    return proposal && (await this.#options.claims.findVisibleRecords(person, [proposal.claim]))[0];
  }
}

/** By the claim that they name. Where all that name one name the same, the others go with them; else they are a group of their own. */
function groupsOf<F extends ReadFile>(files: readonly F[]): F[][] {
  const groups = Map.groupBy(files, ({ named }) => named?.claims[0]?._id ?? '');
  return groups.has('') && groups.size === 2 ? [[...files]] : [...groups.values()];
}

function idOf({ _id }: Claim): string {
  return _id;
}

function unique(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}
