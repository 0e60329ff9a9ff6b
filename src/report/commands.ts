/** What leads type to see where the campaign stands. */
import type { Command } from '../feature.ts';
import type { ReportHandlers } from './handlers.ts';

export function reportCommands({ report }: ReportHandlers): readonly Command[] {
  return [
    {
      name: 'report',
      pattern: /^(?:show |see |open )?(?:me )?(?:the |my |a )?(?:campaign )?(?:report|progress)[.!?]*$/i,
      handle: (turn) => report(turn, { page: 0 }),
    },
  ];
}
