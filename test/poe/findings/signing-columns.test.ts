/** Places to sign as forms of four languages lay them out: headings and captions, names that are broken, and marks of services. */
import { holds } from './signing.ts';

describe('a place to sign, by how forms lay it out', () => {
  describe('with the side beneath each place', () => {
    const protocol = (end: string): string => `
Abnahmeprotokoll
Auftraggeber: Müller & Söhne GmbH, Hafenstraße 1, Hamburg
Auftragnehmer: Contoso Consulting Ltd, London
Die Migration wurde am 28.05.2020 abgeschlossen und die Abnahme wird hiermit erklärt.
${end}`;
    holds({
      'signed by both': [
        'ok',
        'ok',
        protocol(`
Hamburg, den 3. Juni 2020                 London, den 2. Juni 2020
gez. Jane Doe                             gez. John Smith
_________________________                 _________________________
Auftraggeber                              Auftragnehmer`),
      ],
      'signed by the partner alone': [
        'missing',
        'missing',
        protocol(`
____________, den ___________             London, den 2. Juni 2020
                                          gez. John Smith
_________________________                 _________________________
Auftraggeber                              Auftragnehmer`),
      ],
      'one over the other, the customer’s last and empty': [
        'missing',
        'missing',
        protocol(`
gez. John Smith
Auftragnehmer
Unterschrift: ______________
Auftraggeber`),
      ],
      'over which the next side’s heading follows': [
        'missing',
        'missing',
        protocol(`
Für den Auftragnehmer
gez. John Smith
Für den Auftraggeber
Name: Jane Doe
Unterschrift:`),
      ],
      'the company in brackets beneath a line with the name': [
        'ok',
        'ok',
        protocol(`
Hamburg, den 3. Juni 2020
Jane Doe                                John Smith
......................                  ......................
(Müller & Söhne GmbH)                   (Contoso Consulting Ltd)`),
      ],
    });
  });

  describe('with “lu et approuvé”', () => {
    holds({
      'over the name, the day over both sides': [
        'ok',
        'ok',
        `
Maître d’ouvrage : Müller & Söhne GmbH
Prestataire : Contoso Consulting Ltd
Fait à Lyon, le 3 juin 2020, en deux exemplaires
Pour le Maître d’ouvrage                 Pour le Prestataire
Lu et approuvé                           Lu et approuvé
Jane Doe                                 John Smith
Signature                                Signature`,
      ],
      'beneath the label that asks for it': [
        'ok',
        'ok',
        `
Je soussignée, Jane Doe, agissant en qualité de DSI de Müller & Söhne GmbH, prononce la réception des travaux.
Fait à Lyon, le 3 juin 2020
Signature (précédée de la mention « lu et approuvé »)
Lu et approuvé
Jane Doe`,
      ],
      'over the day': [
        'ok',
        'ok',
        `
Le donneur d’ordre,
Müller & Söhne GmbH
représentée par Mme Jane Doe
Bon pour accord
Le 3 juin 2020
Jane Doe
Le prestataire,
Contoso Consulting Ltd
Le 2 juin 2020
John Smith`,
      ],
      'over the name of who is to sign': [
        'missing',
        'missing',
        `
Pour le client Müller & Söhne GmbH
Lu et approuvé
Nom : Jane Doe
Signature : ____________
Date : ____________`,
      ],
    });
  });

  describe('that names who signs', () => {
    const form = (end: string): string => `
Client: Müller & Söhne GmbH
Supplier: Contoso Consulting Ltd
${end}`;
    holds({
      'signed beneath, with the day': [
        'ok',
        'ok',
        form('Accepted for the client by: Jane Doe\nSignature: Jane Doe\nDate: 3 June 2020'),
      ],
      'empty beneath': [
        'missing',
        'missing',
        form('Accepted for the client by: Jane Doe\nSignature: ____________\nDate: ____________'),
      ],
      'empty beside': ['missing', 'missing', form('Accepted for the client by: Jane Doe     Signature: ____________')],
      'in a question': [
        'ok',
        'ok',
        form(`
7. Who confirms this on the customer side?
Name: Jane Doe           Title: CIO
Signature: /s/ Jane Doe
Date: 3 June 2020`),
      ],
      'in a row of minutes': [
        'ok',
        'ok',
        form(`
Approved for the customer (Müller & Söhne GmbH)     Jane Doe       Date: 3 June 2020
Written by (Contoso Consulting Ltd)                 John Smith     Date: 2 June 2020`),
      ],
      'in a row of minutes, where nobody has approved': [
        'missing',
        'missing',
        form(`
Approved for the customer (Müller & Söhne GmbH)     pending        Date:
Written by (Contoso Consulting Ltd)                 John Smith     Date: 2 June 2020`),
      ],
      'beneath the signature, with the day': [
        'ok',
        'ok',
        form('Services received and accepted:\nJane Doe\nCustomer: Jane Doe, 3 June 2020'),
      ],
      'beneath nothing': ['missing', 'missing', form('Services received and accepted:\nCustomer: Jane Doe')],
      'beneath the signature, with a label for the day': [
        'ok',
        'ok',
        form('Read and agreed (customer):\nJane Doe\nJane Doe – Date: 3 June 2020'),
      ],
      'with a label of its own, so that the name beneath “Signature” is no printed one': [
        'ok',
        'ok',
        form('Name (Customer): Jane Doe\nSignature (Customer):\nJane Doe\nDate: 3 June 2020'),
      ],
    });
  });

  describe('in narrow columns', () => {
    holds({
      'a name broken over two lines': [
        'ok',
        'ok',
        `
Role            Company            Name            Signature      Date
Sponsor         Müller & Söhne     Jane Doe        Jane           3 June 2020
                                                   Doe
Consultant      Contoso            John Smith      ________       ________`,
      ],
      'a broken name over its caption': [
        'ok',
        'ok',
        `
3 June 2020     Jane                  Jane Doe
                Doe
____________    ____________________  ____________
Date            Signature Customer    Name`,
      ],
      'an empty line over the printed name, where the other side has signed': [
        'missing',
        'missing',
        `
Signature – Prestataire / Partner        Signature – Client / Customer
John Smith                               ………………………
John Smith                               Jane Doe
Date / Date: 02/06/2020                  Date / Date:`,
      ],
      'a caption for place and day, at the left of the one to sign': [
        'ok',
        'ok',
        `
Madrid, a 3 de junio de 2020      Jane Doe
(lugar, fecha)                    (Firma Cliente: Jane Doe)
__________________________        ………………………
(lugar, fecha)                    (Firma Proveedor)`,
      ],
    });
  });

  describe('with a mark of a service', () => {
    holds({
      'of the partner, over the customer’s empty place': [
        'missing',
        'missing',
        `
For the Supplier
Digitally signed by John Smith
Date: 2020.06.03 10:12:01 +02'00'
For the Customer
Signature: ____________
Date: ____________`,
      ],
      'of the partner, in a report that also tells to whom it was sent': [
        'missing',
        'missing',
        `
Acceptance - Final Audit Report
Status:             Out for signature
Document e-signed by John Smith (john.smith@contoso.example)
Signature Date: 2020-06-02 - 10:00:30 AM GMT - Time Source: server
Document emailed to Jane Doe (jane.doe@mueller-soehne.example) for signature
2020-06-02 - 10:01:00 AM GMT`,
      ],
      'in a table with more heads than labels': [
        'ok',
        'ok',
        `
Signature log
Müller & Söhne GmbH
Signed by                    Signed on                   Quality
Jane Doe                     03.06.2020 10:12 CEST       AES
jane.doe@mueller-soehne.example`,
      ],
      'of the partner, where the customer has only looked': [
        'missing',
        'missing',
        `
Certificate Of Completion
Envelope Id: 0123456789ABCDEF0123456789ABCDEF       Status: Delivered
Signer Events                    Signature                   Timestamp
John Smith                                                   Sent: 6/2/2020 10:00:00 AM
john.smith@contoso.example                                   Viewed: 6/2/2020 10:01:00 AM
Consultant                                                   Signed: 6/2/2020 10:02:00 AM
Jane Doe                                                     Sent: 6/2/2020 10:00:00 AM
jane.doe@mueller-soehne.example                              Viewed: 6/3/2020 9:00:00 AM`,
      ],
      'with the time behind the day': [
        'ok',
        'ok',
        'Customer approval\nApproved electronically by Jane Doe, Müller & Söhne GmbH, on 3 June 2020, 10:12 CET',
      ],
    });
  });

  describe('of both sides, who stand twice', () => {
    const agreement = (end: string): string => `
Acceptance Agreement between Müller & Söhne GmbH and Contoso Consulting Ltd
Signed by both parties in London on 3 June 2020.
${end}`;
    holds({
      'over their companies': [
        'ok',
        'ok',
        agreement(`
Jane Doe                       John Smith
Jane Doe                       John Smith
Müller & Söhne GmbH            Contoso Consulting Ltd`),
      ],
      'of whom the customer’s stands once': [
        'missing',
        'missing',
        agreement(`
_______________                John Smith
Jane Doe                       John Smith
Müller & Söhne GmbH            Contoso Consulting Ltd`),
      ],
    });
  });

  describe('in a message of somebody without an address', () => {
    const message = (words: string): string => `
Von: Jane Doe
Gesendet: 3. Juni 2020 10:14
An: John Smith <smith@contoso.example>
Betreff: RE: Leistungsnachweis
Hallo John,
${words}
Jane Doe`;
    holds({
      'who thanks the partner': ['unclear', 'ok', message('super Arbeit, vielen Dank an alle!')],
      'who confirms to the partner': ['unclear', 'ok', message('hiermit bestätige ich die Leistungen.')],
    });
  });

  describe('with headings, captions and days', () => {
    holds({
      'in two columns of labels with their values': [
        'ok',
        'ok',
        `
SIGN-OFF SHEET
The undersigned confirm that the services listed above were delivered.
On behalf of the Client                  On behalf of the Supplier
Signed: Jane Doe                         Signed: John Smith
Position: CIO                            Position: Director
Dated: 3 June 2020                       Dated: 2 June 2020`,
      ],
      'in two columns, the customer’s with what the template asks for': [
        'missing',
        'missing',
        `
SIGN-OFF SHEET
On behalf of the Client                  On behalf of the Supplier
Signed: [Client signature]               Signed: John Smith
Position: [title]                        Position: Director
Dated: [date]                            Dated: 2 June 2020`,
      ],
      'day and name over one caption for both': [
        'ok',
        'ok',
        `
Leistungsbestätigung
Wir bestätigen, dass die Contoso Consulting Ltd folgende Leistungen erbracht hat:
Migration nach Exchange Online, Schulung der Mitarbeiter
03.06.2020, Jane Doe
Datum, Unterschrift Auftraggeber`,
      ],
      'in rows that begin with the day, the customer’s without one': [
        'ok',
        'missing',
        `
Die Arbeiten wurden ordnungsgemäß ausgeführt.
Datum: __________     Name: Jane Doe     Unterschrift Kunde: J. Doe
Datum: 02.06.2020     Name: John Smith   Unterschrift Techniker: J. Smith`,
      ],
      'in rows that begin with the day, the technician’s alone': [
        'missing',
        'missing',
        `
Die Arbeiten wurden ordnungsgemäß ausgeführt.
Datum: 02.06.2020     Name: John Smith   Unterschrift Techniker: J. Smith
Datum: __________     Name: Jane Doe     Unterschrift Kunde: _________`,
      ],
      'in a table whose first column says what each does': [
        'ok',
        'ok',
        `
Visas
                 Nom              Société                   Date          Signature
Rédigé par       John Smith       Contoso Consulting        01/06/2020    J. Smith
Approuvé par     Jane Doe         Müller & Söhne GmbH       03/06/2020    J. Doe`,
      ],
      'in such a table, where the customer is only named': [
        'missing',
        'missing',
        `
Visas
                 Nom              Société                   Date          Signature
Rédigé par       John Smith       Contoso Consulting        01/06/2020    J. Smith
Approuvé par     Jane Doe         Müller & Söhne GmbH`,
      ],
      'beneath a sentence that says where and when it is signed': [
        'ok',
        'ok',
        `
CERTIFICADO
D.ª Jane Doe, en calidad de directora de sistemas de Müller & Söhne GmbH,
CERTIFICA que Contoso Consulting Ltd ha realizado los trabajos indicados.
Y para que conste, firmo en Madrid, a 3 de junio de 2020.
Fdo.: Jane Doe`,
      ],
      'over each other, the customer’s last and empty': [
        'missing',
        'missing',
        `
Provider
Company      Contoso Consulting Ltd
Name         John Smith
Signature    J. Smith
Date         2 June 2020
Customer
Company      Müller & Söhne GmbH
Name         Jane Doe
Signature
Date`,
      ],
      'with labels that say whose each is, and months between strokes': [
        'ok',
        'ok',
        `
Customer representative (print): Jane Doe
Customer representative signature: Jane Doe
Date signed: 03/Jun/2020
Contractor representative (print): John Smith
Contractor representative signature: John Smith
Date signed: 02/Jun/2020`,
      ],
      'of the partner, over the heading of the customer’s empty part': [
        'missing',
        'missing',
        `
Supplier confirmation
gez. John Smith
London, 2 June 2020

Customer
Name: Jane Doe
Signature:`,
      ],
      'with captions beneath, over which the customer’s line is empty': [
        'missing',
        'missing',
        `
_________________________
Auftraggeber
gez. John Smith, 02.06.2020
_________________________
Auftragnehmer`,
      ],
      'with captions beneath, of which the customer’s line is the last': [
        'missing',
        'missing',
        `
London, den 02.06.2020
gez. John Smith
_________________________
(Dienstleister)
____________, den ________
_________________________
(Kunde)`,
      ],
      'side by side, where only the right one is signed': [
        'missing',
        'missing',
        `
Customer                                 Supplier
Signature:                               Signature:
                                         John Smith
Name: Jane Doe                           Name: John Smith
Date:                                    Date: 2 June 2020`,
      ],
      'side by side, each with its day, the customer’s empty': [
        'missing',
        'missing',
        `
Customer signature      Date          Supplier signature     Date
                                      John Smith             2 June 2020`,
      ],
      'side by side, each with its day': [
        'ok',
        'ok',
        `
Customer signature      Date          Supplier signature     Date
Jane Doe                3 June 2020   John Smith             2 June 2020`,
      ],
      'over the partner’s, which has the day': [
        'ok',
        'missing',
        `
Customer signature: Jane Doe
Supplier signature: John Smith
Date: 2 June 2020`,
      ],
      'beside the partner’s, the day beneath both': [
        'ok',
        'ok',
        `
Customer signature: Jane Doe          Supplier signature: John Smith
Date: 3 June 2020`,
      ],
    });
  });

  describe('that is none', () => {
    holds({
      'names that stand twice over their companies': [
        'unclear',
        'missing',
        `
Contacts
Jane Doe        John Smith
Jane Doe        John Smith
Müller & Söhne GmbH     Contoso Consulting Ltd`,
      ],
      'who is still to approve': [
        'missing',
        'missing',
        `
Attendees: Jane Doe (Müller & Söhne), John Smith (Contoso)
To be approved by the customer       Jane Doe       Date: 3 June 2020`,
      ],
      'people of both sides': [
        'unclear',
        'missing',
        `
Meeting participants
John Smith
Jane Doe
Client: Jane Doe, Müller & Söhne GmbH
Supplier: John Smith, Contoso`,
      ],
      'whom a document is for': [
        'missing',
        'missing',
        `
Prepared for
Jane Doe
Jane Doe, CIO, Müller & Söhne GmbH
3 June 2020`,
      ],
      'who is still to sign': [
        'missing',
        'missing',
        `
Customer: Müller & Söhne GmbH
To be signed by: Jane Doe`,
      ],
    });
  });

  describe('that are filled in by one side, or by both', () => {
    holds({
      'with the day over each, the customer’s empty': [
        'missing',
        'missing',
        `
For the Client
Date:
Signature:
For the Supplier
Date: 2 June 2020
Signature: John Smith`,
      ],
      'in the name of each side, the customer’s empty': [
        'missing',
        'missing',
        `
Im Namen des Kunden:
________________________
(Unterschrift)
Im Namen des Dienstleisters:
John Smith, London, den 02.06.2020
(Unterschrift)`,
      ],
      'of whom one is still waited for': [
        'missing',
        'missing',
        `
Signé électroniquement par John Smith (Contoso) le 02/06/2020 à 10:12
En attente de signature : Jane Doe (Müller & Söhne GmbH)`,
      ],
      'in a table of two columns of labels': [
        'ok',
        'ok',
        `
Customer                                      Partner
Name       Jane Doe                           Name       John Smith
Title      CIO                                Title      Director
Signature  /s/ Jane Doe                       Signature  /s/ John Smith
Date       2020-06-03                         Date       2020-06-02`,
      ],
      'in a table of two columns of labels, the customer’s empty': [
        'missing',
        'missing',
        `
Partner                                       Customer
Name       John Smith                         Name       Jane Doe
Signature  /s/ John Smith                     Signature
Date       2020-06-02                         Date`,
      ],
      'that is still pending': [
        'missing',
        'missing',
        `
Pending signature by: Jane Doe (Müller & Söhne GmbH)`,
      ],
    });
  });
});
