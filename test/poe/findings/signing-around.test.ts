/** Places to sign that are told by what stands around them: whose each is, what counts as signed, and which day belongs to it. */
import { holds } from './signing.ts';

describe('a place to sign, by what stands around it', () => {
  describe('whose it is, by what stands around', () => {
    holds({
      'the first words of the company’s name, in a table of roles': [
        'ok',
        'ok',
        `
Role                      Name             Signature        Date
Manager (Contoso)         John Smith       J. Smith         2 June 2020
Sponsor (Müller)          Jane Doe         J. Doe           3 June 2020`,
      ],
      'a person of the same name': [
        'unclear',
        'unclear',
        `
Signature: Hans Müller
Date: 3 June 2020`,
      ],
      'on behalf of the customer, in the next line': [
        'ok',
        'ok',
        `
John Smith, Contoso
We agree to the terms of this letter.
Signed: Jane Doe
For and on behalf of Müller & Söhne GmbH
Dated: 3 June 2020`,
      ],
      'on behalf of the customer, whose own place follows': [
        'missing',
        'missing',
        `
For Contoso
Signed: John Smith
For and on behalf of Müller & Söhne GmbH
Signed: ____________
Dated: ____________`,
      ],
      'a label that names the side of the signer': [
        'ok',
        'ok',
        `
Customer: Müller & Söhne
Supplier: Contoso
Customer name: Jane Doe   Signature: Jane Doe   Date: 3 June 2020`,
      ],
      'two headings that are read as one': [
        'ok',
        'ok',
        `
Hamburg, 3 June 2020
Supplier Customer
J. Smith     J. Doe
gez. Smith   gez. Doe`,
      ],
      'a heading in front of what is confirmed': [
        'ok',
        'ok',
        `
Consultant: John Smith, Contoso
Bestätigung des Kunden: Die Schulung wurde wie vereinbart durchgeführt.
Name: Jane Doe
Unterschrift: Jane Doe
Datum: 3. Juni 2020`,
      ],
      'one who accepts, where the customer is named': [
        'ok',
        'ok',
        `
Customer: Müller & Söhne
Contoso set up the mailboxes.
Accepted by: Jane Doe (Plant IT)
Signature: J. Doe
Date: 3 June 2020`,
      ],
      'one who accepts, and is the partner’s': [
        'unclear',
        'unclear',
        `
Customer: Müller & Söhne
Consultant: Jane Doe
Accepted by: Jane Doe
Signature: J. Doe
Date: 3 June 2020`,
      ],
      'one who did the work, beneath the name of the customer': [
        'unclear',
        'unclear',
        `
Customer: Müller & Söhne
Engineer: John Smith
Signature: John Smith
Date: 3 June 2020`,
      ],
      'one who bears a part of the partner’s name': [
        'ok',
        'ok',
        `
Partner: Contoso Smithson
Customer signature: John Smith
Date: 3 June 2020`,
      ],
      'one who accepts, and another who signs': [
        'unclear',
        'unclear',
        `
Customer: Müller & Söhne
Contoso set up the mailboxes of all five sites and trained their people in two sessions.
Accepted by: Jane Doe
Signature: John Smith
Date: 3 June 2020`,
      ],
    });
  });

  describe('at the end of a letter', () => {
    const letter = (head: string, end: string): string => `
${head}
We confirm that the mailboxes have been moved and that your people have trained ours as agreed.
${end}`;
    const [own, foreign] = [
      'Müller & Söhne GmbH\n3 June 2020\nContoso Ltd',
      'Contoso Ltd\n3 June 2020\nMüller & Söhne',
    ];
    holds({
      'of the customer, the name twice': ['ok', 'ok', letter(own, 'Yours faithfully,\nJane Doe\nJane Doe\nBursar')],
      'of the customer, by hand': ['ok', 'ok', letter(own, 'Yours faithfully,\n{picture}\nJane Doe\nBursar')],
      'of the customer, the name once': [
        'unclear',
        'missing',
        letter(own, 'Yours faithfully,\nJane Doe, Müller & Söhne'),
      ],
      'of the partner, the name twice': [
        'unclear',
        'missing',
        letter(foreign, 'Yours faithfully,\nJane Doe\nJane Doe\nBursar'),
      ],
      'of nobody known, to the customer': [
        'unclear',
        'missing',
        letter('Müller & Söhne GmbH\n3 June 2020', 'Yours faithfully,\n{picture}\nJane Doe\nConsultant'),
      ],
    });
  });

  describe('with a mark of its own kind', () => {
    holds({
      'gez. behind a label, with words in the line above': [
        'ok',
        'ok',
        `
Für den Dienstleister / For the Service Provider      Für den Kunden / For Customer
Unterschrift / Signature: gez. John Smith             Unterschrift / Signature: gez. Jane Doe
Datum / Date: 2. Juni 2020                            Datum / Date: 3. Juni 2020`,
      ],
      'a caption in brackets behind the name': [
        'ok',
        'ok',
        'Sachlich richtig: Jane Doe (Unterschrift Auftraggeber)  Datum: 03.06.2020',
      ],
      'a caption in brackets behind a name over a line': [
        'missing',
        'missing',
        'Jane Doe (Signature of Customer)\n____________________\nDate: 3 June 2020',
      ],
      'a caption in brackets behind a line': [
        'missing',
        'missing',
        '____________ (Unterschrift Auftraggeber)  Datum: ______',
      ],
      'signed electronically, over the name': [
        'ok',
        'ok',
        `
                     Name           Signature                 Date
For the Partner      John Smith     John Smith                2 June 2020
For the Customer     Jane Doe       (signed electronically)   3 June 2020
Müller & Söhne       Jane Doe       Jane Doe`,
      ],
      'a sentence with the name and the day': [
        'ok',
        'ok',
        `
Client : Müller & Söhne
Bon pour réception : signature du client Jane Doe, le 3 juin 2020`,
      ],
      'the name as a caption': ['missing', 'missing', '______________________\nSignature of customer Jane Doe'],
      'a long line that says who signed, for whom and when': [
        'ok',
        'ok',
        'Signed on behalf of the customer by Jane Doe (CIO) on 3 June 2020',
      ],
      'the day in front of who accepted': ['ok', 'ok', 'Accepted on 3 June 2020 by Jane Doe for Müller & Söhne GmbH'],
      'a name that has signed': [
        'ok',
        'ok',
        'Client sign-off\nJane Doe signed this document electronically on 3 June 2020',
      ],
      'somebody who is to sign': ['missing', 'missing', 'To be signed by Jane Doe for Müller & Söhne by 3 June 2020'],
      'a name beneath, with a title and the day': [
        'ok',
        'ok',
        `
Accepted for Müller & Söhne GmbH
Jane Doe
Managing director
3 June 2020`,
      ],
      'a name beneath, over a line and a day': [
        'unclear',
        'ok',
        `
Accepted for Müller & Söhne GmbH
Jane Doe
____________
3 June 2020`,
      ],
      'a name behind a line': ['unclear', 'ok', 'Accepted by customer: ________ Jane Doe   Date: 3 June 2020'],
      'a signatory, over an empty place': [
        'missing',
        'missing',
        'Customer signatory: Jane Doe\nCustomer signature:\nDate:',
      ],
      'a signatory, over a signature': [
        'ok',
        'ok',
        'Customer signatory: Jane Doe\nCustomer signature: J. Doe\nDate: 3 June 2020',
      ],
      'a name between slashes': ['ok', 'ok', 'Customer signature: /Jane Doe/   Date: June 3, 2020'],
      'name and signature in one': ['ok', 'ok', 'Name/Signature (Customer): Jane Doe   Date: June 3, 2020'],
      'name and signature in one, left empty': [
        'missing',
        'missing',
        'Name/Signature (Customer): ________   Date: ________',
      ],
      'on file': ['unclear', 'ok', 'Customer approval     Signature on file\nDate of signature     3 June 2020'],
      'a picture alone beneath the side': [
        'unclear',
        'missing',
        `${'Moved.\n'.repeat(6)}For Müller & Söhne:\n{picture}`,
      ],
      'handwriting beneath the side and the name': [
        'ok',
        'ok',
        `${'Moved.\n'.repeat(6)}Lyon, le 3 juin 2020\nPour le client\nJane Doe\n{ink}`,
      ],
      'labels beside one that has its value': [
        'ok',
        'ok',
        `
Le client prononce la recette définitive.
Nom : Jane Doe                Signature :          Date :
Qualité : Directrice          J. Doe               3 juin 2020`,
      ],
    });
  });

  describe('with its date in another column or row', () => {
    holds({
      'captions in uneven rows': [
        'ok',
        'ok',
        `
Jane Doe                                            3 June 2020
____________________           J. Doe               ____________
Name (Müller & Söhne)          ____________         Date
                               Signature`,
      ],
      'place and day to the left, a place over the other': [
        'ok',
        'ok',
        `
                               /s/ John Smith
Denver, 2 June 2020            ____________________
____________________           Signature of Provider
Place, Date                    John Smith, Contoso
                               /s/ Jane Doe
                               ____________________
Denver, 3 June 2020            Signature of Customer
____________________           Jane Doe, Müller & Söhne
Place, Date`,
      ],
      'in the sentence over both': [
        'ok',
        'ok',
        `
In witness of which both of the parties have signed this contract at Lyon, on 3 June 2020.
Jane Doe                        John Smith
Fdo.: Jane Doe                  Fdo.: John Smith
Müller & Söhne GmbH             Contoso Ltd`,
      ],
      'in a sentence about something else': [
        'ok',
        'missing',
        `
The warranty that is described in this contract and in its annex ends on 3 June 2020.
Fdo.: Jane Doe                  Fdo.: John Smith
Müller & Söhne GmbH             Contoso Ltd`,
      ],
      'beside the partner’s signature alone': [
        'ok',
        'missing',
        `
Signature of Customer           Signature of Supplier
J. Doe                          J. Smith
                                3 June 2020`,
      ],
    });
  });
});
