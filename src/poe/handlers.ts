/** Documents that a person drops, and the presses on their cards. */

import type { Association } from '../claims/claim.ts';
import type { AssociationHandlers } from '../claims/handlers.ts';
import { pickWorkloads } from '../claims/repository.ts';
import type { AssociationService } from '../claims/service.ts';
import { texts as associationTexts } from '../claims/texts.ts';
import { UserError } from '../errors.ts';
import { instantText } from '../format/day.ts';
import { shorten } from '../format/shorten.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs.ts';
import { type FileCardState, fileCard, filesText } from './cards.ts';
import type { Draft, DraftFile } from './drafts.ts';
import type { PoeService } from './service.ts';
import { texts } from './texts.ts';

/** Of the workloads named in a sentence (bytes of JSON). */
const NAMES_BYTES = 300;

export interface PoeHandlers {
  /** Opens a draft for files that are in the vault already, with `notes` on those that were refused above its card. */
  offer(
    turn: Turn,
    files: readonly DraftFile[],
    notes: readonly string[],
  ): Promise<Reply & { readonly draft?: string }>;
  /** The files of the person's own open draft. @throws UserError where it is not open */
  openFiles(turn: Turn, draft: string): Promise<readonly DraftFile[]>;
  start(turn: Turn, data: VerbData<'poe.start'>): Promise<Reply>;
  file(turn: Turn, data: VerbData<'poe.file'>): Promise<Reply>;
  discard(turn: Turn, data: VerbData<'poe.discard'>): Promise<Reply>;
}

/** Claims found by what was written; more than these are no choice. */
const MOST_FOUND = 20;

interface FormState extends Omit<FileCardState, 'candidates' | 'locale'> {
  /** Stands in for the draft's own candidates. */
  readonly found?: readonly Association[];
}

export function poeHandlers(
  poe: PoeService,
  associations: AssociationService,
  claims: AssociationHandlers,
): PoeHandlers {
  /** The form again, with what was entered and what is missing. */
  async function form(turn: Turn, draft: Draft, { found, ...state }: FormState): Promise<Reply> {
    const candidates = found ?? (await associations.visibleIds(turn.person, draft.candidates));
    if (candidates.length === 0 && !(await associations.seesAny(turn.person))) return { text: texts.noClaims };
    return { card: fileCard(draft, { ...state, candidates, locale: turn.locale }) };
  }

  /** The claim that was meant: by the ID or the customer that was written, else the one chosen. Several: the person chooses. */
  async function meant(turn: Turn, data: VerbData<'poe.file'>): Promise<readonly Association[]> {
    const written = data.claimText?.trim();
    if (!written) return data.claim ? [await associations.open(turn.person, data.claim)] : [];
    const byId = await associations.findVisible(turn.person, [written]);
    return byId.length > 0 ? byId : associations.searchVisible(turn.person, [written], MOST_FOUND);
  }

  return {
    async offer(turn, files, notes) {
      const text = notes.length > 0 ? notes.join('\n\n') : undefined;
      if (files.length === 0) return { text: text ?? '' };
      const draft = await poe.propose(turn.person, files, turn.text);
      const [claim] = draft.proposal ? await associations.visibleIds(turn.person, [draft.proposal.claim]) : [];
      const reply = await form(turn, draft, { claim });
      const said = [text, reply.text].filter((part) => part !== undefined).join('\n\n');
      return { ...reply, ...(said !== '' && { text: said }), draft: draft._id };
    },

    async openFiles(turn, id) {
      const draft = await poe.draft(turn.person, id);
      if (draft.state !== 'open') throw new UserError(texts.gone);
      return draft.files;
    },

    async start(turn, data) {
      const { claimId, customerName } = await associations.open(turn.person, data.claim);
      return { text: associationTexts.dropHere(claimId, shorten(customerName, NAMES_BYTES)) };
    },

    async file(turn, data) {
      const draft = await poe.draft(turn.person, data.draft);
      if (draft.state === 'discarded') throw new UserError(texts.gone);
      if (draft.decision !== undefined) return filed(turn, draft, draft.decision.claim, draft.decision.workloads);
      const claimText = data.claimText ?? '';
      const found = await meant(turn, data);
      if (found.length > 1) return form(turn, draft, { found, claimText: '', problem: texts.severalClaims(claimText) });
      const [claim] = found;
      if (claim === undefined) {
        return form(turn, draft, {
          claimText,
          problem: claimText === '' ? texts.chooseClaim : texts.noClaimLike(claimText),
        });
      }
      const chosen = pickWorkloads(claim, (data.workloads ?? '').split(',')).map(({ key }) => key);
      // The workloads on the card were those of another claim: show this one's before anything is filed.
      if (data.shown !== claim._id) {
        return form(turn, draft, {
          claim,
          ...(chosen.length > 0 && { selectedWorkloads: chosen }),
          problem: texts.workloadsOf(claim.customerName),
        });
      }
      if (chosen.length === 0)
        return form(turn, draft, { claim, selectedWorkloads: [], problem: texts.chooseWorkloads });
      return filed(turn, draft, claim._id, chosen);
    },

    async discard(turn, data) {
      const draft = await poe.draft(turn.person, data.draft);
      if (draft.decision !== undefined) return filed(turn, draft, draft.decision.claim, draft.decision.workloads);
      await poe.discard(turn.person, data.draft);
      return { text: texts.discarded };
    },
  };

  async function filed(turn: Turn, draft: Draft, claim: string, workloads: readonly string[]): Promise<Reply> {
    const before = await associations.open(turn.person, claim);
    const { kind, association } = await poe.file(turn.person, draft, claim, workloads, turn.now);
    const already = alreadyFiled(turn, draft, before, workloads);
    if (kind === 'already there')
      return form(turn, draft, { claim: association, selectedWorkloads: workloads, problem: already.join(' ') });
    if (kind === 'repeated') return claims.claimReply(turn, association, texts.alreadyFiledDraft(association.claimId));
    const names = pickWorkloads(association, workloads).map(({ name }) => name);
    const said = [
      texts.filed(filesText(draft.files, turn.locale), shorten(names.join(', '), NAMES_BYTES), association.claimId),
      ...already,
    ];
    return claims.claimReply(turn, association, said.join(' '));
  }

  function alreadyFiled(turn: Turn, draft: Draft, before: Association, workloads: readonly string[]): string[] {
    return pickWorkloads(before, workloads).flatMap((workload) =>
      draft.files.flatMap((file) => {
        const there = workload.poe.find(
          ({ sha256, draft: filedFrom }) => sha256 === file.sha256 && filedFrom !== draft._id,
        );
        return there
          ? [texts.alreadyFiled(file.name, workload.name, instantText(there.filedAt, turn.locale, turn.timeZone))]
          : [];
      }),
    );
  }
}
