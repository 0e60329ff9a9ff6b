/** What leads type to share the notice. */
import type { Command } from '../feature.ts';
import type { AnnouncementHandlers } from './handlers.ts';

export function announcementCommands({ form }: AnnouncementHandlers): readonly Command[] {
  return [
    {
      name: 'announce',
      pattern:
        /^(?:announce|announcement|(?:share|announce) (?:this|it|the (?:notice|change|news))|(?:make|new|send)(?: an)? announcement)[.!?]*$/i,
      handle: (turn) => form(turn, {}),
    },
  ];
}
