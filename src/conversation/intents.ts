/** What people ask of the bot in free words, as a table: a command in `knowledge/commands/` has its row here. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { openFirst, spellingsOf } from './commands.ts';
import { namesIn } from './subjects.ts';
import { texts } from './texts.ts';

/** `subject`: the customer, claim or number that was named, as written. */
export type Intent = (turn: Turn, subject: string) => Promise<Reply>;

export interface IntentParts {
  readonly claims: AssociationHandlers;
  readonly knowledge: KnowledgeHandlers;
  readonly help: (turn: Turn) => Promise<Reply>;
}

/** The topics that say how Microsoft's own support is reached. */
const SUPPORT = ['support_ticket', 'support_category', 'disassociate'];

/** What the person may see of whatever claim or customer is named so, or in so many words. */
async function showNamed(claims: AssociationHandlers, turn: Turn, subject: string): Promise<Reply | undefined> {
  const opened = await openFirst(claims, turn, subject === '' ? [] : spellingsOf(subject));
  if (opened !== undefined) return opened;
  for (const name of namesIn(subject)) {
    const found = await claims.openCustomer(turn, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function intents({ claims, knowledge, help }: IntentParts): Readonly<Record<string, Intent>> {
  const support: Intent = async () => ({ text: texts.support, card: knowledge.choices(SUPPORT) });

  return {
    help,
    topics: knowledge.topics,
    'needs-poe': async (turn, subject) => (await showNamed(claims, turn, subject)) ?? claims.needsPoe(turn, {}),
    async claim(turn, subject) {
      if (subject === '') return claims.openByClaimId(turn, '');
      return (await showNamed(claims, turn, subject)) ?? { text: texts.nobodyCalledSo };
    },
    'upload-help': async () => ({ text: texts.howUpload }),
    'import-help': async () => ({ text: texts.howImport }),
    ticket: support,
    tickets: support,
  };
}
