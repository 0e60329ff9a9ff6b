/** Every sample with the type of the view that its template is filled with: `npm run check` stops when the two drift apart. */

import announceCheckNobody from '../../adaptive-cards/announce-check.nobody.sample.json' with { type: 'json' };
import announceCheck from '../../adaptive-cards/announce-check.sample.json' with { type: 'json' };
import announceFormProblem from '../../adaptive-cards/announce-form.problem.sample.json' with { type: 'json' };
import announceForm from '../../adaptive-cards/announce-form.sample.json' with { type: 'json' };
import announceFormSeveral from '../../adaptive-cards/announce-form.several.sample.json' with { type: 'json' };
import announcementRead from '../../adaptive-cards/announcement.read.sample.json' with { type: 'json' };
import announcement from '../../adaptive-cards/announcement.sample.json' with { type: 'json' };
import announcementProgressEveryone from '../../adaptive-cards/announcement-progress.everyone.sample.json' with {
  type: 'json',
};
import announcementProgress from '../../adaptive-cards/announcement-progress.sample.json' with { type: 'json' };
import claimDone from '../../adaptive-cards/claim.done.sample.json' with { type: 'json' };
import claimOpen from '../../adaptive-cards/claim.open.sample.json' with { type: 'json' };
import claimRemoved from '../../adaptive-cards/claim.removed.sample.json' with { type: 'json' };
import claim from '../../adaptive-cards/claim.sample.json' with { type: 'json' };
import claimUnowned from '../../adaptive-cards/claim.unowned.sample.json' with { type: 'json' };
import claimRemoveProblem from '../../adaptive-cards/claim-remove.problem.sample.json' with { type: 'json' };
import claimRemove from '../../adaptive-cards/claim-remove.sample.json' with { type: 'json' };
import digestEmpty from '../../adaptive-cards/digest.empty.sample.json' with { type: 'json' };
import digest from '../../adaptive-cards/digest.sample.json' with { type: 'json' };
import digestUnowned from '../../adaptive-cards/digest.unowned.sample.json' with { type: 'json' };
import documentsEmpty from '../../adaptive-cards/documents.empty.sample.json' with { type: 'json' };
import documents from '../../adaptive-cards/documents.sample.json' with { type: 'json' };
import filePoeChoose from '../../adaptive-cards/file-poe.choose.sample.json' with { type: 'json' };
import filePoeLacks from '../../adaptive-cards/file-poe.lacks.sample.json' with { type: 'json' };
import filePoeProblem from '../../adaptive-cards/file-poe.problem.sample.json' with { type: 'json' };
import filePoe from '../../adaptive-cards/file-poe.sample.json' with { type: 'json' };
import filePoeStands from '../../adaptive-cards/file-poe.stands.sample.json' with { type: 'json' };
import fileSeveralFiled from '../../adaptive-cards/file-poe-several.filed.sample.json' with { type: 'json' };
import fileSeveral from '../../adaptive-cards/file-poe-several.sample.json' with { type: 'json' };
import found from '../../adaptive-cards/found.sample.json' with { type: 'json' };
import foundTicket from '../../adaptive-cards/found.ticket.sample.json' with { type: 'json' };
import handOver from '../../adaptive-cards/hand-over.sample.json' with { type: 'json' };
import previewCannot from '../../adaptive-cards/import-preview.cannot.sample.json' with { type: 'json' };
import previewClean from '../../adaptive-cards/import-preview.clean.sample.json' with { type: 'json' };
import preview from '../../adaptive-cards/import-preview.sample.json' with { type: 'json' };
import stateCancelled from '../../adaptive-cards/import-state.cancelled.sample.json' with { type: 'json' };
import stateImporting from '../../adaptive-cards/import-state.importing.sample.json' with { type: 'json' };
import state from '../../adaptive-cards/import-state.sample.json' with { type: 'json' };
import stateUndone from '../../adaptive-cards/import-state.undone.sample.json' with { type: 'json' };
import imports from '../../adaptive-cards/imports.sample.json' with { type: 'json' };
import introHelp from '../../adaptive-cards/intro.help.sample.json' with { type: 'json' };
import intro from '../../adaptive-cards/intro.sample.json' with { type: 'json' };
import language from '../../adaptive-cards/language.sample.json' with { type: 'json' };
import needsPoeEmpty from '../../adaptive-cards/needs-poe.empty.sample.json' with { type: 'json' };
import needsPoeFiltered from '../../adaptive-cards/needs-poe.filtered.sample.json' with { type: 'json' };
import needsPoe from '../../adaptive-cards/needs-poe.sample.json' with { type: 'json' };
import nudgeActed from '../../adaptive-cards/nudge.acted.sample.json' with { type: 'json' };
import nudgeDone from '../../adaptive-cards/nudge.done.sample.json' with { type: 'json' };
import nudgeOff from '../../adaptive-cards/nudge.off.sample.json' with { type: 'json' };
import nudge from '../../adaptive-cards/nudge.sample.json' with { type: 'json' };
import nudgeSnoozed from '../../adaptive-cards/nudge.snoozed.sample.json' with { type: 'json' };
import nudgeUpload from '../../adaptive-cards/nudge.upload.sample.json' with { type: 'json' };
import optionsRefusal from '../../adaptive-cards/options.refusal.sample.json' with { type: 'json' };
import options from '../../adaptive-cards/options.sample.json' with { type: 'json' };
import personalDataAsk from '../../adaptive-cards/personal-data.ask.sample.json' with { type: 'json' };
import personalDataDone from '../../adaptive-cards/personal-data.done.sample.json' with { type: 'json' };
import personalData from '../../adaptive-cards/personal-data.sample.json' with { type: 'json' };
import questionAttached from '../../adaptive-cards/question.attached.sample.json' with { type: 'json' };
import questionDisliked from '../../adaptive-cards/question.disliked.sample.json' with { type: 'json' };
import question from '../../adaptive-cards/question.sample.json' with { type: 'json' };
import removedClaims from '../../adaptive-cards/removed-claims.sample.json' with { type: 'json' };
import reportLast from '../../adaptive-cards/report.last.sample.json' with { type: 'json' };
import report from '../../adaptive-cards/report.sample.json' with { type: 'json' };
import reportSeveral from '../../adaptive-cards/report.several.sample.json' with { type: 'json' };
import reportStart from '../../adaptive-cards/report.start.sample.json' with { type: 'json' };
import ticketClosed from '../../adaptive-cards/ticket.closed.sample.json' with { type: 'json' };
import ticketDesk from '../../adaptive-cards/ticket.desk.sample.json' with { type: 'json' };
import ticket from '../../adaptive-cards/ticket.sample.json' with { type: 'json' };
import ticketUndelivered from '../../adaptive-cards/ticket.undelivered.sample.json' with { type: 'json' };
import ticketFormEdit from '../../adaptive-cards/ticket-form.edit.sample.json' with { type: 'json' };
import ticketFormProblems from '../../adaptive-cards/ticket-form.problems.sample.json' with { type: 'json' };
import ticketForm from '../../adaptive-cards/ticket-form.sample.json' with { type: 'json' };
import ticketsEmpty from '../../adaptive-cards/tickets.empty.sample.json' with { type: 'json' };
import tickets from '../../adaptive-cards/tickets.sample.json' with { type: 'json' };
import ticketsUndelivered from '../../adaptive-cards/tickets.undelivered.sample.json' with { type: 'json' };
import topics from '../../adaptive-cards/topics.sample.json' with { type: 'json' };
import unansweredDecided from '../../adaptive-cards/unanswered.decided.sample.json' with { type: 'json' };
import unansweredEmpty from '../../adaptive-cards/unanswered.empty.sample.json' with { type: 'json' };
import unanswered from '../../adaptive-cards/unanswered.sample.json' with { type: 'json' };
import withdrawPoeProblem from '../../adaptive-cards/withdraw-poe.problem.sample.json' with { type: 'json' };
import withdrawPoe from '../../adaptive-cards/withdraw-poe.sample.json' with { type: 'json' };
import type {
  AnnounceCheckView,
  AnnounceFormView,
  AnnouncementProgressView,
  AnnouncementView,
} from '../../src/announcements/views.ts';
import type { OptionsView } from '../../src/cards/options.ts';
import type {
  ClaimRemoveView,
  ClaimView,
  ImportPreviewView,
  ImportStateView,
  ImportsView,
  NeedsPoeView,
  RemovedClaimsView,
} from '../../src/claims/views.ts';
import type { IntroView } from '../../src/conversation/views.ts';
import type { QuestionView, TopicsView, UnansweredView } from '../../src/knowledge/views.ts';
import type { LanguageView } from '../../src/language-choice/views.ts';
import type { PersonalDataView } from '../../src/personal-data/views.ts';
import type { DocumentsView, WithdrawPoeView } from '../../src/poe/record/views.ts';
import type { FilePoeView, FileSeveralView } from '../../src/poe/views.ts';
import type { ReminderView } from '../../src/reminders/views.ts';
import type { DigestView, ReportView } from '../../src/report/views.ts';
import type { FoundView } from '../../src/search/views.ts';
import type { HandOverView, TicketFormView, TicketsView, TicketView } from '../../src/tickets/views.ts';

/** JSON modules widen literals to `string`. */
type Widened<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Widened<Item>[]
    : T extends object
      ? { readonly [Name in keyof T]: Widened<T[Name]> }
      : T;

/** Has all that the view has, and nothing besides. */
function of<View>() {
  return <Sample extends Widened<View>>(
    sample: Exclude<keyof Sample, keyof View> extends never ? Sample : never,
  ): object => sample as object;
}

const [needs, claims, file, previews, states, intros] = [
  of<NeedsPoeView>(),
  of<ClaimView>(),
  of<FilePoeView>(),
  of<ImportPreviewView>(),
  of<ImportStateView>(),
  of<IntroView>(),
];

/** By file name, without `.sample.json`. */
export const samples: Readonly<Record<string, object>> = {
  'claim.done': claims(claimDone),
  'claim.open': claims(claimOpen),
  claim: claims(claim),
  'claim-remove': of<ClaimRemoveView>()(claimRemove),
  'claim-remove.problem': of<ClaimRemoveView>()(claimRemoveProblem),
  'claim.removed': claims(claimRemoved),
  'removed-claims': of<RemovedClaimsView>()(removedClaims),
  'claim.unowned': claims(claimUnowned),
  documents: of<DocumentsView>()(documents),
  'documents.empty': of<DocumentsView>()(documentsEmpty),
  'withdraw-poe': of<WithdrawPoeView>()(withdrawPoe),
  'withdraw-poe.problem': of<WithdrawPoeView>()(withdrawPoeProblem),
  'file-poe.choose': file(filePoeChoose),
  'file-poe.lacks': file(filePoeLacks),
  'file-poe.problem': file(filePoeProblem),
  'file-poe.stands': file(filePoeStands),
  'file-poe-several': of<FileSeveralView>()(fileSeveral),
  'file-poe-several.filed': of<FileSeveralView>()(fileSeveralFiled),
  'file-poe': file(filePoe),
  'import-preview.cannot': previews(previewCannot),
  'import-preview.clean': previews(previewClean),
  'import-preview': previews(preview),
  'import-state.cancelled': states(stateCancelled),
  'import-state.undone': states(stateUndone),
  imports: of<ImportsView>()(imports),
  'import-state.importing': states(stateImporting),
  'import-state': states(state),
  'intro.help': intros(introHelp),
  intro: intros(intro),
  'needs-poe.empty': needs(needsPoeEmpty),
  'needs-poe.filtered': needs(needsPoeFiltered),
  'needs-poe': needs(needsPoe),
  'options.refusal': of<OptionsView>()(optionsRefusal),
  options: of<OptionsView>()(options),
  'question.attached': of<QuestionView>()(questionAttached),
  'question.disliked': of<QuestionView>()(questionDisliked),
  question: of<QuestionView>()(question),
  topics: of<TopicsView>()(topics),
  'unanswered.decided': of<UnansweredView>()(unansweredDecided),
  'unanswered.empty': of<UnansweredView>()(unansweredEmpty),
  unanswered: of<UnansweredView>()(unanswered),
  'found.ticket': of<FoundView>()(foundTicket),
  found: of<FoundView>()(found),
  'hand-over': of<HandOverView>()(handOver),
  'ticket-form.edit': of<TicketFormView>()(ticketFormEdit),
  'ticket-form.problems': of<TicketFormView>()(ticketFormProblems),
  'ticket-form': of<TicketFormView>()(ticketForm),
  'ticket.closed': of<TicketView>()(ticketClosed),
  'ticket.desk': of<TicketView>()(ticketDesk),
  ticket: of<TicketView>()(ticket),
  'ticket.undelivered': of<TicketView>()(ticketUndelivered),
  'tickets.empty': of<TicketsView>()(ticketsEmpty),
  tickets: of<TicketsView>()(tickets),
  'tickets.undelivered': of<TicketsView>()(ticketsUndelivered),
  'announce-check': of<AnnounceCheckView>()(announceCheck),
  'announce-check.nobody': of<AnnounceCheckView>()(announceCheckNobody),
  'announce-form': of<AnnounceFormView>()(announceForm),
  'announce-form.problem': of<AnnounceFormView>()(announceFormProblem),
  'announce-form.several': of<AnnounceFormView>()(announceFormSeveral),
  announcement: of<AnnouncementView>()(announcement),
  'announcement-progress': of<AnnouncementProgressView>()(announcementProgress),
  'announcement-progress.everyone': of<AnnouncementProgressView>()(announcementProgressEveryone),
  'announcement.read': of<AnnouncementView>()(announcementRead),
  digest: of<DigestView>()(digest),
  'digest.empty': of<DigestView>()(digestEmpty),
  'digest.unowned': of<DigestView>()(digestUnowned),
  language: of<LanguageView>()(language),
  'personal-data': of<PersonalDataView>()(personalData),
  'personal-data.ask': of<PersonalDataView>()(personalDataAsk),
  'personal-data.done': of<PersonalDataView>()(personalDataDone),
  nudge: of<ReminderView>()(nudge),
  'nudge.acted': of<ReminderView>()(nudgeActed),
  'nudge.done': of<ReminderView>()(nudgeDone),
  'nudge.off': of<ReminderView>()(nudgeOff),
  'nudge.snoozed': of<ReminderView>()(nudgeSnoozed),
  'nudge.upload': of<ReminderView>()(nudgeUpload),
  report: of<ReportView>()(report),
  'report.last': of<ReportView>()(reportLast),
  'report.several': of<ReportView>()(reportSeveral),
  'report.start': of<ReportView>()(reportStart),
};
