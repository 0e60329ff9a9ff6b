/** Announcements: the notice shared by a lead, and who has read it. */

import type { Claims } from '../claims/feature.ts';
import type { Core } from '../core.ts';
import type { Delivery } from '../delivery/feature.ts';
import type { Feature } from '../feature.ts';
import type { AnnouncementProblems } from '../problems/announcements.ts';
import { createWorkingTimes } from '../time/working-hours.ts';
import type { AnnouncementVerb } from '../verbs/announcements.ts';
import { Audiences } from './audience.ts';
import { announcementCommands } from './commands.ts';
import { announcementComposer } from './composer.ts';
import { announcementHandlers } from './handlers.ts';
import { readNotices } from './notice.ts';
import { announcementProduct } from './product.ts';
import { AnnouncementService } from './service.ts';
import { announcementProblems } from './texts.ts';

export interface Announcements extends Feature<AnnouncementVerb, keyof AnnouncementProblems> {
  readonly service: AnnouncementService;
}

/** @param dir of what the notices say in short */
export function createAnnouncements(core: Core, claims: Claims, delivery: Delivery, dir: string): Announcements {
  const { people, rights, config, realTime, newId } = core;
  const { repository, owners, facets } = claims;
  const { ledger, orders, planSoon } = delivery;
  const { campaigns, timeZone } = config;
  const notices = readNotices(dir, campaigns);
  const audiences = new Audiences({ people, claims: repository, owners });
  const workingTimes = createWorkingTimes(config.nudges.hours, timeZone);
  const composer = announcementComposer({ orders, workingTimes, notices, timeZone });
  delivery.products.add(announcementProduct({ composer, audiences, realTime }));
  const service = new AnnouncementService({
    orders,
    ledger,
    audiences,
    rights,
    nameOf: async (tenantId, userId) => (await people.get(tenantId, userId))?.name ?? '',
    planSoon,
  });
  const handlers = announcementHandlers({ announcements: service, facets, notices, newKey: newId });
  return {
    name: 'announcements',
    problems: announcementProblems,
    service,
    presses: {
      announce: handlers.form,
      'announce.edit': handlers.edit,
      'announce.check': handlers.check,
      'announce.send': handlers.send,
      announcement: handlers.progress,
      'announcement.card': handlers.card,
      'announcement.read': handlers.read,
    },
    commands: announcementCommands(handlers),
    intents: { announce: (turn) => handlers.form(turn, {}) },
  };
}
