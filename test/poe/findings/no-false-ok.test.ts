/** Documents in which the customer has not signed, or nothing tells that they have, however near it looks. */
import assert from 'node:assert/strict';
import { checkDocument } from '../../../src/poe/findings/check.ts';
import { holds } from './signing.ts';

describe('no signature of the customer', () => {
  holds({
    'in a certificate that the partner writes': [
      'unclear',
      'unclear',
      `
Completion Certificate
Customer: Müller & Söhne GmbH
We hereby certify that we, Contoso Consulting Ltd, have completed the migration to Exchange Online.
Signed: /s/ John Smith
Date: 4 June 2020`,
    ],
    'where acceptance is in a heading among other words': [
      'unclear',
      'unclear',
      `
Statement of work and acceptance criteria
Customer: Müller & Söhne GmbH
Provider: Contoso Consulting Ltd
The mailboxes were moved.
Signed: /s/ John Smith
Date: 4 June 2020`,
    ],
    'where “conforme” is “according to”': [
      'unclear',
      'unclear',
      `
Informe de los trabajos
Cliente: Müller & Söhne GmbH
Proveedor: Contoso Consulting Ltd
Los buzones se han movido.
Trabajos conforme al contrato
Firma: /s/ John Smith
Fecha: 4 de junio de 2020`,
    ],
    'where somebody has authority': [
      'unclear',
      'unclear',
      `
Customer: Müller & Söhne GmbH
Provider: Contoso Consulting Ltd
Signing authority: /s/ John Smith
Date: 4 June 2020`,
    ],
    'in a printed name that an electronic signature may stand for': [
      'missing',
      'missing',
      `
For the customer Müller & Söhne GmbH
Name (instead of an electronic signature sign by hand): Jane Doe
Signature: ________
Date: ________`,
    ],
  });

  holds({
    'in a field that waits, beside what the partner has signed': [
      'missing',
      'missing',
      `
Work for Müller & Söhne GmbH by Contoso Consulting Ltd
Partner                    Customer
DocuSigned by:             [[SignHere_2]]
John Smith
3A77F0E1D2B94C0            Date: [[DateSigned_2]]
Date: 6/10/2020`,
    ],
  });

  holds(
    {
      'in a name that is filled in by hand': [
        'unclear',
        'unclear',
        `
Customer
{ink}
Work: the mailboxes of Müller & Söhne GmbH were moved
Customer signature: __________      Date: _______
Technician signature:   {ink}   Date: 4 June 2020`,
      ],
      'in handwriting beside figures that are no date': [
        'unclear',
        'unclear',
        `
For the customer Müller & Söhne GmbH
Signature:   {ink}   Date: 12/345/ABC`,
      ],
    },
    'scan',
  );
});

describe('the name of the customer', () => {
  for (const [customer, text, state] of [
    ['Grupo V, S.A. de C.V.', 'Contrato con Grupo Bimbo, S.A. de C.V.', 'missing'],
    ['Studio L SARL', 'The studio in Lyon', 'missing'],
    ['Clinique de L SAS', 'La clinique du parc', 'missing'],
    ['Puerto Escondido Logistics S. de R.L. de C.V.', 'Cliente: Puerto Escondido Logistics', 'ok'],
    ['Sunnmøre Marine Coatings', 'Prepared for Sunnmore Marine Coatings', 'ok'],
    ['Transportes Quispe Hermanos', 'Cliente: Transportes Quispe Hnos.', 'ok'],
  ] as const) {
    it(`${customer} is ${state === 'ok' ? 'in' : 'not in'} “${text}”`, () => {
      const line = [{ text, from: 0, to: 500 }];
      const { customer: found } = checkDocument(
        { pages: [{ number: 1, origin: 'text', lines: [line] }], gaps: [] },
        { customer, partners: ['Contoso'], workloads: [], today: '2020-06-16' },
      );
      assert.equal(found.state, state);
    });
  }
});
