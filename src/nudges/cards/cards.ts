/** The cards of the nudges, each drawn from its facts (`card-facts.ts`). */
export {
  announceCheckCard,
  announceFormCard,
  announcementCard,
  announcementProgressCard,
} from './announcement-cards.ts';
export { digestCard } from './digest-card.ts';
export { reminderCard } from './reminder-card.ts';
export { reportCard } from './report-card.ts';
