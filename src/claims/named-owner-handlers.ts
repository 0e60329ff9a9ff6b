/** Owners named by name alone, in the chat: a lead sees who may be meant, and says so once. */

import { MOST_OPTIONS, optionsCard } from '../cards/options.ts';
import type { Command } from '../feature.ts';
import { sentencesText } from '../format/list.ts';
import type { Reply, Turn } from '../turn.ts';
import type { VerbData } from '../verbs/index.ts';
import type { NamedOwners } from './named-owners.ts';
import { claimTexts } from './texts.ts';

export interface NamedOwnerHandlers {
  list(turn: Turn): Promise<Reply>;
  confirm(turn: Turn, data: VerbData<'owner.confirm'>): Promise<Reply>;
  withdraw(turn: Turn, data: VerbData<'owner.withdraw'>): Promise<Reply>;
}

export function namedOwnerHandlers(owners: NamedOwners, newKey: () => string): NamedOwnerHandlers {
  async function list(turn: Turn): Promise<Reply> {
    const { namedOwners: texts } = claimTexts(turn.locale);
    const all = await owners.unconfirmed(turn.person);
    const proposals = all.flatMap(({ people, ...owner }) => people.map((person) => ({ ...owner, person })));
    const nobody = all.filter(({ people }) => people.length === 0).length;
    const shown = proposals.slice(0, MOST_OPTIONS);
    const sentences = [
      all.length === 0 ? texts.none : texts.some(all.length, turn.locale),
      ...(shown.length > 0 ? [texts.press] : []),
      ...(proposals.length > shown.length ? [texts.more(proposals.length - shown.length, turn.locale)] : []),
      ...(nobody > 0 ? [texts.nobody(nobody, turn.locale)] : []),
    ];
    const text = sentencesText(sentences, turn.locale);
    if (shown.length === 0) return { text };
    const once = newKey();
    const actions = shown.map(({ nameKey: name, person, open }) => ({
      title: texts.proposal(person.name, person.upn ?? '', open, turn.locale),
      verb: 'owner.confirm' as const,
      data: { name, person: person.userId, once },
    }));
    return { text, card: optionsCard(actions) };
  }

  return {
    list,
    async confirm(turn, { name, person, once }) {
      const { namedOwners: texts } = claimTexts(turn.locale);
      const meant = await owners.confirm(turn.person, name, person, once);
      const undo = { title: texts.undo, verb: 'owner.withdraw' as const, data: { name, person, once: newKey() } };
      const others = { title: texts.others, verb: 'owners' as const, data: {} };
      return { text: texts.confirmed(meant.name, meant.upn ?? ''), card: optionsCard([undo, others]) };
    },
    async withdraw(turn, { name, person, once }) {
      await owners.withdraw(turn.person, name, person, once);
      return list(turn);
    },
  };
}

export function namedOwnerCommands(handlers: NamedOwnerHandlers): readonly Command[] {
  return [
    {
      name: 'owners',
      pattern: /^(?:show |see |list )?(?:the )?(?:owners(?: by name)?|named owners)[.!?]*$/i,
      handle: (turn) => handlers.list(turn),
    },
  ];
}
