/** Claims on the page, one or several at once: what may be asked and done is what the chat has, by the same services. */
import { setImmediate as nextTick } from 'node:timers/promises';
import { z } from 'zod';
import { MOST_OPTIONS } from '../../cards/options.ts';
import type { Claim } from '../../claims/claim.ts';
import type { Claims } from '../../claims/feature.ts';
import type { ChangeOutcome } from '../../claims/repository.ts';
import type { WorkloadAction } from '../../claims/rules.ts';
import type { Core } from '../../core.ts';
import { NotFoundError, UserError } from '../../errors.ts';
import type { Route } from '../../feature.ts';
import { localeOf, type Person } from '../../people/person.ts';
import type { Downloads } from '../../poe/record/downloads.ts';
import type { Problem } from '../../problems/index.ts';
import type { TicketService } from '../../tickets/service.ts';
import type { Door } from '../door.ts';
import { fileAnswer } from '../file-answer.ts';
import { json } from '../json.ts';
import { ownKey } from '../own-key.ts';
import { API, idempotencyKey } from '../params.ts';
import type {
  ClaimAction,
  ClaimActionBody,
  ClaimBody,
  ClaimOutcomeBody,
  ClaimsActionBody,
  ProposedPerson,
  SharedClaimAction,
} from './api.ts';
import { claimBody } from './bodies.ts';

/** A claim that more tickets name is looked at in the list of tickets. */
const MOST_TICKETS = 50;
/** Each of them is a write of its own. */
const MOST_CLAIMS_A_PRESS = 200;
/** More than any reason may have, so that what is too long is refused with its numbers. */
const reason = z.string().trim().min(1).max(20_000);
const word = z.string().trim().min(1).max(500);

const mark = { kind: z.enum(['confirm', 'unconfirm', 'not-engaged', 'engaged']), workload: word };
const bare = { kind: z.enum(['take', 'bring-back']) };
const assign = { kind: z.literal('assign'), to: word };
const remove = { kind: z.literal('remove'), reason };
const withdraw = {
  kind: z.literal('withdraw'),
  draft: word,
  sha256: word,
  workloads: z.array(word).min(1).max(1_000),
  reason,
};

const action = z.discriminatedUnion('kind', [
  z.strictObject({ idempotencyKey, ...mark }),
  z.strictObject({ idempotencyKey, ...bare }),
  z.strictObject({ idempotencyKey, ...assign }),
  z.strictObject({ idempotencyKey, ...remove }),
  z.strictObject({ idempotencyKey, ...withdraw }),
]);

/** More than a press may have, so that what is too much is refused with its numbers. */
const several = { idempotencyKey, claims: z.array(word).min(1).max(5_000) };
const sharedAction = z.discriminatedUnion('kind', [
  z.strictObject({ ...several, ...mark }),
  z.strictObject({ ...several, ...bare }),
  z.strictObject({ ...several, ...assign }),
  z.strictObject({ ...several, ...remove }),
]);

/** Why one of several claims was left as it is, as sentences. */
export type UnchangedWords = Readonly<
  Record<Exclude<SharedClaimAction['kind'], WorkloadAction> | 'mark' | 'noSuchWorkload', string>
>;

export interface ClaimRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
  readonly claims: Claims;
  readonly downloads: Downloads;
  readonly tickets: TicketService;
  readonly words: (locale: string) => UnchangedWords;
  /** The sentence for what people can put right. */
  readonly say: (problem: Problem, locale: string) => string | undefined;
}

export function claimRoutes({
  door,
  claims: { service, removals },
  downloads,
  tickets,
  words,
  say,
  config: { campaigns },
  campaignClock,
}: ClaimRouteOptions): Route[] {
  return [
    door.route(`${API}/claims/:id`, async (person, request) =>
      json<ClaimBody>(await body(person, await service.read(person, request.param('id')))),
    ),
    door.change(`${API}/claims/:id/actions`, action, async (person, { idempotencyKey: key, ...sent }, request) => {
      const id = request.param('id');
      const work = await prepared(person, sent, ownKey(person, key));
      const outcome = 'proposed' in work ? undefined : await work.on(id);
      if (outcome?.kind === 'gone') throw new NotFoundError('claim.gone');
      // Of something sent before the rights may be gone meanwhile.
      const claim = await body(person, await service.read(person, id));
      const changed = outcome !== undefined && outcome.kind !== 'unchanged';
      return json<ClaimActionBody>({ claim, changed, ...('proposed' in work && { proposed: work.proposed }) });
    }),
    door.change(
      `${API}/claims/actions`,
      sharedAction,
      async (person, { idempotencyKey: key, claims: ids, ...sent }) => {
        if (ids.length > MOST_CLAIMS_A_PRESS) throw new UserError('tab.too-many-claims', { most: MOST_CLAIMS_A_PRESS });
        const work = await prepared(person, sent, ownKey(person, key));
        if ('proposed' in work) return json<ClaimsActionBody>(work);
        const outcomes: ClaimOutcomeBody[] = [];
        for (const id of new Set(ids)) {
          outcomes.push({ id, ...(await whyNot(person, sent, () => work.on(id))) });
          // The embedded store writes without a pause: others are answered in between.
          await nextTick();
        }
        return json<ClaimsActionBody>({ outcomes });
      },
    ),
    door.route(`${API}/claims/:id/documents/:sha256`, async (person, request) => {
      const { document, bytes } = await downloads.open(person, request.param('id'), request.param('sha256'));
      return fileAnswer(document.fileName, bytes, document.size);
    }),
  ];

  /** What is to be done with each claim, or whom a name may mean: then nothing is done. @param key one-time key */
  async function prepared(person: Person, sent: ClaimAction, key: string): Promise<Work> {
    const at = campaignClock();
    switch (sent.kind) {
      case 'take':
        return { on: (id) => service.take(person, id, key, at) };
      case 'assign': {
        const assignee = await service.assignee(person, sent.to);
        if ('proposed' in assignee) return { proposed: assignee.proposed.slice(0, MOST_OPTIONS).map(proposedPerson) };
        return { on: (id) => service.give(person, id, assignee.owner, key, at) };
      }
      case 'remove':
        return { on: (id) => removals.remove(person, id, sent.reason, key, at) };
      case 'bring-back':
        return { on: (id) => removals.bringBack(person, id, key, at) };
      case 'withdraw':
        return { on: (id) => service.withdrawPoe(person, id, sent, sent, key, at) };
      default:
        return { on: (id) => service.mark(person, id, sent.workload, sent.kind, key, at) };
    }
  }

  /** Why one claim of several was left as it is: those beside it are not kept back by it. */
  async function whyNot(
    person: Person,
    sent: SharedClaimAction,
    act: () => Promise<ChangeOutcome>,
  ): Promise<{ readonly why?: string }> {
    const locale = localeOf(person);
    try {
      const outcome = await act();
      if (outcome.kind === 'gone') throw new NotFoundError('claim.gone');
      return outcome.kind === 'unchanged' ? { why: unchangedText(words(locale), sent, outcome.claim) } : {};
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { why: say(error.problem, locale) ?? '' };
    }
  }

  async function body(person: Person, claim: Claim): Promise<ClaimBody> {
    const [access, names, named] = await Promise.all([
      service.access(person),
      service.ownerNames(person, [claim]),
      tickets.ofClaim(person, claim.claimId, MOST_TICKETS),
    ]);
    return claimBody(claim, { person, access, names, tickets: named, campaigns });
  }
}

/** Something that was asked for, to be done with a claim: once, under its one-time key. */
type Work = { readonly on: (id: string) => Promise<ChangeOutcome> } | { readonly proposed: readonly ProposedPerson[] };

function proposedPerson({ name, upn = '' }: Person): ProposedPerson {
  return { name, upn };
}

/** Why there was nothing to do with a claim. */
function unchangedText(words: UnchangedWords, sent: SharedClaimAction, { workloads }: Claim): string {
  if (!('workload' in sent)) return words[sent.kind];
  return workloads.some(({ key }) => key === sent.workload) ? words.mark : words.noSuchWorkload;
}
