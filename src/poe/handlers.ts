/** Documents that a person drops, and the presses on their cards. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimReplies } from '../claims/replies.ts';
import type { ClaimService } from '../claims/service.ts';
import { UserError } from '../errors.ts';
import { shorten } from '../format/shorten.ts';
import type { Person } from '../people/person.ts';
import type { Problem } from '../problems/index.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { type FileCardState, fileCard } from './cards.ts';
import type { Draft } from './drafts.ts';
import type { FilingOutcome, FilingRequest, FilingResult } from './filing.ts';
import { filedText } from './filing-reply.ts';
import type { Proposals, ReadFile } from './proposals.ts';
import type { PoeService } from './service.ts';
import { severalCard } from './several-card.ts';
import { poeTexts } from './texts.ts';

/** As many as a message has files. */
const MOST_DRAFTS = 10;
/** Most bytes of JSON of names within a sentence. */
const NAMES_BYTES = 300;

export interface PoeHandlers {
  /**
   * Opens drafts for files that are in the vault, with `notes` above their card on files that were refused.
   * @returns `draft` where it is one
   */
  offer(turn: Turn, files: readonly ReadFile[], notes: readonly string[]): Promise<Reply & { readonly draft?: string }>;
  /** The card of an open draft. */
  opened(viewer: DraftViewer, draft: Draft): Promise<Reply>;
  start(turn: Turn, data: VerbData<'poe.start'>): Promise<Reply>;
  file(turn: Turn, data: VerbData<'poe.file'>): Promise<Reply>;
  open(turn: Turn, data: VerbData<'poe.open'>): Promise<Reply>;
  fileSure(turn: Turn, data: VerbData<'poe.file-sure'>): Promise<Reply>;
  discard(turn: Turn, data: VerbData<'poe.discard'>): Promise<Reply>;
}

/** Who looks at a draft. */
export type DraftViewer = Pick<Turn, 'person' | 'locale' | 'now'>;

interface FormState extends Omit<FileCardState, 'candidates' | 'examined' | 'others' | 'locale'> {
  /** In place of the draft's own candidates. */
  readonly found?: readonly Claim[] | undefined;
}

export function poeHandlers(
  poe: PoeService,
  proposals: Proposals,
  claims: ClaimService,
  replies: ClaimReplies,
  isLead: (person: Person) => boolean,
  problemText: (problem: Problem, locale: string) => string,
): PoeHandlers {
  /** The form again, with what was entered and what is missing. */
  async function form(turn: DraftViewer, draft: Draft, { found, ...state }: FormState): Promise<Reply> {
    const candidates = found ?? (await poe.choices(turn.person, draft));
    if (candidates === undefined)
      return { text: isLead(turn.person) ? poeTexts(turn.locale).noClaimsForLead : poeTexts(turn.locale).noClaims };
    const examined = state.claim && (await poe.examine(draft, state.claim, turn.now));
    const others = await proposals.others(turn.person, draft);
    return { card: fileCard(draft, { ...state, examined, others, candidates, locale: turn.locale }) };
  }

  /** @param entered what they wrote, to stand in the form again */
  function answered(
    turn: Turn,
    outcome: FilingOutcome,
    entered: Pick<FilingRequest, 'claimText' | 'why'>,
  ): Promise<Reply> {
    const { claimText = '', why } = entered;
    switch (outcome.kind) {
      case 'choose claim': {
        const { draft, why: open, found } = outcome;
        if (open === 'several')
          return form(turn, draft, {
            found,
            claimText: '',
            why,
            problem: poeTexts(turn.locale).severalClaims(claimText),
          });
        const notFound = isLead(turn.person)
          ? poeTexts(turn.locale).noClaimLikeForLead
          : poeTexts(turn.locale).noClaimLike;
        const problem = open === 'none named' ? poeTexts(turn.locale).chooseClaim : notFound(claimText);
        return form(turn, draft, { claimText, why, problem });
      }
      case 'choose workloads': {
        const { draft, claim, why: open, chosen } = outcome;
        if (open === 'none chosen')
          return form(turn, draft, {
            claim,
            why,
            selectedWorkloads: [],
            problem: poeTexts(turn.locale).chooseWorkloads,
          });
        return form(turn, draft, {
          claim,
          why,
          ...(chosen.length > 0 && { selectedWorkloads: chosen }),
          problem: poeTexts(turn.locale).workloadsOf(claim.customerName),
        });
      }
      default:
        return filed(turn, outcome);
    }
  }

  async function filed(turn: Turn, { kind, draft, claim, workloads, already }: FilingResult): Promise<Reply> {
    const remark = filedText({ kind, draft, claim, workloads, already }, turn);
    if (kind === 'already there') return form(turn, draft, { claim, selectedWorkloads: workloads, problem: remark });
    if (kind === 'repeated') return replies.card(turn, claim, { remark });
    // One document may be for several customers.
    const next = await proposals.next(turn.person, draft);
    if (next !== undefined) await turn.say(await opened(turn, next));
    return replies.card(turn, claim, { remark });
  }

  async function opened(turn: DraftViewer, draft: Draft): Promise<Reply> {
    return form(turn, draft, { claim: await proposals.claimOf(turn.person, draft) });
  }

  async function several(turn: Turn, ids: readonly string[]): Promise<Reply> {
    return { card: severalCard(await poe.proposedFilings(turn.person, ids, turn.now), turn.locale, problemText) };
  }

  return {
    opened,

    async offer(turn, files, notes) {
      const text = notes.length > 0 ? notes.join('\n\n') : undefined;
      if (files.length === 0) return { text: text ?? '' };
      const drafts = await proposals.propose(turn.person, files, turn.text);
      const [draft, another] = drafts;
      const only = another === undefined ? draft : undefined;
      const reply = await (only === undefined
        ? several(
            turn,
            drafts.map(({ _id }) => _id),
          )
        : opened(turn, only));
      const above = [text, reply.text].filter((part) => part !== undefined).join('\n\n');
      return { ...reply, ...(above !== '' && { text: above }), ...(only && { draft: only._id }) };
    },

    async open(turn, data) {
      const draft = await poe.draft(turn.person, data.draft);
      if (draft.state === 'discarded') throw new UserError('poe.gone');
      // The card of all of them stays where it is.
      await turn.say(
        draft.decision === undefined ? await opened(turn, draft) : { text: poeTexts(turn.locale).alreadyDecided },
      );
      return {};
    },

    async fileSure(turn, data) {
      const filings = await poe.fileSure(turn.person, data.drafts.split(',').slice(0, MOST_DRAFTS), turn.now);
      return { card: severalCard(filings, turn.locale, problemText) };
    },

    async start(turn, data) {
      const { claimId, customerName } = await claims.open(turn.person, data.claim);
      return { text: poeTexts(turn.locale).dropHere(claimId, shorten(customerName, NAMES_BYTES)), needs: 'files' };
    },

    async file(turn, data) {
      const request = { ...data, workloads: (data.workloads ?? '').split(',') };
      return answered(turn, await poe.request(turn.person, request, turn.now), request);
    },

    async discard(turn, data) {
      const finished = await poe.discard(turn.person, data.draft, turn.now);
      return finished === undefined ? { text: poeTexts(turn.locale).discarded } : filed(turn, finished);
    },
  };
}
