/** The page speaks as the chat does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementTexts } from '../../src/announcements/texts.ts';
import { importCardWords, importTexts, undoTexts } from '../../src/claims/import/texts.ts';
import { claimCardWords, claimTexts } from '../../src/claims/texts.ts';
import { knowledgeCardWords, knowledgeTexts } from '../../src/knowledge/texts.ts';
import { documentCardWords, documentTexts } from '../../src/poe/record/texts.ts';
import { poeCardWords, poeTexts } from '../../src/poe/texts.ts';
import { reportTexts } from '../../src/report/texts.ts';
import { claimListWords } from '../../src/tab/texts.ts';
import { ticketCardWords, ticketTexts } from '../../src/tickets/texts.ts';
import { texts } from '../../tab/texts.ts';

describe('the words of the page', () => {
  it('are those of the cards, where both say the same', () => {
    assert.deepEqual(texts.workloadStates, claimTexts('en').states);
    assert.deepEqual(texts.aspects, claimTexts('en').aspects);
    assert.deepEqual(texts.issues, ticketTexts('en').issues);
    assert.deepEqual(texts.ticketStates, ticketTexts('en').states);
    assert.deepEqual(texts.states, claimListWords('en').states);
    const { audiences, figures } = texts.campaign.share;
    assert.deepEqual(audiences, announcementTexts('en').form.audiences);
    const { sharedBy, read, ...progress } = announcementTexts('en').progress;
    assert.deepEqual({ ...progress, unreachedInAll: 'not reached' }, figures);
    assert.equal(texts.campaign.remindingAll, reportTexts('en').remindingAll);
    const { 'by name alone': _, ...notes } = reportTexts('en').card.notes;
    assert.deepEqual(texts.campaign.notes, notes);
    const named = claimTexts('en').namedOwners;
    assert.deepEqual(
      [texts.namedOwners.confirmed('A', 'a@b'), texts.namedOwners.undo, texts.namedOwners.none],
      [named.confirmed('A', 'a@b'), named.undo, named.none],
    );
    assert.equal(texts.campaign.neverSent, reportTexts('en').card.neverSent);
    assert.deepEqual(texts.topics, ticketTexts('en').topics);
    assert.equal(texts.tickets.handOver.steps, ticketTexts('en').handOver.steps);
    assert.equal(texts.tickets.disassociationDraft, ticketTexts('en').disassociationDraft);
    assert.equal(texts.tickets.stale, ticketTexts('en').stale);
    for (const kind of Object.keys(ticketTexts('en').events) as (keyof ReturnType<typeof ticketTexts>['events'])[])
      assert.equal(texts.tickets.events[kind]('Adele', 'x'), ticketTexts('en').events[kind]('Adele', 'x'));
    const { sendAgain, notDelivered, sendAllAgain } = {
      ...ticketCardWords('en').ticket,
      ...ticketCardWords('en').tickets,
    };
    assert.deepEqual(
      [texts.tickets.sendAgain, texts.tickets.undelivered, texts.tickets.sendAllAgain, texts.tickets.sentAgain],
      [sendAgain, notDelivered, sendAllAgain, ticketTexts('en').sentAgain],
    );
    assert.equal(texts.choose.disassociate, claimCardWords('en').claim.disassociate);
    assert.equal(texts.panel.disassociate, claimCardWords('en').claim.disassociate);
    assert.equal(texts.panel.disassociateHint, claimCardWords('en').claim.disassociateHint);
    const { take, handOver, resolve, change, reopen, withdraw, sendComment } = ticketCardWords('en').ticket;
    assert.deepEqual(texts.tickets.actions, {
      take,
      comment: sendComment,
      'hand over': handOver,
      resolve,
      edit: change,
      withdraw,
      reopen,
    });
    const said = knowledgeTexts('en');
    const { questions } = texts;
    assert.deepEqual(
      [questions.none.open, questions.none.decided, questions.notAsked, questions.whichTopic, questions.stale],
      [said.unansweredNone, said.decidedNone, said.notAsked, said.whichTopic, said.stale],
    );
    assert.deepEqual(
      [questions.attached('x'), questions.dismissed],
      [said.states.attached('x'), said.states.dismissed],
    );
    const { topicThatAnswersIt, chooseATopic, answerWithThisTopic, dismiss, undo } = knowledgeCardWords('en').question;
    assert.deepEqual(
      [questions.topic, questions.chooseTopic, questions.attach, questions.dismiss, questions.undo],
      [topicThatAnswersIt, chooseATopic, answerWithThisTopic, dismiss, undo],
    );
    for (const kind of Object.keys(said.hints) as (keyof typeof said.hints)[])
      assert.equal(questions.hints[kind]('x'), said.hints[kind]('x'));
    assert.deepEqual(texts.panel.documentStates, documentTexts('en').states);
    for (const remark of ['notYours', 'notCounting', 'nobodyEngaged', 'allDone'] as const)
      assert.equal(texts.remarks[remark], claimTexts('en')[remark]);
    for (const kind of Object.keys(documentTexts('en').events) as (keyof ReturnType<typeof documentTexts>['events'])[])
      assert.equal(texts.deeds[kind]('Adele', 'Teams'), documentTexts('en').events[kind]('Adele', 'Teams'));
  });

  it('are those of the buttons of the cards', () => {
    const { claimActions: words } = texts;
    const { claim, 'claim-remove': removal } = claimCardWords('en');
    const withdrawal = documentCardWords('en')['withdraw-poe'];
    assert.deepEqual(
      [words.take, words.remove, words.bringBack, words.download],
      [claim.take, claim.remove, claim.bringBack, claim.download],
    );
    assert.deepEqual(words.marks, {
      confirm: claimTexts('en').confirmTitle['to upload'],
      unconfirm: claim.undoConfirmation,
      'not-engaged': claim.noLongerEngaged,
      engaged: claim.engagedAgain,
    });
    assert.deepEqual(
      [words.wasThere, words.removeHint, words.whyRemove, words.removeClaim, words.keepClaim],
      [
        claimTexts('en').confirmTitle['to collect'],
        removal.whatFollows,
        removal.why,
        removal.removeClaim,
        removal.keepClaim,
      ],
    );
    assert.deepEqual(
      [words.withdraw, words.withdrawHint, words.withdrawFrom, words.whyWithdraw, words.keepDocument],
      [withdrawal.withdraw, withdrawal.whatFollows, withdrawal.fromWhich, withdrawal.why, withdrawal.keep],
    );
  });

  it('are those of the cards about imports', () => {
    const { imports: words } = texts;
    const { 'import-preview': preview, 'import-state': state } = importCardWords('en');
    assert.deepEqual(words.counts, importTexts('en').counts);
    assert.deepEqual(words.undoCounts, undoTexts('en').counts);
    assert.deepEqual({ ...words.rowStates, preview: '' }, undoTexts('en').rowStates);
    for (const kind of ['importing', 'done', 'cancelled', 'failed'] as const)
      assert.equal(words.titles[kind]('x'), importTexts('en')[kind]('x'));
    for (const kind of ['undoing', 'undone'] as const)
      assert.equal(words.titles[kind]('x'), undoTexts('en')[kind]('x'));
    assert.equal(words.latestHint, undoTexts('en').listDetail);
    assert.equal(words.none, undoTexts('en').listTitle(0, 'en'));
    assert.equal(words.byAt('a', 'b'), undoTexts('en').byAt('a', 'b'));
    assert.equal(words.rowCounts('1', '2', '3'), undoTexts('en').rowCounts({ new: 1, changed: 2, same: 3 }, 'en'));
    assert.equal(words.progress('1', '2 claims'), importTexts('en').importingDetail(1, 2, 'en'));
    assert.equal(words.lookedAt('1', '2 claims'), undoTexts('en').undoingDetail(1, 2, 'en'));
    assert.deepEqual(
      [words.encoding, words.encodingHint, words.hiddenRows, words.bad, words.columns, words.columnsHint],
      [
        preview.encoding,
        preview.encodingHint,
        preview.hiddenRows,
        preview.rowsThatCannotBeRead,
        preview.columnsNotRecognised,
        preview.columnsHint,
      ],
    );
    assert.deepEqual(
      [words.import, words.previewAgain, words.asPoe, words.undo, words.undoHint, words.stays],
      [preview.import, preview.previewAgain, preview.fileAsPoe, state.undoThisImport, state.undoHint, state.theseStay],
    );
    assert.equal(words.undoOf('x'), importCardWords('en').imports.undoOf.replace('{file}', 'x'));
  });

  it('are those of the cards about uploads', () => {
    const { uploads: words } = texts;
    const { 'file-poe': card } = poeCardWords('en');
    assert.deepEqual(
      [
        words.claim,
        words.chooseClaim,
        words.anotherClaim,
        words.anotherHint,
        words.workloads,
        words.why,
        words.whyHint,
      ],
      [
        ...[card.claim, card.chooseAClaim, card.orAnother, card.claimTextHint],
        ...[card.workloadsItShows, card.whyAllTheSame, card.whyHint],
      ],
    );
    assert.deepEqual(
      [words.file, words.discard, words.discarded, words.whichClaim, words.chooseWorkloads],
      [
        poeTexts('en').submitFile,
        card.discard,
        poeTexts('en').discarded,
        poeTexts('en').whichClaim,
        poeTexts('en').chooseWorkloads,
      ],
    );
    assert.deepEqual(
      [words.fileTheSure, words.fileAllSure('3')],
      [poeTexts('en').fileSure(1, 'en'), poeTexts('en').fileSure(3, 'en')],
    );
  });

  it('stand in its texts, and nowhere else', () => {
    // Elements hold what is filled in: no word of a sentence stands between two of them.
    for (const file of [
      'app',
      'claims/claims-page',
      'claims/claim-panel',
      'claims/claim-owner',
      'claims/claim-workloads',
      'claims/claim-documents',
      'look/ask-form',
      'imports/imports-page',
      'imports/import-list',
      'imports/import-view',
      'imports/outcome',
      'imports/preview-form',
      'imports/undo-question',
      'uploads/uploads-panel',
      'uploads/upload-form',
      'uploads/drop-hint',
      'uploads/file-button',
      'claims/claim-row',
      'claims/filter-bar',
      'look/notice',
      'look/view-links',
      'campaign/campaign-page',
      'campaign/owners',
      'campaign/over-time',
      'campaign/question-item',
      'campaign/questions',
      'campaign/share-panel',
      'campaign/standing-table',
      'campaign/unowned',
      'tickets/tickets-page',
      'tickets/ticket-list',
      'tickets/ticket-panel',
      'tickets/ticket-form',
      'tickets/hand-over',
    ]) {
      const code = readFileSync(join(import.meta.dirname, `../../tab/${file}.tsx`), 'utf8');
      assert.doesNotMatch(code, />\s*[A-Z][\w’]*(?: [\w’]+)+[.?]?\s*</, file);
    }
  });
});
