/** What people write by hand into the scan of a form: signatures, and days that cannot be made out. */

import assert from 'node:assert/strict';
import { holds, states } from './signing.ts';

const TITLE = 'Work done for Müller & Söhne GmbH by Contoso Consulting Ltd';

describe('a scan that people wrote on', () => {
  holds(
    {
      'a day that cannot be made out, beside the signature': [
        'ok',
        'unclear',
        `
${TITLE}
Signature of the customer:   {ink}
Date:   {ink}`,
      ],
      'a day of which figures alone were read': [
        'ok',
        'unclear',
        `
${TITLE}
Signature of the customer:   {ink}
Date: 28/1 0/20`,
      ],
      'a name by hand, and no day': [
        'ok',
        'missing',
        `
${TITLE}
Signature of the customer:   {ink}
Name:   {ink}
Date: ________`,
      ],
      'a day behind handwriting that no label tells of': [
        'ok',
        'missing',
        `
${TITLE}
Contoso Consulting: John Smith   13 June 2020
The customer’s representative:   {ink}   Date: 14/01/2019
Name in capitals:`,
      ],
      'signature and name under the customer’s heading, none with a label': [
        'ok',
        'ok',
        `
${TITLE}
All of it was done as agreed.
Le prestataire                Le client
{ink}                         {ink}
John Smith                    {ink}
                              4 juin 2020`,
      ],
      'the one who accepts what another submits': [
        'ok',
        'ok',
        `
${TITLE}
Accepted by:    {ink}   on   2 June 2020
Submitted by:   {ink}   on   30 May 2020`,
      ],
      'place, day and handwriting over a caption of these': [
        'ok',
        'ok',
        `
${TITLE}
Berlin, 2.6.2020   {ink}      Hamburg, 4.6.2020   {ink}
Ort, Datum, Auftragnehmer     Ort, Datum, Auftraggeber`,
      ],
      'a name that the signature parts, at the end of a letter': [
        'ok',
        'ok',
        `
Müller & Söhne GmbH
To Contoso Consulting Ltd
We regard the delivery as accepted.
Yours sincerely,
Jane   {ink}   Doe
Head of IT
Date: 4 June 2020`,
      ],
    },
    'scan',
  );

  it('has no day from the other side’s row', () => {
    const text = `${TITLE}\nFor Contoso: John Smith   13 June 2020\nFor the customer:   {ink}   Date: ________`;
    assert.notEqual(states(text, 'scan').split(', ')[1], 'ok');
  });
});

describe('a name that a mark tells to be signed', () => {
  holds({
    'in brackets': ['ok', 'ok', `${TITLE}\nPour le client\n(signé) Jane Doe\nHambourg, le 3 juin 2020`],
    'as Spanish has it': ['ok', 'ok', `${TITLE}\nFirma del cliente: /f/ Jane Doe\nFecha: 3 de junio de 2020`],
  });
});
