/** What stands around a place to sign and is none of it: feet of pages, the other side's column, who is named beneath. */
import { holds } from './signing.ts';

describe('a place to sign, among its neighbours', () => {
  describe('over what is of the whole page', () => {
    holds({
      'the foot of the page, which names the partner': [
        'ok',
        'ok',
        `
Übergabe der Leistungen
Projekt: Umzug der Postfächer
Alle Arbeiten sind erledigt.
Auftraggeber Müller & Söhne GmbH          Auftragnehmer Contoso Consulting Ltd
{picture}                                 {picture}
Jane Doe, Leiterin IT                     John Smith
Datum: 3. Juni 2020                       Datum: 2. Juni 2020
Contoso Consulting Ltd | Blatt 1 | gedruckt am 4. Juni 2020`,
      ],
      'the foot beneath names over lines': [
        'ok',
        'ok',
        `
Handover note
All parts of the project are done.
On behalf of Müller & Söhne GmbH          On behalf of Contoso Consulting
                                          Ltd
Jane Doe                                  John Smith
______________________                    ______________________
Jane Doe, Head of IT                      John Smith, Lead
Date: 3 June 2020                         Date: 2 June 2020
Contoso Consulting Ltd - Handover note, version 2`,
      ],
      'a line that tells who did the work': [
        'ok',
        'ok',
        `
Feuille de clôture
Accepté au nom du client – Müller & Söhne GmbH de Hambourg
Signature : /s/ Jane Doe
Nom : Jane Doe (Directrice informatique)
Date : 3 juin 2020
Fournisseur : Contoso Consulting Ltd, John Smith`,
      ],
      'a line that tells who ordered it, beneath the partner’s': [
        'missing',
        'missing',
        `
Closing sheet
Signed off for the contractor – Contoso Consulting Ltd of London
Signature: /s/ John Smith
Name: John Smith (Engineer)
Date: 3 June 2020
Customer: Müller & Söhne GmbH, Jane Doe`,
      ],
    });
  });

  describe('beside the other side’s column', () => {
    holds({
      'a picture alone, beside a name with a day': [
        'unclear',
        'missing',
        `
Informe final
Se entregó todo lo acordado.
El proyecto queda cerrado.
Cliente Müller & Söhne GmbH               Proveedor Contoso Consulting Ltd
{picture}                                 John Smith
                                          John Smith
                                          Fecha: 2 de junio de 2020`,
      ],
      'a picture alone, lower than the name beside it': [
        'unclear',
        'missing',
        `
Minutes of the closing meeting
Everything that was agreed has been handed over.
Nothing is open.
Customer Müller & Söhne GmbH              Supplier Contoso Consulting Ltd
                                          John Smith
                                          John Smith
{picture}                                 Date: 2 June 2020`,
      ],
      'an empty place, beside one that is signed': [
        'missing',
        'missing',
        `
Entrega de los trabajos
Conforme el cliente                       Por la empresa
Fdo.:                                     Fdo.: John Smith
Fecha:                                    Fecha: 2 de junio de 2020`,
      ],
      'both signed under what they confirm': [
        'ok',
        'ok',
        `
Entrega de los trabajos
Conforme el cliente                       Por la empresa
Fdo.: Jane Doe                            Fdo.: John Smith
Fecha: 3 de junio de 2020                 Fecha: 2 de junio de 2020`,
      ],
    });
  });

  describe('with a job that is called as a side is', () => {
    holds({
      'behind the name': [
        'ok',
        'ok',
        `
Timesheet
Signatures
Customer Müller & Söhne GmbH              Supplier Contoso Consulting Ltd
DocuSigned by:                            DocuSigned by:
Jane Doe                                  John Smith
4C8E71A2D90B5F3...                        A17B30CC29D84E6...
Jane Doe, Partner                         John Smith
Date: 3 June 2020                         Date: 2 June 2020`,
      ],
      'under its label': [
        'ok',
        'ok',
        `
Signed by the authorised representatives:
Contoso Consulting Ltd                    Müller & Söhne GmbH
By: /s/ John Smith                        By: /s/ Jane Doe
Its: Project Lead                         Its: Managing Partner
Dated: 2 June 2020                        Dated: 3 June 2020`,
      ],
      'in a row for jobs': [
        'ok',
        'ok',
        `
Recette
               Prestataire                Client
Société        Contoso Consulting Ltd     Müller & Söhne GmbH
Signature      /s/ John Smith             /s/ Jane Doe
Nom            John Smith                 Jane Doe
Fonction       Consultant senior          Associée gérante
Date           le 2 juin 2020             le 3 juin 2020`,
      ],
    });
  });

  describe('in a table whose cells go on in the line beneath', () => {
    const table = (customer: string): string => `
Acta de cierre
Conformidad
Cargo          Nombre      Empresa                   Deci      Firma       Fecha
                                                     sión
Jefe de        John        Contoso Consulting Ltd    Apro      John        2020-0
proyecto       Smith                                 bado      Smith       6-02
${customer}`;
    holds({
      'signed by both': [
        'ok',
        'ok',
        table(`Jefa de        Jane        Müller &                  Apro      Jane        2020-0
sistemas       Doe         Söhne GmbH                bado      Doe         6-03`),
      ],
      'signed long ago by the customer': [
        'ok',
        'missing',
        table(`Jefa de        Jane        Müller & Söhne            Apro      Jane        2018-0
sistemas       Doe         GmbH                      bado      Doe         6-03`),
      ],
      'not signed by the customer': [
        'missing',
        'missing',
        table(`Jefa de        Jane        Müller & Söhne            Pend
sistemas       Doe         GmbH                      iente`),
      ],
    });
  });

  describe('with its day', () => {
    holds({
      'over the column': [
        'ok',
        'ok',
        `
Abnahme / Acceptance
Biel/Bienne, 3. Juni 2020                     Bern, 2. Juni 2020
Unterschrift Kunde / Customer signature:      Unterschrift Partner / Partner signature:
Jane Doe                                      John Smith
Jane Doe, CFO`,
      ],
      'over the other column': [
        'ok',
        'missing',
        `
Abnahme / Acceptance
                                              Bern, 2. Juni 2020
Unterschrift Kunde / Customer signature:      Unterschrift Partner / Partner signature:
Jane Doe                                      John Smith
Jane Doe, CFO`,
      ],
      'going on in the next line': [
        'ok',
        'ok',
        `
Alle Leistungen sind erbracht.
Abgenommen für den Auftraggeber Müller & Söhne GmbH: Jane Doe, Leiterin der IT, 3. Juni
2020`,
      ],
      'as the days of a month': [
        'ok',
        'ok',
        `
Los trabajos están terminados.
En Vigo, a los 3 días del mes de junio de 2020.
Por el cliente, Müller & Söhne GmbH       Por Contoso Consulting Ltd
Fdo.: Jane Doe                            Fdo.: John Smith`,
      ],
    });
  });

  describe('that names the company, over what is signed', () => {
    holds({
      'by a service': [
        'ok',
        'ok',
        `
Firma del proveedor: Contoso Consulting Ltd
Digitally signed by John Smith
Date: 2020.06.02 10:15:00 +02'00'
Firma del cliente: Müller & Söhne GmbH
Digitally signed by Jane Doe
Date: 2020.06.03 10:15:00 +02'00'`,
      ],
      'by the partner alone': [
        'missing',
        'missing',
        `
Unterschrift Kunde: Müller & Söhne GmbH
{unsigned}
Unterschrift Dienstleister: Contoso Consulting Ltd
Digitally signed by John Smith
Date: 2020.06.02 10:15:00 +02'00'`,
      ],
      'in a field that nobody has signed, whatever company is named': [
        'missing',
        'missing',
        `
Customer signature: Woodgrove Lane Homes
{unsigned}`,
      ],
      'with the name behind it': [
        'ok',
        'ok',
        `
Accepted for the client Müller & Söhne GmbH: Jane Doe, VP Operations, 3rd day of June 2020`,
      ],
      'by one who accepts': [
        'ok',
        'ok',
        `
Customer: Müller & Söhne GmbH
Partner: Contoso Consulting Ltd
Accepted: /s/ Jane Doe (CEO), June 3rd, 2020`,
      ],
      'by one who did the work': [
        'unclear',
        'unclear',
        `
Customer: Müller & Söhne GmbH
Partner: Contoso Consulting Ltd
Engineer: John Smith
Accepted: /s/ John Smith, June 3rd, 2020`,
      ],
    });
  });

  describe('with a day that is another’s', () => {
    holds({
      'of the print': [
        'missing',
        'missing',
        `
Customer representative                   Contoso Consulting Ltd
_____________________                     _____________________
Signature                                 Signature
Printed 2 June 2020, page 1 of 1`,
      ],
      'of the print, in German': [
        'ok',
        'missing',
        `
Kunde: Müller & Söhne GmbH
Unterschrift Kunde: Jane Doe
Vertraulich - Druckdatum: 2. Juni 2020`,
      ],
      'of the invoice': [
        'ok',
        'missing',
        `
Signature of the customer: Jane Doe
Invoice date: 2 June 2020`,
      ],
      'over the foot of the page': [
        'ok',
        'ok',
        `
Firma del cliente: Müller & Söhne GmbH
Digitally signed by Jane Doe
Date: 2020.06.03 10:15:00 +02'00'
Contoso Consulting Ltd - impreso el 4 de junio de 2020`,
      ],
    });
  });

  describe('in a deed', () => {
    const deed = (day: string, customer: string): string => `
DEED OF COMPLETION between Contoso Consulting Ltd and Müller & Söhne GmbH
${day}
For Müller & Söhne:     ${customer}
For the Supplier:     ____John Smith____     (Lead)`;
    holds({
      'signed by both': ['ok', 'ok', deed('Signed this 3rd day of June, 2020', '____Jane Doe____     (Head of IT)')],
      'signed by the supplier alone': [
        'missing',
        'missing',
        deed('Signed this ____ day of ____________', '______________________'),
      ],
    });
  });

  describe('set with tabs', () => {
    holds({
      unevenly: [
        'ok',
        'ok',
        `
Die Leistung ist erbracht und gilt als abgenommen.
      gez. John Smith             gez. Jane Doe
      Contoso Consulting Ltd, London      Müller & Söhne GmbH
      2. Juni 2020         3. Juni 2020`,
      ],
    });
  });

  describe('signed by a name in two lines', () => {
    holds({
      'of a service': [
        'ok',
        'ok',
        `
El cliente                                El proveedor
Firmado digitalmente por JANE             Firmado digitalmente por JOHN
DOE - DNI ***4711**                       SMITH
Fecha: 2020.06.03 10:22:11 +02'00'        Fecha: 2020.06.02 09:01:40 +02'00'`,
      ],
      'of a service that is named': [
        'ok',
        'ok',
        `
Für den Auftraggeber                         Für den Auftragnehmer
Elektronisch unterschrieben mit Skribble     Elektronisch unterschrieben mit Skribble
Jane Doe                                     John Smith
03.06.2020 10:22                             02.06.2020 09:01`,
      ],
      'of a service, by its report': [
        'ok',
        'ok',
        `
Certificate Of Completion
Status: Completed
Jane Doe jane@mueller-soehne.example
Signature Adoption: Pre-selected Style
Signed: 3 June 2020 10:22`,
      ],
      'of a service that is named, by the partner alone': [
        'missing',
        'missing',
        `
Client                                    Supplier
                                          Signed electronically with PaperSign
                                          John Smith
                                          2 June 2020 09:01`,
      ],
      'of a service, by the partner alone': [
        'missing',
        'missing',
        `
El cliente                                El proveedor
Firmado digitalmente por:                 Firmado digitalmente por JOHN
                                          SMITH
                                          Fecha: 2020.06.02 09:01:40 +02'00'`,
      ],
    });
  });

  describe('one over the other', () => {
    holds({
      'with the day over each, the customer’s empty': [
        'missing',
        'missing',
        `
Ort, Datum: ______________
Unterschrift Auftraggeber: ______________
Ort, Datum: London, 2. Juni 2020
Unterschrift Auftragnehmer: gez. John Smith`,
      ],
      'with the day over each, the customer’s last': [
        'ok',
        'ok',
        `
Date: 2 June 2018
Signature of the supplier: /s/ John Smith
Date: 3 June 2020
Signature of the customer: /s/ Jane Doe`,
      ],
      'with the day beneath each, the customer’s empty': [
        'missing',
        'missing',
        `
Les travaux sont terminés.
Signature du technicien : John Smith
Date : 2 juin 2020
Signature du client :
Date :`,
      ],
      'with no day for the customer': [
        'ok',
        'missing',
        `
The work is done.
Signature of the engineer: John Smith
Date: 2 June 2020
Signature of the customer: Jane Doe`,
      ],
      'with the day of the document over it': [
        'ok',
        'missing',
        `
Date: 2 June 2020
Signature of the customer: Jane Doe
Date: ____________`,
      ],
      'beneath who handed it over': [
        'missing',
        'missing',
        `
Por Müller & Söhne GmbH
Nombre: Jane Doe
Firma:
Fecha:
Entregado por
Nombre: John Smith
Firma: John Smith
Fecha: 2 de junio de 2020`,
      ],
      'of two who sign for the customer': [
        'ok',
        'ok',
        `
Alle Leistungen sind erbracht.
Müller & Söhne GmbH
Hamburg, den 3. Juni 2020
ppa. Jane Doe          i. V. Hans Meier
Jane Doe               Hans Meier`,
      ],
    });
  });

  describe('under one place and day for both sides', () => {
    const letter = (customer: string): string => `
En Madrid, a 3 de junio de 2020
${customer}          Fdo. John Smith
Por el cliente               Por el proveedor`;
    holds({
      'signed by both': ['ok', 'ok', letter('Fdo. Jane Doe      ')],
      'signed by the partner alone': ['missing', 'missing', letter('Fdo. ..............')],
    });
  });

  describe('beneath the close of a letter', () => {
    const letter = (side: string): string => `
Madrid, 3 de junio de 2020
Contoso Consulting Ltd
Por la presente, Müller & Söhne GmbH hace constar que ustedes trasladaron todos los buzones de la empresa a la nube.
Atentamente,
${side}
Jane Doe
Lic. Jane Doe, Directora`;
    holds({
      'with the side that signs': ['ok', 'missing', letter('Por el cliente')],
      'with the other side': ['missing', 'missing', letter('Por el proveedor')],
    });
  });

  describe('among people who are named', () => {
    holds({
      'as those who get a copy, beneath one of nobody known': [
        'unclear',
        'unclear',
        `
Report of the work
/s/ John Smith
John Smith, Lead
2 June 2020
Copy to: Müller & Söhne GmbH, Jane Doe`,
      ],
      'as those who were asked to sign': [
        'unclear',
        'missing',
        `
DocuSign Envelope ID: 1B2C3D4E-0000-4000-8000-123456789ABC
Certificate Of Completion
Status: Sent
Jane Doe jane@mueller-soehne.example Sent: 3 June 2020
John Smith john@contoso.example Signed: 2 June 2020`,
      ],
      'as those who sign for a company': [
        'ok',
        'ok',
        `
Signed by John Smith for and on behalf of Contoso Consulting Ltd on 2 June 2020
Signed by Jane Doe for and on behalf of Müller & Söhne GmbH on 3 June 2020`,
      ],
      'as those who sign for the partner alone': [
        'missing',
        'missing',
        `
Signed by John Smith for and on behalf of Contoso Consulting Ltd on 2 June 2020`,
      ],
    });
  });

  describe('in rows of German forms', () => {
    const table = (customer: string): string => `
Rolle            Name          Firma                     Unterschrift       Datum
Auftragnehmer    John Smith    Contoso Consulting Ltd    gez. John Smith    02.06.2020
Auftraggeber     Jane Doe      Müller & Söhne GmbH       ${customer}`;
    const captions = (customer: string): string => `
${customer}
Ort, Datum                 Unterschrift Auftraggeber
London, 2. Juni 2020       gez. John Smith
Ort, Datum                 Unterschrift Auftragnehmer`;
    holds({
      'signed by both': ['ok', 'ok', table('gez. Jane Doe      03.06.2020')],
      'still to be signed': ['missing', 'missing', table('ausstehend         –')],
      'over their captions': ['ok', 'ok', captions('Hamburg, 3. Juni 2020      gez. Jane Doe')],
      'over their captions, empty': ['missing', 'missing', captions('____________________       ______________')],
    });
  });

  describe('near days that are no signature’s', () => {
    holds({
      'of the next review': [
        'ok',
        'missing',
        `
Signature of the customer: /s/ Jane Doe
Next review: 10 June 2020`,
      ],
      'of the report': [
        'ok',
        'missing',
        `
Report of 3 June 2020
Signature of the customer: /s/ Jane Doe`,
      ],
      'of the contract, in French': [
        'ok',
        'missing',
        `
Contrat du 3 juin 2020
Signature du client : /s/ Jane Doe`,
      ],
      'over a picture beside a signed place': [
        'unclear',
        'missing',
        `
Alles ist fertig.
Nichts ist offen.
Die Arbeit ist getan.
Auftraggeber           Auftragnehmer
{picture}              gez. John Smith
______________         ______________
Datum:                 Datum: 02.06.2020`,
      ],
    });
  });

  describe('that is empty', () => {
    holds({
      'over the day on which the page was printed': [
        'missing',
        'missing',
        `
Feuille de clôture
Client Müller & Söhne GmbH                Prestataire Contoso Consulting Ltd
Signature : . . . . . . . . . .           Signature : . . . . . . . . . .
Date de signature : . . . . . .           Date de signature : . . . . . .
Extrait du portail le 4 juin 2020`,
      ],
      'over the place of somebody who is not known': [
        'unclear',
        'unclear',
        `
Übergabe der Leistungen
Alle Arbeiten sind erledigt.
Unterschrift Kunde                        [hier unterschreiben]
Unterschrift Nordlicht                    gez. John Smith, 2. Juni 2020`,
      ],
      'beneath one who has prepared it for a company that is not known': [
        'missing',
        'missing',
        `
Acceptance note
Tenant: mueller-soehne.example
Acceptance
1. Drawn up by John Smith, Tailspin Toys – /s/ John Smith – 2 June 2020
2. Accepted by Müller & Söhne GmbH – ____________`,
      ],
    });
  });

  describe('beneath the mark of a service', () => {
    holds({
      'a side with its company in front of the name': [
        'ok',
        'ok',
        `
Abschluss der Arbeiten
Elektronisch signiert mit d.velop sign (AES)
Auftraggeber Müller & Söhne GmbH: Jane Doe, Leiterin IT
Unterzeichnet am: 3. Juni 2020
Elektronisch signiert mit d.velop sign (AES)
Auftragnehmer Contoso Consulting Ltd: John Smith
Unterzeichnet am: 2. Juni 2020`,
      ],
      'the partner’s alone': [
        'missing',
        'missing',
        `
Closing sheet
Signed electronically with Dropbox Sign
Supplier Contoso Consulting Ltd: John Smith
Date signed: 2 June 2020`,
      ],
    });
  });

  describe('with a name between strokes', () => {
    holds({
      'right behind its label': [
        'ok',
        'ok',
        `
Hoja de firmas
Cliente Müller & Söhne GmbH
Firma /Jane Doe/
Firmado el 3 de junio de 2020`,
      ],
      'that is none': [
        'missing',
        'missing',
        `
Closing sheet
Customer Müller & Söhne GmbH
Signature /s/
Date signed`,
      ],
    });
  });
});
