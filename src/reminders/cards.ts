/** The cards of the nudges, each drawn from its facts (`card-facts.ts`). */
export {
  announceCheckCard,
  announceFormCard,
  announcementCard,
  announcementProgressCard,
} from '../announcements/cards.ts';
export { digestCard } from '../report/digest-card.ts';
export { reportCard } from '../report/report-card.ts';
export { reminderCard } from './card.ts';
