/** Documents that a person drops, and the presses on their cards. */
import type { Claim } from '../claims/claim.ts';
import type { ClaimReplies } from '../claims/replies.ts';
import { pickWorkloads } from '../claims/rules.ts';
import type { ClaimService } from '../claims/service.ts';
import { instantText } from '../format/day.ts';
import { shorten } from '../format/shorten.ts';
import type { Person } from '../people/person.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import { type FileCardState, fileCard, filesText } from './cards.ts';
import type { Draft, DraftFile } from './drafts.ts';
import type { FilingOutcome, FilingResult } from './filing.ts';
import type { PoeService } from './service.ts';
import { poeTexts } from './texts.ts';

/** Most bytes of JSON of names within a sentence. */
const NAMES_BYTES = 300;

export interface PoeHandlers {
  /** Opens a draft for files that are in the vault, with `notes` above its card on files that were refused. */
  offer(
    turn: Turn,
    files: readonly DraftFile[],
    notes: readonly string[],
  ): Promise<Reply & { readonly draft?: string }>;
  start(turn: Turn, data: VerbData<'poe.start'>): Promise<Reply>;
  file(turn: Turn, data: VerbData<'poe.file'>): Promise<Reply>;
  discard(turn: Turn, data: VerbData<'poe.discard'>): Promise<Reply>;
}

interface FormState extends Omit<FileCardState, 'candidates' | 'locale'> {
  /** In place of the draft's own candidates. */
  readonly found?: readonly Claim[] | undefined;
}

export function poeHandlers(
  poe: PoeService,
  claims: ClaimService,
  replies: ClaimReplies,
  isLead: (person: Person) => boolean,
): PoeHandlers {
  /** The form again, with what was entered and what is missing. */
  async function form(turn: Turn, draft: Draft, { found, ...state }: FormState): Promise<Reply> {
    const candidates = found ?? (await poe.choices(turn.person, draft));
    if (candidates === undefined) return { text: isLead(turn.person) ? poeTexts.noClaimsForLead : poeTexts.noClaims };
    return { card: fileCard(draft, { ...state, candidates, locale: turn.locale }) };
  }

  function answered(turn: Turn, outcome: FilingOutcome, claimText: string): Promise<Reply> {
    switch (outcome.kind) {
      case 'choose claim': {
        const { draft, why, found } = outcome;
        if (why === 'several')
          return form(turn, draft, { found, claimText: '', problem: poeTexts.severalClaims(claimText) });
        const notFound = isLead(turn.person) ? poeTexts.noClaimLikeForLead : poeTexts.noClaimLike;
        const problem = why === 'none named' ? poeTexts.chooseClaim : notFound(claimText);
        return form(turn, draft, { claimText, problem });
      }
      case 'choose workloads': {
        const { draft, claim, why, chosen } = outcome;
        if (why === 'none chosen')
          return form(turn, draft, { claim, selectedWorkloads: [], problem: poeTexts.chooseWorkloads });
        return form(turn, draft, {
          claim,
          ...(chosen.length > 0 && { selectedWorkloads: chosen }),
          problem: poeTexts.workloadsOf(claim.customerName),
        });
      }
      default:
        return filed(turn, outcome);
    }
  }

  async function filed(turn: Turn, { kind, draft, claim, workloads, already }: FilingResult): Promise<Reply> {
    const before = already.map(({ fileName, workload, filedAt }) =>
      poeTexts.alreadyFiled(fileName, workload, instantText(filedAt, turn.locale, turn.timeZone)),
    );
    if (kind === 'already there')
      return form(turn, draft, { claim, selectedWorkloads: workloads, problem: before.join(' ') });
    if (kind === 'repeated') return replies.card(turn, claim, { remark: poeTexts.alreadyFiledDraft(claim.claimId) });
    const names = pickWorkloads(claim, workloads).map(({ name }) => name);
    const sentences = [
      poeTexts.filed(filesText(draft.files, turn.locale), shorten(names.join(', '), NAMES_BYTES), claim.claimId),
      ...before,
    ];
    return replies.card(turn, claim, { remark: sentences.join(' ') });
  }

  return {
    async offer(turn, files, notes) {
      const text = notes.length > 0 ? notes.join('\n\n') : undefined;
      if (files.length === 0) return { text: text ?? '' };
      const draft = await poe.propose(turn.person, files, turn.text);
      const reply = await form(turn, draft, { claim: await poe.proposed(turn.person, draft) });
      const above = [text, reply.text].filter((part) => part !== undefined).join('\n\n');
      return { ...reply, ...(above !== '' && { text: above }), draft: draft._id };
    },

    async start(turn, data) {
      const { claimId, customerName } = await claims.open(turn.person, data.claim);
      return { text: poeTexts.dropHere(claimId, shorten(customerName, NAMES_BYTES)) };
    },

    async file(turn, data) {
      const request = { ...data, workloads: (data.workloads ?? '').split(',') };
      return answered(turn, await poe.request(turn.person, request, turn.now), data.claimText ?? '');
    },

    async discard(turn, data) {
      const finished = await poe.discard(turn.person, data.draft, turn.now);
      return finished === undefined ? { text: poeTexts.discarded } : filed(turn, finished);
    },
  };
}
