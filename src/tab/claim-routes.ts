/** One claim on the page: what may be asked and done is what the chat has, by the same services. */
import { z } from 'zod';
import { MOST_OPTIONS } from '../cards/options.ts';
import type { Claim } from '../claims/claim.ts';
import type { Claims } from '../claims/feature.ts';
import type { ChangeOutcome } from '../claims/repository.ts';
import type { ProposedOwners } from '../claims/service.ts';
import type { Core } from '../core.ts';
import { NotFoundError } from '../errors.ts';
import type { Route, RouteAnswer } from '../feature.ts';
import { attachmentHeader } from '../files/attachment.ts';
import type { Person } from '../people/person.ts';
import type { Downloads } from '../poe/record/downloads.ts';
import type { TicketService } from '../tickets/service.ts';
import type { ClaimAction, ClaimActionBody, ClaimBody } from './api.ts';
import { claimBody } from './claim-bodies.ts';
import type { Door } from './door.ts';
import { json } from './json.ts';
import { ownKey } from './own-key.ts';
import { API, idempotencyKey } from './params.ts';

/** A claim that more tickets name is looked at in the list of tickets. */
const MOST_TICKETS = 50;
/** More than any reason may have, so that what is too long is refused with its numbers. */
const reason = z.string().trim().min(1).max(20_000);
const word = z.string().trim().min(1).max(500);

const action = z.discriminatedUnion('kind', [
  z.strictObject({
    idempotencyKey,
    kind: z.enum(['confirm', 'unconfirm', 'not-engaged', 'engaged']),
    workload: word,
  }),
  z.strictObject({ idempotencyKey, kind: z.enum(['take', 'bring-back']) }),
  z.strictObject({ idempotencyKey, kind: z.literal('assign'), to: word }),
  z.strictObject({ idempotencyKey, kind: z.literal('remove'), reason }),
  z.strictObject({
    idempotencyKey,
    kind: z.literal('withdraw'),
    draft: word,
    sha256: word,
    workloads: z.array(word).min(1).max(1_000),
    reason,
  }),
]);

export interface ClaimRouteOptions extends Pick<Core, 'config' | 'campaignClock'> {
  readonly door: Door;
  readonly claims: Claims;
  readonly downloads: Downloads;
  readonly tickets: TicketService;
}

export function claimRoutes({
  door,
  claims: { service, removals },
  downloads,
  tickets,
  config: { campaigns },
  campaignClock,
}: ClaimRouteOptions): Route[] {
  return [
    door.route(`${API}/claims/:id`, async (person, request) =>
      json<ClaimBody>(await body(person, await service.read(person, request.param('id')))),
    ),
    door.change(`${API}/claims/:id/actions`, action, async (person, { idempotencyKey: key, ...sent }, request) => {
      const id = request.param('id');
      const outcome = await act(person, id, sent, ownKey(person, key));
      if (outcome.kind === 'gone') throw new NotFoundError('claim.gone');
      // Of something sent before the rights may be gone meanwhile.
      const claim = await body(person, await service.read(person, id));
      if (outcome.kind !== 'proposed') return json<ClaimActionBody>({ claim, changed: outcome.kind !== 'unchanged' });
      const proposed = outcome.people.slice(0, MOST_OPTIONS).map(({ name, upn = '' }) => ({ name, upn }));
      return json<ClaimActionBody>({ claim, changed: false, proposed });
    }),
    door.route(`${API}/claims/:id/documents/:sha256`, async (person, request): Promise<RouteAnswer> => {
      const { document, bytes } = await downloads.open(person, request.param('id'), request.param('sha256'));
      return {
        status: 200,
        stream: { from: bytes, bytes: document.size },
        // Whatever it is, no browser is to show it as a page of ours.
        type: 'application/octet-stream',
        headers: { 'Content-Disposition': attachmentHeader(document.fileName) },
      };
    }),
  ];

  async function act(
    person: Person,
    id: string,
    sent: ClaimAction,
    key: string,
  ): Promise<ChangeOutcome | ProposedOwners> {
    const at = campaignClock();
    switch (sent.kind) {
      case 'take':
        return service.take(person, id, key, at);
      case 'assign': {
        const { claimId } = await service.read(person, id);
        return service.assign(person, claimId, sent.to, `assign/${key}`, at);
      }
      case 'remove':
        return removals.remove(person, id, sent.reason, key, at);
      case 'bring-back':
        return removals.bringBack(person, id, key, at);
      case 'withdraw':
        return service.withdrawPoe(person, id, sent, sent, key, at);
      default:
        return service.mark(person, id, sent.workload, sent.kind, key, at);
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
