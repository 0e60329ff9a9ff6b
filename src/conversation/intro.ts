/** Welcome and help. A button for each thing that is built. */
import type { OptionsView } from '../knowledge/views.ts';
import type { Card } from '../turn.ts';
import { texts } from './texts.ts';
import type { IntroView } from './views.ts';

function actions(lead: boolean): IntroView['actions'] {
  const { buttons } = texts;
  return [
    { title: buttons.list, verb: 'needs-poe', data: {} },
    { title: buttons.topics, verb: 'topics', data: {} },
    { title: buttons.upload, verb: 'how.upload', data: {} },
    { title: buttons.ticket, verb: 'ticket.form', data: {} },
    ...(lead
      ? ([
          { title: buttons.import, verb: 'how.import', data: {} },
          { title: buttons.report, verb: 'report', data: { page: '0' } },
        ] as const)
      : []),
  ];
}

export function welcomeCard(lead: boolean): Card {
  const view: IntroView = { title: texts.welcomeTitle, paragraphs: [texts.welcome], actions: actions(lead) };
  return { template: 'intro', data: view };
}

export function helpCard(lead: boolean): Card {
  const view: IntroView = { title: texts.helpTitle, paragraphs: texts.help(lead), actions: actions(lead) };
  return { template: 'intro', data: view };
}

/** Two ways to go on, without the whole menu. */
export function shortHelpCard(): Card {
  const { buttons } = texts;
  const view: OptionsView = {
    actions: [
      { title: buttons.list, verb: 'needs-poe', data: {} },
      { title: buttons.help, verb: 'help', data: {} },
    ],
  };
  return { template: 'options', data: view };
}
