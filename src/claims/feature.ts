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
import { claimHandlers } from './handlers.ts';
import { Owners } from './owners.ts';
import { type ClaimReplies, claimReplies } from './replies.ts';
import { CLAIMS, ClaimRepository } from './repository.ts';
import { ClaimService } from './service.ts';
import { claimProblems, claimTexts } from './texts.ts';

export interface Claims extends Feature<ClaimVerb, keyof ClaimProblems> {
  readonly service: ClaimService;
  readonly repository: ClaimRepository;
  readonly facets: Facets;
  readonly owners: Owners;
  readonly changes: ClaimChanges;
  readonly replies: ClaimReplies;
  /** Brings what is derived of stored claims up to the notices of today. */
  prepare(): Promise<void>;
}

export function createClaims({ store, people, rights, config, newId, log }: Core): Claims {
  const repository = new ClaimRepository(
    store,
    config.campaigns.map(({ notice }) => notice),
  );
  const derivations = new Derivations(store, repository);
  const facets = new Facets(store);
  const changes = new ClaimChanges(log);
  const service = new ClaimService({ claims: repository, facets, people, rights, changes });
  const replies = claimReplies(service, config.campaigns, newId);
  const handlers = claimHandlers(service, replies, newId);
  return {
    name: 'claims',
    problems: claimProblems,
    service,
    repository,
    facets,
    owners: new Owners(repository, people),
    changes,
    replies,
    presses: {
      'needs-poe': replies.list,
      'claim.open': handlers.open,
      'claim.not-engaged': handlers.mark('not-engaged'),
      'claim.engaged': handlers.mark('engaged'),
      'claim.confirm': handlers.mark('confirm'),
      'claim.unconfirm': handlers.mark('unconfirm'),
      'claim.take': handlers.take,
    },
    commands: claimCommands(service, handlers, replies),
    intents: claimIntents(handlers, replies),
    help: {
      lines: claimTexts.help,
      forLeads: [claimTexts.helpAssign],
      buttons: [{ title: claimTexts.button, verb: 'needs-poe', data: {} }],
    },
    finds: {
      exactly: (turn, text) => handlers.openFirst(turn, idSpellings(text)),
      mentioned: handlers.mentioned,
      named: (turn, name) => handlers.openCustomer(turn, name, 'whole words'),
    },
    prepare: () => derivations.bringUpToDate(),
    records: [{ collection: CLAIMS }, { collection: FACETS }, { collection: DERIVATIONS }],
  };
}
