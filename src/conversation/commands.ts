/** What people type, as a table: the first row whose pattern fits takes the message. Free language comes after it. */
import type { AssociationHandlers } from '../associations/handlers.ts';
import type { KnowledgeHandlers } from '../knowledge/handlers.ts';
import type { Reply, Turn } from '../turn.ts';
import { namesIn } from './subjects.ts';

export interface Command {
  readonly name: string;
  /** Anchored, and nothing in it repeats what may repeat: a long message costs as many steps as it has characters. */
  readonly pattern: RegExp;
  /** Undefined: it was no command after all. */
  handle(turn: Turn, match: RegExpExecArray): Promise<Reply | undefined>;
}

export function commands(
  claims: AssociationHandlers,
  knowledge: KnowledgeHandlers,
  help: (turn: Turn) => Promise<Reply>,
): readonly Command[] {
  return [
    { name: 'help', pattern: /^(?:help|menu|start|\?)[.!?]*$/i, handle: help },
    { name: 'topics', pattern: /^(?:see |show )?(?:the )?topics[.!?]*$/i, handle: knowledge.topics },
    {
      name: 'unanswered',
      pattern: /^(?:show |see )?(?:the )?unanswered(?: questions)?[.!?]*$/i,
      handle: (turn) => knowledge.unanswered(turn, { page: 0 }),
    },
    {
      name: 'needs-poe',
      pattern:
        /^(?:(?:show me )?(?:what|which(?: \w+)?) (?:still )?needs? (?:poe|proof of execution)|needs? poe|my claims|list)(?:$|(?=[\s.!?:,]))(?<text>.*)$/i,
      async handle(turn, match) {
        const text = subject(match.groups?.text ?? '');
        return CLAUSE.test(text) ? undefined : claims.needsPoe(turn, { text });
      },
    },
    {
      name: 'assign',
      pattern: /^assign(?: claim)?\s+(?<id>\S.*?)\s+to\s+(?<to>\S.*)$/i,
      handle: (turn, match) => claims.assign(turn, match.groups?.id ?? '', match.groups?.to ?? ''),
    },
    {
      name: 'show',
      pattern: /^(?:show|open|find|pull up|look up)(?: me)? (?<name>\S.*)$/i,
      async handle(turn, match) {
        const [name] = namesIn(withoutEnd(match.groups?.name ?? ''));
        return name === undefined ? undefined : claims.openCustomer(turn, name);
      },
    },
    {
      name: 'claim',
      // “CLAIM-7” is an ID, not the word.
      pattern: /^(?:show |open )?(?:me )?(?:the )?claim(?:$|(?=[\s:#]))(?<id>.*)$/i,
      async handle(turn, match) {
        const asked = (match.groups?.id ?? '').replace(/^[\s:]+/, '');
        const spellings = spellingsOf(asked);
        const plain = spellings.pop() ?? '';
        const opened = await openFirst(claims, turn, spellings);
        // "Claim got a rival, what now" is a sentence; IDs hold digits, or are one word.
        const sentence = /\s/.test(plain) && !/\p{N}/u.test(plain);
        return opened ?? (sentence ? undefined : claims.openByClaimId(turn, plain));
      },
    },
  ];
}

/** What goes on like this is a sentence, not a customer: "which need POE by June 30". */
const CLAUSE =
  /^(?:by|to|in|at|on|when|before|until|till|from|if|and|or|as|then|now|the|a|an|is|are|uploaded|updated|documentation)\b/i;

/** An ID as it is written, and without the signs that people put around one, the barest last: "#17?" → "#17?", "#17", "17" */
export function spellingsOf(text: string): string[] {
  const ended = withoutEnd(text);
  return [...new Set([text, ended, ended.replace(/^[\s#]+/, '')])];
}

/** The claim's card for the first of these that is the ID of one that the person may see. */
export async function openFirst(
  claims: AssociationHandlers,
  turn: Turn,
  ids: readonly string[],
): Promise<Reply | undefined> {
  for (const id of ids) {
    const reply = await claims.openIfClaimId(turn, id);
    if (reply !== undefined) return reply;
  }
  return undefined;
}

/** "for Contoso?" → "Contoso" */
function subject(text: string): string {
  return withoutEnd(text.replace(/^[\s.!?:,]+/, '').replace(/^for(?:\s+|$)/i, ''));
}

function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && ' .!?'.includes(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}
