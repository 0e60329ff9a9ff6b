import assert from 'node:assert/strict';
import { textLines } from '../../../src/documents/text-lines.ts';
import { checkDocument } from '../../../src/poe/findings/check.ts';
import type { ClaimToCheck, FindingState } from '../../../src/poe/findings/finding.ts';

const CLAIM: ClaimToCheck = {
  customer: 'Trey Research',
  domain: 'treyresearch.example',
  tenantId: '368c2652-92b5-44bf-8a95-b5522731218e',
  workloads: ['Exchange Online'],
  partners: ['Contoso Consulting'],
  today: '2020-06-16',
};

describe('who signs where no label tells', () => {
  const WHO = { ok: 'the customer', missing: 'the partner', unclear: 'open' };
  const holds = (
    state: FindingState,
    what: string,
    said: string,
    head = 'Customer: Trey Research\nPartner: Contoso Consulting',
  ) =>
    it(`is ${WHO[state]}: ${what}`, () => {
      const lines = textLines(`${head}\n${said}\nSignature: Jane Doe\nDate: 12 May 2020`);
      const { signature, date } = checkDocument({ pages: [{ number: 1, origin: 'text', lines }], gaps: [] }, CLAIM);
      assert.deepEqual([signature.state, date.state], [state, state]);
    });

  holds('ok', 'who accepts the work', 'We accept the work.');
  holds('ok', 'who accepts it in German', 'Wir nehmen die Leistung ab.');
  holds('ok', 'who accepts it in French', 'Nous acceptons les travaux.');
  holds('ok', 'who accepts it in Spanish', 'Damos nuestra conformidad.');
  holds('unclear', 'who accepts an order', 'We accept the service order.');
  holds('unclear', 'who is told that it is accepted', 'The work is done.');
  const letter = 'Trey Research, treyresearch.example';
  holds(
    'ok',
    'who confirms what another company has done',
    'I certify that the company Contoso Consulting moved all mail.',
    letter,
  );
  holds(
    'ok',
    'whose own mail was moved',
    'Wir bestätigen, dass Contoso Consulting unsere Postfächer umgezogen hat.',
    letter,
  );
  holds('unclear', 'who may confirm the own work', 'We confirm that Contoso Consulting moved your mailboxes.', letter);
  holds(
    'missing',
    'who writes under the head of the partner',
    'We confirm that Contoso Consulting moved our mailboxes.',
    'Contoso Consulting',
  );
});
