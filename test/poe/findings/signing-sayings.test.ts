/** Places to sign, by what a document itself says: what it calls its sides, whom it names, and who has signed by a service. */
import { holds } from './signing.ts';

describe('a place to sign, by what the document says', () => {
  describe('whose it is, by what the document calls its sides', () => {
    holds({
      'lines that name both companies': [
        'ok',
        'ok',
        `
Requesting company: Müller & Söhne GmbH
Performing company: Contoso Consulting Ltd
Exchange Online was set up for 300 people in three offices by the team.

For the requesting company           For the performing company
Jane Doe                             John Smith
Signature: J. Doe                    Signature: J. Smith
Date: 3 June 2020                    Date: 2 June 2020`,
      ],
      'such lines, and the partner alone has signed': [
        'missing',
        'missing',
        `
Requesting company: Müller & Söhne GmbH
Performing company: Contoso Consulting Ltd

Requesting company                   Performing company
Signature: ____________              Signature: J. Smith
Date: ____________                   Date: 2 June 2020`,
      ],
      'a definition in brackets': [
        'ok',
        'ok',
        `
This agreement is between Müller & Söhne GmbH (hereinafter the "Operator") and Contoso Consulting Ltd (hereinafter the "Integrator").
Exchange Online was set up for 300 people in three offices by the team of the partner.

The Operator                         The Integrator
Signature: J. Doe                    Signature: J. Smith
Date: 3 June 2020                    Date: 2 June 2020`,
      ],
      'a definition in German': [
        'ok',
        'ok',
        `
zwischen der Müller & Söhne GmbH, Hamburg, nachfolgend „Betreiberin“ genannt,
und der Contoso Consulting Ltd, nachfolgend „Umsetzerin“ genannt

Für die Betreiberin                  Für die Umsetzerin
Unterschrift: J. Doe                 Unterschrift: J. Smith
Datum: 3. Juni 2020                  Datum: 2. Juni 2020`,
      ],
      'defined sides, one over the other': [
        'ok',
        'ok',
        `
zwischen der Müller & Söhne GmbH, Hamburg, nachfolgend „Betreiberin“ genannt,
und der Contoso Consulting Ltd, nachfolgend „Umsetzerin“ genannt

Umsetzerin
Unterschrift: J. Smith
Datum: 2. Juni 2020

Betreiberin
Unterschrift: J. Doe
Datum: 3. Juni 2020`,
      ],
      'a definition in Spanish': [
        'ok',
        'ok',
        `
De una parte, Müller & Söhne GmbH (en adelante, «la Organización»), y de otra, Contoso Consulting Ltd (en adelante, «la Consultora»).

Por la Organización                  Por la Consultora
Fdo.: Jane Doe                       Fdo.: John Smith
3 de junio de 2020                   2 de junio de 2020`,
      ],
      'a definition in French, and an empty place': [
        'missing',
        'missing',
        `
Müller & Söhne GmbH, ci-après dénommée « le Bénéficiaire », et Contoso Consulting Ltd, ci-après « le Réalisateur ».

Le Réalisateur
Signature : John Smith
Date : 2 juin 2020

Le Bénéficiaire
Signature :
Date :`,
      ],
      initials: [
        'ok',
        'ok',
        `
between Müller & Söhne GmbH ("MSG") and Contoso Consulting Ltd ("CCL").

CCL                                  MSG
By: John Smith                       By: Jane Doe
Date: 2 June 2020                    Date: 3 June 2020`,
      ],
      'one side by its definition, the other by a usual word': [
        'ok',
        'ok',
        `
Client: Müller & Söhne GmbH
Consultancy: Contoso Consulting Ltd
Acceptance
Client representative                Consultancy representative
Jane Doe                             John Smith
Signature: J. Doe                    Signature: J. Smith
Date: 3 June 2020                    Date: 2 June 2020`,
      ],
    });
  });

  describe('whose it is, by whom the document names', () => {
    holds({
      'a contact of the customer': [
        'ok',
        'ok',
        `
Client: Müller & Söhne GmbH
Client contact: Jane Doe
Delivered by: Contoso
I accept the work as described above.
Signature: Jane Doe
Date: 3 June 2020`,
      ],
      'people of both companies': [
        'ok',
        'ok',
        `
Project sponsor at Müller & Söhne GmbH: Jane Doe
Project manager at Contoso: John Smith

Signed: Jane Doe, 3 June 2020
Signed: John Smith, 2 June 2020`,
      ],
      'people of both, of whom the partner’s has signed': [
        'missing',
        'missing',
        `
Project sponsor at Müller & Söhne GmbH: Jane Doe
Project manager at Contoso: John Smith

Signed: ____________
Signed: John Smith, 2 June 2020`,
      ],
      'the technician alone': [
        'missing',
        'missing',
        `
Técnico: John Smith
Firma: John Smith
Fecha: 3 de junio de 2020
Cliente: Müller & Söhne
Firma: ____________
Fecha: ____________`,
      ],
      'the technician beside the customer': [
        'ok',
        'ok',
        `
Técnico                              Cliente
Firma: John Smith                    Firma: Jane Doe
Fecha: 3/6/2020                      Fecha: 3/6/2020`,
      ],
    });
  });

  describe('whose it is, by heads and tables', () => {
    holds({
      'heads that reach over two columns each': [
        'ok',
        'ok',
        `
Customer                                    Supplier
3 June 2020   Jane Doe                      2 June 2020   John Smith
Date          Signature                     Date          Signature`,
      ],
      'a heading with a colon further left': [
        'ok',
        'ok',
        `
Für den Auftraggeber:

Hamburg, 03.06.2020     i. A. Jane Doe
Ort, Datum              Unterschrift`,
      ],
      'who signs, and the signature, in columns of their own': [
        'ok',
        'ok',
        `
Party                   Signatory         Signature         Date
Contoso Consulting Ltd  John Smith        J. Smith          2 June 2020
Müller & Söhne GmbH     Jane Doe          J. Doe            3 June 2020`,
      ],
      'who is to sign, in a column of their own': [
        'missing',
        'missing',
        `
Party                   Signatory         Signature         Date
Contoso Consulting Ltd  John Smith        J. Smith          2 June 2020
Müller & Söhne GmbH     Jane Doe`,
      ],
      'a visa': [
        'ok',
        'ok',
        `
Visa du client                 Visa de l'intervenant
Jane Doe                       John Smith
3 juin 2020                    3 juin 2020`,
      ],
    });
  });

  describe('signed by a name that its column parts', () => {
    holds({
      'in one column': [
        'ok',
        'ok',
        `
Role         Name        Signature     Date
Customer     Jane        J. Doe        3 June 2020
             Doe`,
      ],
      'in both columns': [
        'ok',
        'ok',
        `
Role         Name        Signature     Date
Customer     Jane        Jane          3 June 2020
             Doe         Doe
Supplier     John        John          3 June 2020
             Smith       Smith`,
      ],
      'in three lines': [
        'ok',
        'ok',
        `
Parte        Nombre      Firma         Fecha
Cliente      Lucía       Lucía         3 de junio de 2020
             Fernández   Fernández
             Gil         Gil
Proveedor    John        John          3 de junio de 2020
             Smith       Smith`,
      ],
      'two names over one': [
        'ok',
        'ok',
        `
Role         Signature        Date
Customer     Anna Maria       3 June 2020
             Brandstätter
Supplier     John Smith       2 June 2020`,
      ],
      'behind a hyphen': [
        'ok',
        'ok',
        `
Role         Signature        Date
Customer     Jane Müller-     3 June 2020
             Lüdenscheid
Supplier     John Smith       2 June 2020`,
      ],
      'beside its label, as is the day': [
        'ok',
        'ok',
        `
For Müller & Söhne GmbH
Signature    Jane           Date     3 June
             Doe                     2020`,
      ],
      'and the place is empty': [
        'missing',
        'missing',
        `
Role         Name        Signature     Date
Customer     Jane
             Doe
Supplier     John        J. Smith       3 June 2020
             Smith`,
      ],
    });
  });

  describe('in words', () => {
    holds({
      'for the customer by somebody on a day': [
        'ok',
        'ok',
        `
Accepted for Müller & Söhne GmbH by /s/ Jane Doe on 3 June 2020`,
      ],
      'accepted electronically': [
        'ok',
        'ok',
        `
Electronically accepted by Jane Doe (Müller & Söhne GmbH) on 3 June 2020 at 10:12`,
      ],
      'agreed and accepted on a day, over the place': [
        'ok',
        'ok',
        `
AGREED AND ACCEPTED this 3rd day of June, 2020:
Müller & Söhne GmbH
By: /s/ Jane Doe
Name: Jane Doe`,
      ],
      'the day of the document, and no signature': [
        'missing',
        'missing',
        `
Customer acceptance
Name: Jane Doe
Signature: pending
Date: tbd
Document date: 3 June 2020`,
      ],
    });
  });

  describe('in a line for a side', () => {
    holds({
      'that a signature is on file': [
        'unclear',
        'missing',
        `
Für den Kunden: Unterschrift liegt vor
Für Contoso Consulting: John Smith, 2.6.2020`,
      ],
      'with what is written by hand in front': [
        'ok',
        'missing',
        `
Pour le client, bon pour accord : /s/ Jane Doe, directrice
Pour Contoso Consulting : /s/ John Smith, le 2 juin 2020`,
      ],
    });
  });

  describe('by what it is', () => {
    holds({
      'an order, which the buyer authorises': [
        'ok',
        'ok',
        `
PURCHASE ORDER
Supplier       Contoso Consulting Ltd
Buyer          Müller & Söhne GmbH
EXO Plan 1, annual subscription
Authorised by: /s/ Jane Doe
Date: 3 June 2020`,
      ],
      'what the customer certifies': [
        'ok',
        'ok',
        `
Müller & Söhne certifica que la empresa Contoso Consulting ha llevado a cabo los trabajos siguientes en su sede:
Puesta en marcha de Exchange Online para 32 grupos y formación del personal en cuatro tardes.
Hamburgo, a 3 de junio de 2020
La directora
Fdo.: Jane Doe`,
      ],
      'a mail that quotes the partner': [
        'ok',
        'ok',
        `
From: Jane Doe <jane@mueller-soehne.example>
To: abnahme@contoso.example
Sent: 2020-06-03
hiermit erkläre ich für die Müller & Söhne GmbH die Abnahme der erbrachten Leistungen.
gez. Jane Doe, Geschäftsführerin
Hamburg, 3. Juni 2020
Am 02.06.2020 schrieb Contoso Consulting:`,
      ],
      'a mail that asks to sign': [
        'missing',
        'missing',
        `
3 June 2020
To: Müller & Söhne
Hello,
Contoso has completed the migration of your nine mailboxes. Kindly sign and send back the lines below.
John Smith
Customer acceptance
Name: ____ Signature: ____ Date: ____`,
      ],
      'an envelope that is on its way': [
        'missing',
        'missing',
        `
Contoso Consulting Ltd              Müller & Söhne GmbH
DocuSigned by:
John Smith
4D2C99A1E05F43B...                  Sign here
6/2/2020                            Date:
Certificate Of Completion           Status: Sent
John Smith john@contoso.example     DocuSigned by: John Smith
Signed: 6/2/2020 9:03:52 AM
Jane Doe jane@mueller-soehne.example
Sent: 6/2/2020 9:03:55 AM`,
      ],
    });
  });

  describe('that is not the customer’s', () => {
    holds({
      'of one who looks after customers': [
        'missing',
        'missing',
        `
Customer: Müller & Söhne GmbH
Partner: Contoso Consulting Ltd
Customer success manager: John Smith
Signature: John Smith
Date: 3 June 2020`,
      ],
      'of the partner’s people, under what the customer confirms': [
        'missing',
        'missing',
        `
Project manager (Contoso): John Smith
Müller & Söhne confirms that the migration of all mailboxes was done by the team in May 2020.
Signature: John Smith
Date: 3 June 2020`,
      ],
      'of one whom a document was prepared for': [
        'missing',
        'missing',
        `
Statement of work
Prepared for Müller & Söhne GmbH: Jane Doe, 3 June 2020
Contoso will move 300 mailboxes.
Customer signature: ____________   Date: ________`,
      ],
      'of the partner, which the document calls its client': [
        'missing',
        'missing',
        `
This agreement is between Contoso Consulting Ltd (the "Client") and Müller & Söhne GmbH (the "Subcontractor").
The Client                          The Subcontractor
By: John Smith                      By: ____________
Date: 3 June 2020                   Date: ____________`,
      ],
    });
  });

  describe('with a day under the other head', () => {
    holds({
      'which is the partner’s': [
        'unclear',
        'missing',
        `
               Contoso             Board
Name           John Smith          Treasurer
Signature      /s/ John Smith      Signature on file
Date           2 June 2020`,
      ],
    });
  });

  describe('by the report of a service', () => {
    holds({
      'without addresses': [
        'ok',
        'ok',
        `
Certificate Of Completion
Envelope Id: 1B2C3D4E5F6071829304A5B6C7D8E9F0        Status: Completed
Signer Events              Signature              Timestamp
Jane Doe                   DocuSigned by:         Sent: 6/2/2020 9:00:00 AM
Head of IT                 Jane Doe               Viewed: 6/3/2020 9:10:00 AM
Müller & Söhne GmbH        1A2B3C4D5E6F7A8...     Signed: 6/3/2020 9:12:00 AM
Security Level: Email
John Smith                 DocuSigned by:         Sent: 6/2/2020 9:00:00 AM
Contoso Consulting Ltd     John Smith             Signed: 6/2/2020 9:12:00 AM`,
      ],
      'the partner alone, and the customer had a copy': [
        'missing',
        'missing',
        `
Certificate Of Completion
Envelope Id: 1B2C3D4E5F6071829304A5B6C7D8E9F0        Status: Completed
Signer Events              Signature              Timestamp
John Smith                 DocuSigned by:         Sent: 6/2/2020 9:00:00 AM
Contoso Consulting Ltd     John Smith             Signed: 6/2/2020 9:12:00 AM
Carbon Copy Events         Status                 Timestamp
Jane Doe                   COPIED                 Sent: 6/2/2020 9:12:00 AM
Müller & Söhne GmbH`,
      ],
      'with companies in brackets': [
        'ok',
        'ok',
        `
Statement of work - Final Audit Report
Created: 2020-06-02   By: John Smith   Status: Signed   Transaction ID: CBJCHBCAABAA1234
Document created by John Smith (Contoso Consulting Ltd) 2020-06-02 - 9:00:00 AM GMT
Document e-signed by John Smith (Contoso Consulting Ltd)
Signature Date: 2020-06-02 - 9:10:00 AM GMT - Time Source: server
Document e-signed by Jane Doe (Müller & Söhne GmbH)
Signature Date: 2020-06-03 - 9:10:00 AM GMT - Time Source: server
Agreement completed. 2020-06-03`,
      ],
      'as a table': [
        'ok',
        'ok',
        `
Signature Certificate
Signer            Company                      Signed
Jane Doe          Müller & Söhne GmbH          3 June 2020 09:12 UTC
John Smith        Contoso Consulting Ltd       2 June 2020 09:12 UTC
Document completed by all parties on: 3 June 2020`,
      ],
      'as blocks': [
        'ok',
        'ok',
        `
Signature Certificate
Reference number: ABCD-1234
Signer: Jane Doe
Company: Müller & Söhne GmbH
Sent: 2 June 2020 09:00
Viewed: 3 June 2020 09:00
Signed: 3 June 2020 09:12
Signer: John Smith
Company: Contoso Consulting Ltd
Signed: 2 June 2020 09:12
Document completed by all parties on: 3 June 2020`,
      ],
    });
  });
});
