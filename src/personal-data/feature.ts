/** People's data: what is kept about whoever asks, and its end. */
import type { Core } from '../core.ts';
import type { Feature } from '../feature.ts';
import type { Records } from '../storage/records.ts';
import { MINUTE_MS } from '../time/units.ts';
import type { PersonalDataVerb } from '../verbs/personal-data.ts';
import { personalDataCommands } from './commands.ts';
import { ERASURES, Erasures } from './erasures.ts';
import { personalDataHandlers } from './handlers.ts';
import { PersonalDataService } from './service.ts';
import { personalDataTexts } from './texts.ts';

export type PersonalData = Feature<PersonalDataVerb>;

/** @param others whoever else keeps anything */
export function createPersonalData(core: Core, others: readonly Pick<Feature, 'records'>[]): PersonalData {
  const own: Records = { collection: ERASURES, of: ({ userId }) => ({ 'person.userId': userId }), stays: true };
  const service = new PersonalDataService({
    ...core,
    records: others.flatMap(({ records = [] }) => records),
    erasures: new Erasures(core.store),
    standInName: personalDataTexts('en').standIn,
  });
  const handlers = personalDataHandlers(service);
  return {
    name: 'personal data',
    problems: {},
    presses: {
      'data.show': handlers.show,
      'data.delete-form': handlers.ask,
      'data.delete': handlers.forget,
    },
    commands: personalDataCommands(handlers),
    help: (locale) => ({ lines: personalDataTexts(locale).help }),
    timers: [
      {
        name: 'erasures',
        everyMs: MINUTE_MS,
        failure: 'people who asked for it could not be forgotten',
        run: () => service.run(),
      },
    ],
    records: [own],
  };
}
