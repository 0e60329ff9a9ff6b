/** Welcome and help. A button for each thing that is built. */
import type { Card } from '../turn.ts';
import { texts } from './texts.ts';
import type { IntroView } from './views.ts';

function actions(lead: boolean): IntroView['actions'] {
  const { buttons } = texts;
  return [
    { title: buttons.list, verb: 'needs-poe', data: {} },
    { title: buttons.upload, verb: 'how.upload', data: {} },
    ...(lead ? [{ title: buttons.import, verb: 'how.import', data: {} } as const] : []),
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
