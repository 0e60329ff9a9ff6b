/** What people type about claims, and ask in free words. */
import type { Command, Intent, Subject } from '../feature.ts';
import { idSpellings, namesIn, trimmedEnd, unquoted } from '../format/subjects.ts';
import type { Reply, Turn } from '../turn.ts';
import type { ClaimHandlers } from './handlers.ts';
import type { ClaimReplies } from './replies.ts';
import type { ClaimService } from './service.ts';
import { claimTexts } from './texts.ts';

export function claimCommands(
  service: ClaimService,
  handlers: ClaimHandlers,
  replies: ClaimReplies,
): readonly Command[] {
  return [
    {
      name: 'needs-poe',
      pattern:
        /^(?:(?:show me )?(?:what|which(?: \w+)?) (?:still )?needs? (?:poe|proof of execution)|needs? poe|my claims|list)(?:$|(?=[\s.!?:,]))(?<text>.*)$/i,
      async handle(turn, match) {
        const rest = match.groups?.text ?? '';
        const text = subject(rest);
        // "What needs POE for X" names a customer; "which workloads need POE though" names none.
        const named = text === '' || FOR.test(rest) || (await service.knowsCustomer(turn.person, text));
        return named ? replies.list(turn, { text }) : undefined;
      },
    },
    {
      name: 'assign',
      // "Give" alone may mean anything: what is given has to look like an ID.
      pattern:
        /^(?:(?:re)?assign|(?:give|hand(?: over)?|transfer)(?=(?: claim)?\s+(?=\S*\d)\S{4,}\s+to\s))(?: claim)?\s+(?<id>\S.*?)\s+to\s+(?<to>\S.*)$/i,
      handle: (turn, match) =>
        handlers.assign(turn, unquoted(match.groups?.id ?? ''), unquoted(personIn(match.groups?.to ?? ''))),
    },
    {
      name: 'remove',
      pattern: /^(?:remove|delete)(?: the)? claim (?<id>\S.*)$/i,
      isCertain: (match) => /^\S*\p{N}\S*$/u.test((match.groups?.id ?? '').trim()),
      async handle(turn, match) {
        const id = trimmedEnd(match.groups?.id ?? '');
        return /\p{N}/u.test(id) ? handlers.askWhyRemoveByClaimId(turn, id) : undefined;
      },
    },
    {
      name: 'removed',
      pattern: /^(?:show |see |list )?(?:the )?removed(?: claims| associations)?[.!?]*$/i,
      handle: (turn) => handlers.removed(turn, { page: 0 }),
    },
    {
      name: 'show',
      pattern: /^(?:show|open|find|pull up|look up)(?: me)? (?<name>\S.*)$/i,
      isCertain: () => false,
      async handle(turn, match) {
        const [name] = namesIn(trimmedEnd(match.groups?.name ?? ''));
        return name === undefined ? undefined : handlers.openCustomer(turn, name);
      },
    },
    {
      name: 'claim',
      // “CLAIM-7” is an ID, not the word.
      pattern: /^(?:show |open )?(?:me )?(?:the )?claim(?:$|(?=[\s:#]))(?<id>.*)$/i,
      isCertain: (match) => /^\S*\p{N}\S*$/u.test((match.groups?.id ?? '').trim()),
      async handle(turn, match) {
        const spellings = idSpellings((match.groups?.id ?? '').replace(/^[\s:]+/, ''));
        const plain = spellings.pop() ?? '';
        const opened = await handlers.openFirst(turn, spellings);
        // IDs hold digits: "claim got a rival, what now" and "claim protection" name none.
        if (opened !== undefined || plain === '' || /\p{N}/u.test(plain))
          return opened ?? handlers.openByClaimId(turn, plain);
        return handlers.openCustomer(turn, plain);
      },
    },
  ];
}

/** Words behind a comma that may be a first name ("Vance, Adele"); more of them tell why. */
const MOST_FIRST_NAMES = 2;

/** "Megan, she knows them better. Thanks" → Megan */
function personIn(text: string): string {
  const [sentence = ''] = text.split(/[;!?]|\.\s/u);
  const [name = '', ...rest] = sentence.split(',');
  const behind = rest.join(',').trim().split(/\s+/u);
  return behind.length > MOST_FIRST_NAMES ? name : sentence;
}

/** What follows is a name: "for Contoso", ": Contoso". */
const FOR = /^[\s.!?,]*(?:for\s|:)/i;

/** "for Contoso?" → "Contoso" */
function subject(text: string): string {
  return trimmedEnd(text.replace(/^[\s.!?:,]+/, '').replace(/^for(?:\s+|$)/i, ''));
}

/** What people ask about claims in free words. */
export function claimIntents(handlers: ClaimHandlers, replies: ClaimReplies): Readonly<Record<string, Intent>> {
  /** The claim with this ID or the customer with this name, as far as the person may see it. */
  async function showNamed(turn: Turn, { text: subject, strangeWords }: Subject): Promise<Reply | undefined> {
    const opened = await handlers.openFirst(turn, subject === '' ? [] : idSpellings(subject));
    if (opened !== undefined) return opened;
    // A message that is only a name may mean anything, so it has to name the customer in whole words.
    // After "show me" or "the claim of" the beginning of a name is enough.
    const how = subject.length >= turn.text.trim().length - 1 ? 'whole words' : 'begins';
    for (const name of namesIn(subject)) {
      const found = await handlers.openCustomer(turn, name, how);
      if (found !== undefined) return found;
    }
    return handlers.openNamedAmid(turn, strangeWords);
  }

  return {
    'needs-poe': {
      showsClaims: true,
      async handle(turn, subject) {
        const named = await showNamed(turn, subject);
        if (named !== undefined) return named;
        const list = await replies.list(turn, {});
        return subject.isName ? { text: claimTexts(turn.locale).nobodyCalledSo, ...list } : list;
      },
    },
    claim: {
      showsClaims: true,
      async handle(turn, subject) {
        if (subject.text === '') return { text: claimTexts(turn.locale).whichClaim };
        return (await showNamed(turn, subject)) ?? { text: claimTexts(turn.locale).nobodyCalledSo };
      },
    },
    assign: (turn, { strangeWords }) => handlers.assignAsked(turn, strangeWords),
    removed: (turn) => handlers.removed(turn, { page: 0 }),
  };
}
