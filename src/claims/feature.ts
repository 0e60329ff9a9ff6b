/** Claims: what needs POE, one claim, its workloads and its owner. */

import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import { idSpellings } from '../format/subjects.ts';
import type { ClaimProblems } from '../problems/claims.ts';
import type { ClaimVerb } from '../verbs/claims.ts';
import { ClaimChanges } from './changes.ts';
import { claimCommands, claimIntents } from './commands.ts';
import { DERIVATIONS, Derivations } from './derivations.ts';
import { FACETS, Facets } from './facets.ts';
import { forgetInClaims } from './forget.ts';
import { claimHandlers } from './handlers.ts';
import { namedOwnerCommands, namedOwnerHandlers } from './named-owner-handlers.ts';
import { NamedOwners } from './named-owners.ts';
import { Owners } from './owners.ts';
import { ClaimRemovals } from './removals.ts';
import { type ClaimReplies, claimReplies } from './replies.ts';
import { CLAIMS, ClaimRepository } from './repository.ts';
import { ClaimService } from './service.ts';
import { claimProblems, claimTexts } from './texts.ts';
import { ClaimUses } from './uses.ts';

export interface Claims extends Feature<ClaimVerb, keyof ClaimProblems> {
  readonly service: ClaimService;
  readonly repository: ClaimRepository;
  readonly facets: Facets;
  readonly owners: Owners;
  readonly namedOwners: NamedOwners;
  readonly removals: ClaimRemovals;
  readonly changes: ClaimChanges;
  /** Features that keep something of claims add themselves. */
  readonly uses: ClaimUses;
  readonly replies: ClaimReplies;
  /** Brings what is derived of stored claims up to the notices of today. */
  prepare(): Promise<void>;
}

export function createClaims({ store, people, stamps, rights, config, newId, realTime, log }: Core): Claims {
  const repository = new ClaimRepository(
    store,
    config.campaigns.map(({ notice }) => notice),
  );
  const derivations = new Derivations(store, repository);
  const facets = new Facets(store);
  const changes = new ClaimChanges(stamps, log);
  const service = new ClaimService({ claims: repository, facets, people, rights, changes });
  const removals = new ClaimRemovals({ claims: repository, rights, changes });
  const replies = claimReplies(service, removals, config.campaigns, newId);
  const handlers = claimHandlers(service, removals, replies, newId);
  const namedOwners = new NamedOwners({ claims: repository, people, rights, changes, realTime });
  const owners = namedOwnerHandlers(namedOwners, newId);
  return {
    name: 'claims',
    problems: claimProblems,
    service,
    repository,
    facets,
    owners: new Owners(repository, people),
    namedOwners,
    removals,
    changes,
    uses: new ClaimUses(),
    replies,
    presses: {
      'needs-poe': replies.list,
      'claim.open': handlers.open,
      'claim.not-engaged': handlers.mark('not-engaged'),
      'claim.engaged': handlers.mark('engaged'),
      'claim.confirm': handlers.mark('confirm'),
      'claim.unconfirm': handlers.mark('unconfirm'),
      'claim.take': handlers.take,
      'claim.remove-form': handlers.askWhyRemove,
      'claim.remove': handlers.remove,
      'claim.bring-back': handlers.bringBack,
      'removed-claims': handlers.removed,
      'claim.assign': (turn, { claimId, to, once }) => handlers.assign(turn, claimId, to, once),
      owners: owners.list,
      'owner.confirm': owners.confirm,
      'owner.withdraw': owners.withdraw,
    },
    commands: [...claimCommands(service, handlers, replies), ...namedOwnerCommands(owners)],
    intents: { ...claimIntents(handlers, replies), owners: owners.list },
    help: (locale) => ({
      lines: claimTexts(locale).help,
      forLeads: [claimTexts(locale).helpAssign, claimTexts(locale).helpOwners, claimTexts(locale).helpRemoved],
      buttons: [{ title: claimTexts(locale).button, verb: 'needs-poe', data: {} }],
    }),
    finds: {
      exactly: (turn, text) => handlers.openFirst(turn, idSpellings(text)),
      mentioned: handlers.mentioned,
      named: (turn, name) => handlers.openCustomer(turn, name, 'whole words'),
      namedAmid: handlers.openNamedAmid,
    },
    prepare: () => derivations.bringUpToDate(),
    fileNames: { tenants: () => repository.tenants(), of: (tenantId) => repository.filesOf(tenantId) },
    records: [
      {
        collection: CLAIMS,
        of: ({ ownerKeys }) => ({ 'owner.key': { $in: ownerKeys } }),
        stays: true,
        forget: forgetInClaims(repository.notices),
      },
      { collection: FACETS },
      { collection: DERIVATIONS },
    ],
  };
}
