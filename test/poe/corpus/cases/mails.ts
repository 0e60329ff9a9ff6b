/** Mails with attachments, and threads. */
import type { Block } from '../model.ts';
import { block, line, list, type MakeClaim, type Parts, said, signs, text, title } from './parts.ts';

export function mails(claim: MakeClaim): Parts[] {
  const c = claim(
    'Humongous Insurance',
    'humongousinsurance.example',
    ['Microsoft Teams', 'Exchange Online'],
    'Trey & Lucerne Consulting',
  );
  const thread = claim('Coho Vineyard, Inc.', 'cohovineyard.example', ['SharePoint Online'], 'Proseware, Inc.');
  const french = claim('Crédit Régional du Léman', 'crl-leman.example', ['Intune'], 'Numérique Conseil SAS');
  const done: Block[] = [
    title('Acceptance record'),
    text(`Trey and Lucerne Consulting has worked for Humongous Insurance plc, tenant ${c.tenantId}.`),
    list(
      'Rolled out Teams (Microsoft Teams) to 900 people with floor walking.',
      'Migrated 900 mailboxes to Exchange Online over two weekends.',
    ),
  ];
  const customer = {
    from: 'Megan Bowen <megan.bowen@humongousinsurance.example>',
    to: 'Lee Gu <lee.gu@treylucerne.example>',
  };
  const partner = { from: customer.to, to: customer.from };
  const judged = {
    signature:
      'The customer confirms the work in so many words, from an address of their own, with name and position beneath.',
    date: 'A mail is dated by the day on which it was sent.',
  };
  const note = (words: string): Block[] => [text('Hello Lee,'), text(words), text('Best regards\nMegan Bowen')];
  return [
    {
      kind: 'mail',
      format: 'msg',
      language: 'en',
      claim: c,
      about: 'the signed record is attached as a pdf',
      turn: 2,
      sentOn: '2020-05-06',
      mail: { ...customer, date: '6 May 2020 14:32', subject: 'Signed acceptance record' },
      blocks: note('please find the signed record attached.'),
      attach: {
        name: 'record.pdf',
        blocks: [
          ...done,
          signs(
            block(
              'For Humongous Insurance plc',
              ['Signature:', said('/s/ Megan Bowen')],
              ['Date:', said('5th May 2020')],
            ),
          ),
        ],
      },
    },
    {
      kind: 'mail',
      format: 'msg',
      language: 'en',
      claim: c,
      about: 'the partner sends a record to be signed, as docx',
      turn: 1,
      sentOn: '2020-05-06',
      mail: { ...partner, date: '6 May 2020 14:32', subject: 'Acceptance record for signature' },
      blocks: [
        text('Dear Megan,'),
        text('please sign the attached record and send it back.'),
        text('Best regards\nLee Gu\nTrey and Lucerne Consulting'),
      ],
      attach: {
        name: 'record.docx',
        blocks: [...done, signs(block('For Humongous Insurance plc', ['Signature:', line], ['Date:', line]))],
      },
      findings: { signature: 'missing', date: 'missing' },
    },
    {
      kind: 'mail',
      format: 'msg',
      language: 'en',
      claim: thread,
      about: 'the customer confirms above the request of the partner',
      turn: 1,
      sentOn: '2020-02-25',
      mail: {
        from: 'Grady Archie <grady.archie@cohovineyard.example>',
        to: 'Lee Gu <lee.gu@proseware.example>',
        date: '25 February 2020 09:10',
        subject: 'RE: Please confirm the work of the last quarter',
      },
      blocks: [
        text('Dear Lee,'),
        text(
          'I hereby confirm on behalf of Coho Vineyard that Proseware carried out the work listed below as described.',
        ),
        text('Kind regards,\nGrady Archie\nHead of IT, Coho Vineyard, Inc.'),
        text(
          '-----Original Message-----\nFrom: Lee Gu <lee.gu@proseware.example>\nSent: 24 February 2020 17:02\nTo: Grady Archie\nSubject: Please confirm the work of the last quarter',
        ),
        text(
          'Dear Grady, please confirm: we moved 1.2 TB of files to SPO, built nine team sites and trained the editors.\nLee Gu, Proseware, Inc.',
        ),
      ],
      why: judged,
    },
    {
      kind: 'mail',
      format: 'html',
      language: 'en',
      claim: thread,
      about: 'the partner asks, the customer only acknowledges receipt',
      turn: 2,
      mail: {
        from: 'Grady Archie <grady.archie@cohovineyard.example>',
        to: 'Lee Gu <lee.gu@proseware.example>',
        date: '26 February 2020 09:10',
        subject: 'RE: Please confirm the work of the last quarter',
      },
      blocks: [
        text('Got it, thanks! Will have a look next week.\nGrady'),
        text('-----Original Message-----\nFrom: Lee Gu <lee.gu@proseware.example>\nSent: 24 February 2020 17:02'),
        text(
          'Dear Grady, please confirm for Coho Vineyard: we moved 1.2 TB of files to SharePoint Online, built nine team sites and trained the editors.\nLee Gu, Proseware, Inc.',
        ),
      ],
      findings: { signature: 'unclear' },
      why: { date: 'The message bears the day on which it was sent; what it is worth is said by the signature.' },
    },
    {
      kind: 'mail',
      format: 'msg',
      language: 'fr',
      claim: french,
      about: 'the customer confirms in French, the name of the company in the signature',
      turn: 2,
      sentOn: '2020-04-20',
      mail: {
        from: 'Benoît Carpentier <b.carpentier@crl-leman.example>',
        to: 'Amélie Roux <a.roux@numerique-conseil.example>',
        date: 'lundi 20 avril 2020 10:15',
        subject: 'Confirmation des travaux',
      },
      blocks: [
        text('Bonjour Madame Roux,'),
        text(
          'Je confirme que la société Numérique Conseil a inscrit nos 240 téléphones dans Intune, rédigé les stratégies et formé notre équipe.',
        ),
        text('Bien cordialement,\nBenoît Carpentier\nResponsable informatique\nCREDIT REGIONAL DU LEMAN'),
      ],
      why: judged,
    },
  ];
}
