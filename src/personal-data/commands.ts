/** What people type about what is kept of them. */
import type { Command } from '../feature.ts';
import type { PersonalDataHandlers } from './handlers.ts';

export function personalDataCommands(handlers: PersonalDataHandlers): readonly Command[] {
  return [
    {
      name: 'what-you-keep',
      pattern:
        /^(?:please )?(?:show (?:me )?(?:my |all my )(?:personal )?data|(?:what|which)(?: personal)?(?: data| information)? do you (?:keep|store|save|have|know|hold|collect) (?:about|of|on) me|my (?:personal )?data)[.!?]*$/i,
      handle: (turn) => handlers.show(turn),
    },
    {
      name: 'delete-my-data',
      pattern:
        /^(?:please )?(?:delete|erase|remove|wipe) (?:all )?(?:of )?(?:my (?:personal |own )?(?:data|information|profile)|(?:everything|what|all) (?:that )?you (?:keep|store|have|know|hold) (?:about|of|on) me)[.!?]*$/i,
      handle: (turn) => handlers.ask(turn),
    },
    {
      name: 'forget-me',
      pattern: /^(?:please )?forget (?:me|about me|all about me|everything about me)[.!?]*$/i,
      handle: (turn) => handlers.ask(turn),
    },
  ];
}
