/** The page speaks as the chat does. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { announcementTexts } from '../../src/announcements/texts.ts';
import { claimCardWords, claimTexts } from '../../src/claims/texts.ts';
import { documentCardWords, documentTexts } from '../../src/poe/record/texts.ts';
import { poeCardWords, poeTexts } from '../../src/poe/texts.ts';
import { reportTexts } from '../../src/report/texts.ts';
import { claimListTexts } from '../../src/tab/texts.ts';
import { ticketCardWords, ticketTexts } from '../../src/tickets/texts.ts';
import { texts } from '../../tab/texts.ts';

describe('the words of the page', () => {
  it('are those of the cards, where both say the same', () => {
    assert.deepEqual(texts.workloadStates, claimTexts.states);
    assert.deepEqual(texts.aspects, claimTexts.aspects);
    assert.deepEqual(texts.issues, ticketTexts.issues);
    assert.deepEqual(texts.ticketStates, ticketTexts.states);
    assert.deepEqual(texts.states, claimListTexts.states);
    assert.equal(texts.downloadName('2020-06-30', 'csv'), `${claimListTexts.fileName('2020-06-30')}.csv`);
    const { audiences, figures } = texts.campaign.share;
    assert.deepEqual(audiences, announcementTexts.form.audiences);
    const { sharedBy, read, ...progress } = announcementTexts.progress;
    assert.deepEqual({ ...progress, unreachedInAll: 'not reached' }, figures);
    assert.equal(texts.campaign.remindingAll, reportTexts.remindingAll);
    const { 'by name alone': _, ...notes } = reportTexts.card.notes;
    assert.deepEqual(texts.campaign.notes, notes);
    assert.equal(texts.campaign.neverSent, reportTexts.card.neverSent);
    assert.deepEqual(texts.topics, ticketTexts.topics);
    assert.equal(texts.tickets.handOver.steps, ticketTexts.handOver.steps);
    assert.equal(texts.tickets.disassociationDraft, ticketTexts.disassociationDraft);
    assert.equal(texts.tickets.stale, ticketTexts.stale);
    for (const kind of Object.keys(ticketTexts.events) as (keyof typeof ticketTexts.events)[])
      assert.equal(texts.tickets.events[kind]('Adele', 'x'), ticketTexts.events[kind]('Adele', 'x'));
    const { take, handOver, resolve, change, reopen, withdraw, sendComment } = ticketCardWords.ticket;
    assert.deepEqual(texts.tickets.actions, {
      take,
      comment: sendComment,
      'hand over': handOver,
      resolve,
      edit: change,
      withdraw,
      reopen,
    });
    assert.deepEqual(texts.panel.documentStates, documentTexts.states);
    for (const remark of ['notYours', 'notCounting', 'nobodyEngaged', 'allDone'] as const)
      assert.equal(texts.remarks[remark], claimTexts[remark]);
    for (const kind of Object.keys(documentTexts.events) as (keyof typeof documentTexts.events)[])
      assert.equal(texts.deeds[kind]('Adele', 'Teams'), documentTexts.events[kind]('Adele', 'Teams'));
  });

  it('are those of the buttons of the cards', () => {
    const { claimActions: words } = texts;
    const { claim, 'claim-remove': removal } = claimCardWords;
    const withdrawal = documentCardWords['withdraw-poe'];
    assert.deepEqual(
      [words.take, words.remove, words.bringBack, words.download],
      [claim.take, claim.remove, claim.bringBack, claim.download],
    );
    assert.deepEqual(words.marks, {
      confirm: claimTexts.confirmTitle['to upload'],
      unconfirm: claim.undoConfirmation,
      'not-engaged': claim.noLongerEngaged,
      engaged: claim.engagedAgain,
    });
    assert.deepEqual(
      [words.wasThere, words.removeHint, words.whyRemove, words.removeClaim, words.keepClaim],
      [claimTexts.confirmTitle['to collect'], removal.whatFollows, removal.why, removal.removeClaim, removal.keepClaim],
    );
    assert.deepEqual(
      [words.withdraw, words.withdrawHint, words.withdrawFrom, words.whyWithdraw, words.keepDocument],
      [withdrawal.withdraw, withdrawal.whatFollows, withdrawal.fromWhich, withdrawal.why, withdrawal.keep],
    );
  });

  it('are those of the cards about uploads', () => {
    const { uploads: words } = texts;
    const { 'file-poe': card } = poeCardWords;
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
      [poeTexts.submitFile, card.discard, poeTexts.discarded, poeTexts.whichClaim, poeTexts.chooseWorkloads],
    );
    assert.deepEqual(
      [words.fileTheSure, words.fileAllSure('3')],
      [poeTexts.fileSure(1, 'en'), poeTexts.fileSure(3, 'en')],
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
