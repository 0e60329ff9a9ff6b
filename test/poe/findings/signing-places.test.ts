/** Where people sign: each way in which forms set a label, a value, a name and a date beside each other. */
import assert from 'node:assert/strict';
import { holds, states } from './signing.ts';

describe('a place to sign', () => {
  describe('with captions to the right of what was written', () => {
    holds({
      'signed by the customer': [
        'ok',
        'ok',
        `
Signed on behalf of Müller & Söhne GmbH
J. Doe                          (Signature)
Jane Doe                        (Name)
Operations Director             (Title)
2 June 2020                     (Date)`,
      ],
      'left empty': [
        'missing',
        'missing',
        `
Signed on behalf of Müller & Söhne GmbH
                                (Signature)
                                (Name)
                                (Date)`,
      ],
      'with a picture of the signature': [
        'ok',
        'ok',
        `
Por el cliente Müller & Söhne
{picture}                       (Firma)
Ana García                      (Nombre)
2-jun-2020                      (Fecha)`,
      ],
      'not signed, with the name printed': [
        'missing',
        'ok',
        `
Für den Auftraggeber
____________________            (Unterschrift)
Jane Doe                        (Name)
2.6.2020                        (Datum)`,
      ],
    });
  });

  describe('with captions beneath the line', () => {
    holds({
      'place and date at its left': [
        'ok',
        'ok',
        `
Ulm, den 2. Juni 2020           Jane Doe
____________________            ____________________
Ort, Datum                      Unterschrift Auftraggeber
                                Jane Doe, Geschäftsführerin, Müller & Söhne GmbH`,
      ],
      'signed by the partner alone': [
        'missing',
        'missing',
        `
Ulm, den 2. Juni 2020           John Smith
____________________            ____________________
Ort, Datum                      Unterschrift Auftragnehmer
                                John Smith, Contoso
____________________            ____________________
Ort, Datum                      Unterschrift Auftraggeber
                                Jane Doe, Geschäftsführerin, Müller & Söhne GmbH`,
      ],
      'the parties side by side': [
        'ok',
        'ok',
        `
John Smith                      Jane Doe
____________________            ____________________
Signature of the partner        Signature of the customer
1 May 2018                      2 June 2020
____________________            ____________________
Date                            Date`,
      ],
      'the parties side by side, the customer’s empty': [
        'missing',
        'missing',
        `
John Smith
____________________            ____________________
Signature of the partner        Signature of the customer
1 May 2020
____________________            ____________________
Date                            Date`,
      ],
      'without lines': [
        'ok',
        'ok',
        `
Fait à Lyon, le 2 juin 2020     Marie Dupont
Lieu et date                    Signature du client`,
      ],
    });
  });

  describe('with captions one over the other, and lines that are drawn', () => {
    const form = (signed: string, dated: string): string => `
For Müller & Söhne              For Contoso
${signed.padEnd(32)}John Smith
Authorised signature            Authorised signature
Jane Doe                        John Smith
Print name                      Print name
${dated.padEnd(32)}1 May 2020
Date                            Date`;
    holds({
      signed: ['ok', 'ok', form('Jane Doe', '2 May 2020')],
      'with the name printed alone': ['missing', 'missing', form('', '')],
    });
  });

  describe('under the head of a column', () => {
    holds({
      'of one who signs': [
        'ok',
        'ok',
        `
Accepted by                              Signature             Date
Jane Doe, Müller & Söhne                 Jane Doe              2 June 2020`,
      ],
      'with fields as high as pictures': [
        'ok',
        'ok',
        `
Client signature                Print name            Date
{picture}                       Jane Doe              2 June 2020`,
      ],
      'of two who sign': [
        'ok',
        'missing',
        `
                      Name                  Signature             Date
For the partner       John Smith            John Smith            1 June 2020
Contoso               Lead
For the customer      Jane Doe              Jane Doe              1 June 2018
Müller & Söhne        CIO`,
      ],
      'of two, of whom the partner alone has signed': [
        'missing',
        'missing',
        `
                      Name                  Signature             Date
For the partner       John Smith            John Smith            1 June 2020
For the customer      Jane Doe              ___________           ___________`,
      ],
      'of two, of whom the customer has left it blank': [
        'missing',
        'missing',
        `
                      Name                  Signature             Date
For the customer      Jane Doe
For the partner       John Smith            John Smith            1 June 2020`,
      ],
    });
  });

  describe('in a row of its own', () => {
    holds({
      'for both parties, a column each': [
        'ok',
        'ok',
        `
                      Contoso               Müller & Söhne
Name                  John Smith            Jane Doe
Signature             John Smith            Jane Doe
Date                  1 May 2018            2 June 2020`,
      ],
      'for both, signed by the partner alone': [
        'missing',
        'missing',
        `
                      Contoso               Müller & Söhne
Name                  John Smith            Jane Doe
Signature             John Smith            ____________
Date                  1 May 2020            ____________`,
      ],
      'with a label of several words': [
        'ok',
        'ok',
        `
Customer                                      Müller & Söhne
Received and accepted by (signature)          Jane Doe
Name in capitals                              JANE DOE
Date                                          03/04/2020`,
      ],
    });
  });

  describe('beside the name of the company, each in a cell', () => {
    holds({
      signed: [
        'ok',
        'ok',
        `
Nom du signataire               Marie Dupont
Société                         Müller & Söhne
Date                            04/05/20
Signature et cachet             {picture}`,
      ],
      'left blank': [
        'missing',
        'missing',
        `
Nom du signataire               Marie Dupont
Société                         Müller & Söhne
Date
Signature et cachet`,
      ],
    });
  });

  describe('dated by what stands around it', () => {
    holds({
      'by the mark of a service beneath': [
        'ok',
        'ok',
        'Signature: Jane Doe\nJane Doe (May 4, 2020 15:22 GMT+1)\nEmail: jane@mueller-soehne.example\nCompany: Müller & Söhne',
      ],
      'by what is agreed above': [
        'ok',
        'ok',
        `
Le Prestataire                  Le Client
Contoso                         Müller & Söhne
John Smith                      Marie Dupont
Lu et approuvé, le 2 mai 2018   Lu et approuvé, le 4 mai 2020
{picture}                       {picture}`,
      ],
      'in its own line': ['ok', 'ok', 'Customer sign-off: /s/ Jane Doe     Date: 4 May 2020'],
    });
  });

  describe('at the end of a letter', () => {
    const letter = (from: string, to: string): string => `
${from}
12 Quay Street
4 May 2020
${to}
Dear John,
We confirm that Contoso moved all of our showrooms to the cloud.
Yours sincerely,
{picture}
Jane Doe
Chief Operating Officer
${from}`;
    holds({
      'of the customer': ['ok', 'ok', letter('Müller & Söhne', 'Contoso')],
      'of the partner': ['missing', 'missing', letter('Contoso', 'Müller & Söhne')],
    });
  });

  describe('that is none', () => {
    const body = 'The work was carried out as agreed and handed over to the people of the customer.';
    holds({
      'a logo over a contact': [
        'missing',
        'missing',
        `${body}\n{picture}\nCustomer contact: Jane Doe, Müller & Söhne\n2 May 2020`,
      ],
      'a logo over the one whom a report is for': [
        'missing',
        'missing',
        `${body}\nPrepared for Müller & Söhne\n{picture}\nJane Doe\n2 May 2020`,
      ],
      'a list of people': [
        'missing',
        'missing',
        `
Name                  Company               Role
Jane Doe              Müller & Söhne        CIO
John Smith            Contoso               Consultant
Meeting of 4 May 2020`,
      ],
      'the picture of the partner’s signature in the next column': [
        'missing',
        'missing',
        `
Le représentant du client       Le représentant du prestataire
Nom : Jane Doe                  Nom : John Smith
Date :                          Date : 02/05/2020
Signature :
                                Signature :  {picture}`,
      ],
      'the company’s name over the line': [
        'missing',
        'missing',
        `
For the customer                For the supplier
Ostler Marine Müller & Söhne    Contoso
____________________            {picture}
Signature                       Signature
Jane Doe                        John Smith
Name                            Name
                                2 May 2020
Date                            Date`,
      ],
      'the company’s name behind the label': ['unclear', 'missing', 'Customer signature: Müller & Söhne'],
      'the day of the other signer': [
        'missing',
        'missing',
        `
Consultant signature            Client signature
{picture}                       ____________________
John Smith, 28 April 2020`,
      ],
      'the name of the signer in a clause, with an empty line': [
        'missing',
        'missing',
        'Signed by Jane Doe for and on behalf of Müller & Söhne\n____________________\nDate: ____________',
      ],
      'a row of captions for each of two lines of names': [
        'missing',
        'missing',
        `
Cliente: Müller & Söhne         Por el socio: Contoso
Firma:                          Firma:                {picture}
Nombre:   Ana García            Nombre:               John Smith
Fecha:                          Fecha:                2020-05-26`,
      ],
    });
  });

  describe('said in a sentence', () => {
    holds({
      'that names the company and the signer': ['ok', 'ok', 'Signed for Müller & Söhne by Jane Doe on 4 March 2020'],
      'that names the signer, who signs beneath': [
        'ok',
        'ok',
        'Signed by Jane Doe for and on behalf of Müller & Söhne\nJane Doe\n4 May 2020',
      ],
    });
  });

  describe('in fields with their labels above them', () => {
    holds({
      'of which the name is another one': [
        'ok',
        'ok',
        'Customer signature\nJane Doe\nPrinted name\nJane Doe\nDate\n2020-05-04',
      ],
      'left empty': [
        'missing',
        'missing',
        'Customer signature\n____________\nPrinted name\nJane Doe\nDate\n____________',
      ],
      'with one place and day for both sides': [
        'ok',
        'ok',
        `
              EL CLIENTE                    EL PROVEEDOR
              Fdo. Ana García               Fdo. John Smith
Cádiz, 4 de mayo de 2020`,
      ],
    });
  });

  describe('over the name of the side', () => {
    holds({
      'a name, which may be the printed one': [
        'unclear',
        'ok',
        `
The work was carried out as agreed and handed over to the people of the customer.
Bonn, den 4.5.2020              Köln, den 2.5.2018
Jane Doe                        John Smith
Auftraggeber                    Auftragnehmer`,
      ],
      'a picture': [
        'ok',
        'ok',
        `
The work was carried out as agreed and handed over to the people of the customer.
Bonn, den 4.5.2020              Köln, den 2.5.2018
{picture}                       {picture}
Auftraggeber                    Auftragnehmer`,
      ],
    });
  });

  describe('without a label', () => {
    holds({
      'a name over the printed name, the parties side by side': [
        'ok',
        'ok',
        `
The customer confirms the above.
Müller & Söhne                  Contoso Consulting
Jane Doe                        John Smith
Jane Doe, Director              John Smith, Partner
April 30th, 2020                April 28th, 2018`,
      ],
      'a name over the printed name, under headings': [
        'ok',
        'ok',
        `
Por el cliente                  Por el proveedor
Ana García                      John Smith
Ana García, Capitana            John Smith
25 de mayo de 2020              22 de mayo de 2018`,
      ],
      'the printed names alone': [
        'missing',
        'missing',
        `
The customer confirms the above.
Müller & Söhne                  Contoso Consulting
____________________            John Smith
Jane Doe, Director              John Smith, Partner
____________________            April 28th, 2020`,
      ],
      'a picture over the printed name': [
        'ok',
        'ok',
        `
The work was carried out as agreed and handed over to the people of the customer.
For the customer: Müller & Söhne
{picture}
Jane Doe, Director
2 June 2020`,
      ],
      'a stamp alone': [
        'unclear',
        'missing',
        `
The work was carried out as agreed and handed over to the people of the customer.
Signature of the customer
{picture}`,
      ],
    });
  });

  describe('with the words of acceptance as its label', () => {
    holds({
      'accepted by a conformed signature': ['ok', 'ok', 'Accepted: /s/ Jane Doe, Müller & Söhne\nDate: 2020/05/18'],
      'approved, with a name': ['ok', 'ok', 'Approved for the customer: Jane Doe\nDate: 2020-05-18'],
      'read and approved, dated above': [
        'ok',
        'ok',
        'Client : Müller & Söhne\nBon pour accord, le 22 mai 2020\nSignature : Marie Dupont',
      ],
      'gez. behind place and date': ['ok', 'ok', 'Auftraggeber\nUlm, 2. Juni 2020, gez. Hans Meier'],
      'Fdo., with place and date above': [
        'ok',
        'ok',
        'Por el cliente Müller & Söhne\nEn Madrid, a 2 de junio de 2020\nFdo.: Ana García López',
      ],
      'signed, without a colon': ['ok', 'ok', 'Cliente: Müller & Söhne\nFirmado Ana García\n2 de junio de 2020'],
      'a sentence about signed copies': [
        'missing',
        'missing',
        'Customer: Müller & Söhne\nSigned copies are kept by the office.\n2 June 2020',
      ],
      'taken over, whoever it is': [
        'ok',
        'ok',
        'Report on work of Contoso for Müller & Söhne\nReceived and accepted by: Jane Doe\nDate: 2 May 2020',
      ],
      'received, whoever it is': [
        'unclear',
        'unclear',
        'Order of Müller & Söhne to Contoso\nReceived by: John Smith\nDate: 2 May 2020',
      ],
      'accepted, by nobody': [
        'missing',
        'missing',
        'Customer: Müller & Söhne\nAccepted: ____________\nDate: ____________',
      ],
      'accepted deliverables': ['missing', 'missing', 'Customer: Müller & Söhne\nAccepted: 12 sites'],
    });
  });

  describe('whose party is said elsewhere', () => {
    holds({
      'beneath, with the title': ['ok', 'ok', 'Signé : Marie Dupont\nDirectrice, Müller & Söhne\nLe 2 juin 2020'],
      'in the sentence that names the signer': [
        'ok',
        'ok',
        `
Je soussignée, Marie Dupont, directrice de la société Müller & Söhne,
atteste que Contoso a migré les boîtes aux lettres.
À Tours, le 1er mai 2020
Signature : Marie Dupont`,
      ],
      nowhere: [
        'unclear',
        'unclear',
        'Report on work of Contoso for Müller & Söhne\nSignature: Jane Doe\nDate: 2 June 2020',
      ],
      'for the partner': ['missing', 'missing', 'Signed: John Smith\nProject lead, Contoso Consulting\n2 June 2020'],
    });
  });

  describe('beneath “Signed:”', () => {
    holds({
      'a name, and the printed name': [
        'ok',
        'ok',
        'For Müller & Söhne\nSigned:\nJane Doe\nJane Doe, Director\n2 June 2020',
      ],
      'a name, in a message of the customer': [
        'ok',
        'ok',
        `
From: Jane Doe <jane@mueller-soehne.example>
To: John Smith <john@contoso.example>
Date: Tue, 19 May 2020 16:42:08 +0200
Dear John,
I hereby formally accept the deliverables of the project listed below.
Signed:
Jane Doe
Chief Information Officer
19 May 2020`,
      ],
      'a name, which may be the printed one': [
        'unclear',
        'ok',
        'Customer: Müller & Söhne\nSignature:\nJane Doe\nDate: 2 May 2020',
      ],
    });
  });

  describe('in a message of the customer', () => {
    const message = (words: string): string => `
De : Marie Dupont <marie@mueller-soehne.example>
Envoyé : vendredi 12 juin 2020 17:05
À : John Smith
Objet : RE: recette
Monsieur,
${words}`;
    holds({
      'that accepts the work': [
        'ok',
        'ok',
        message('Nous prononçons la réception sans réserve des travaux.\nMarie Dupont'),
      ],
      'that accepts it in German': [
        'ok',
        'ok',
        message('hiermit nehmen wir die Leistungen ohne Vorbehalt ab.\nHans Meier'),
      ],
      'that accepts it in Spanish': [
        'ok',
        'ok',
        message('Damos nuestra conformidad a los trabajos realizados.\nAna García'),
      ],
      'that confirms a receipt': ['unclear', 'ok', message('I confirm receipt of your invoice.\nJane Doe')],
      'that quotes what the partner has signed': [
        'unclear',
        'ok',
        message('Merci !\nMarie\n> Nous confirmons les travaux.\n> Signé : John Smith'),
      ],
      'that quotes it without marks': [
        'unclear',
        'ok',
        message(
          'Merci !\nMarie\n-----Message d’origine-----\nDe : John Smith\nNous confirmons les travaux.\nSigné : John Smith',
        ),
      ],
      'that gives thanks': ['unclear', 'ok', message('Merci beaucoup, tout marche !\nMarie')],
    });
  });

  describe('of words that a form came with', () => {
    holds({
      'a control that nobody filled in': [
        'missing',
        'missing',
        `
Signature du client             Cliquez ici pour entrer du texte.
Date                            Cliquez ici pour entrer une date.`,
      ],
      'one in German': ['missing', 'missing', 'Unterschrift Kunde: Klicken oder tippen Sie hier, um Text einzugeben.'],
      'one in Spanish': ['missing', 'missing', 'Firma del cliente: Haga clic aquí para escribir texto.'],
    });
  });

  it('takes the day at the head of a letter that the customer has signed', () => {
    const letter = (day: string) => `
Müller & Söhne GmbH
Hauptstraße 1
${day}
Dear Mr Smith,
we confirm that Contoso has moved all of our mailboxes as agreed.
Kind regards
Signature: Jane Doe
Müller & Söhne GmbH`;
    assert.equal(states(letter('Ulm, 2 June 2020').trim()), 'ok, ok');
    assert.equal(states(letter('Ulm, 2 June 2018').trim()), 'ok, missing');
  });
});
