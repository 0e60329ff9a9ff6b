import assert from 'node:assert/strict';
import { LANGUAGES } from '../../src/language/language.ts';
import { bodyOf } from '../../src/tickets/delivery/webhook-delivery.ts';
import { handOver } from '../../src/tickets/hand-over.ts';
import { ticketTexts } from '../../src/tickets/texts.ts';
import { ticketOf } from './fixtures.ts';

const claims = [{ claimId: 'CLM-1', customer: 'Contoso', known: true }];
const draftOf = (language: string) => ticketTexts(language).disassociationDraft;
const sentTo = (ticket: ReturnType<typeof ticketOf>) =>
  (bodyOf(ticket) as { ticket: { description: string } }).ticket.description;

describe('a ticket for Microsoft and for a help-desk system', () => {
  it('says in English what the form wrote in the language of whoever opened it', () => {
    for (const language of LANGUAGES) {
      const leaving = ticketOf(1, { issue: 'disassociation', claims, description: draftOf(language) });
      assert.equal(handOver(leaving).text, handOver({ ...leaving, description: draftOf('en') }).text, language);
      assert.equal(sentTo(leaving), draftOf('en'), language);
      const asked = ticketOf(2, { description: ticketTexts(language).fromQuestion('Was gilt im Juli?') });
      assert.match(handOver(asked).text, /The notice does not answer this: Was gilt im Juli\?/, language);
      assert.match(sentTo(asked), /^The notice does not answer this: Was gilt im Juli\?$/, language);
    }
  });

  it('leaves what people wrote as they wrote it', () => {
    const own = ticketOf(3, { description: 'Wir arbeiten noch mit ihnen.' });
    assert.match(handOver(own).text, /Wir arbeiten noch mit ihnen\./);
    assert.equal(sentTo(own), 'Wir arbeiten noch mit ihnen.');
  });
});
