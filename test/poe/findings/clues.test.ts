import assert from 'node:assert/strict';
import type { ReadDocument } from '../../../src/documents/document.ts';
import { cluesOf } from '../../../src/poe/findings/clues.ts';
import { matchesOf } from '../../../src/poe/findings/match.ts';
import { DocumentView } from '../../../src/poe/findings/view.ts';

function viewOf(...lines: readonly string[]): DocumentView {
  const document: ReadDocument = {
    pages: [{ number: 1, origin: 'text', lines: lines.map((text) => [{ text, from: 0, to: text.length }]) }],
    gaps: [],
  };
  return new DocumentView(document);
}

describe('what tells which claim a document is for', () => {
  it('is a directory ID, however it is written', () => {
    const { directoryIds } = cluesOf(
      viewOf('Tenant: 368C2652-92b5-44bf-8a95-b5522731218e', 'and 368c265292b544bf8a95b5522731218f'),
    );
    assert.deepEqual(directoryIds, ['368c265292b544bf8a95b5522731218e', '368c265292b544bf8a95b5522731218f']);
  });

  it('is what may be a claim ID, and no year, amount or word', () => {
    const { claimIds } = cluesOf(
      viewOf('Claim CLM-2020/77 of 2020, 1,500 seats at 12.50', 'Reference 9001002003, see page 3'),
    );
    assert.ok(['CLM-2020/77', '9001002003'].every((id) => claimIds.includes(id)));
    for (const none of ['2020', '1', '500', '50', 'page', '3']) assert.ok(!claimIds.includes(none), none);
  });

  it('is first the name of a host and of what stands beside a legal form, then other names', () => {
    const { words } = cluesOf(
      viewOf(
        'Statement of Work',
        'The Project Team met in Berlin on Monday',
        'Nordlicht Versand GmbH',
        'mail: einkauf@fabrikam.example',
      ),
    );
    assert.deepEqual(new Set(words.slice(0, 3)), new Set(['fabrikam', 'nordlicht', 'versand']));
    assert.ok(words.length <= 10);
  });
});

describe('the claims that a document names', () => {
  const view = viewOf(
    'Statement of Work between Trey Research and Fabrikam, Inc.',
    'Contact: it@fabrikam.example',
    'Exchange Online was rolled out to all users; Contoso Pharma was told.',
  );
  const claim = (customer: string, domain: string, ...workloads: string[]) => ({
    customer,
    domain,
    tenantId: undefined,
    workloads,
  });

  it('are told by customer, domain and workloads, each by itself', () => {
    assert.deepEqual(
      matchesOf(view, [
        claim('Fabrikam', 'fabrikam.example', 'Exchange Online', 'Intune'),
        claim('Contoso', 'contoso.example', 'Microsoft Teams'),
        claim('', '', 'Exchange Online'),
      ]),
      [
        { customer: true, tenantOrDomain: true, workloads: ['Exchange Online'] },
        { customer: false, tenantOrDomain: false, workloads: [] },
        { customer: false, tenantOrDomain: false, workloads: ['Exchange Online'] },
      ],
    );
  });
});
