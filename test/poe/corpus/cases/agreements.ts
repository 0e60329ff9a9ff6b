/** Orders, contracts and records whose scope or parties are out of the ordinary, and wrong files. */
import { struck } from '../render/word-objects.ts';
import { block, fields, heading, line, list, type MakeClaim, type Parts, said, signs, text, title } from './parts.ts';

export function agreements(claim: MakeClaim): Parts[] {
  const nda = claim('Wide World Importers', 'wideworldimporters.example', ['Exchange Online'], 'Proseware, Inc.');
  const invoice = claim('Woodgrove Bank AG', 'woodgrovebank.example', ['Exchange Online'], 'Relecloud GmbH');
  const server = claim('Coho Vineyard, Inc.', 'cohovineyard.example', ['Exchange Online'], 'Proseware, Inc.');
  const near = claim(
    'Adventure Works Cycles',
    'adventure-works.example',
    ['Dynamics 365 Sales'],
    'Trey & Lucerne Consulting',
  );
  const phases = claim(
    'City Power & Light',
    'cpandl.example',
    ['Exchange Online', 'Intune'],
    'Tailspin IT Services Ltd.',
  );
  const both = claim('Contoso Pharma GmbH', 'contosopharma.example', ['SharePoint Online'], 'Relecloud GmbH');
  const narrow = claim(
    'Lamna Healthcare',
    'lamnahealth.example',
    ['Yammer', 'Power BI'],
    'Proseware, Inc.',
    '2021-02-26',
  );
  const edges = claim('Humongous Insurance', 'humongousinsurance.example', ['Microsoft Teams'], 'Proseware, Inc.');
  const look = claim('Coho Vineyard, Inc.', 'cohovineyard.example', ['Azure AD Premium'], 'Proseware, Inc.');
  const planned = claim(
    'Wide World Importers',
    'wideworldimporters.example',
    ['OneDrive for Business'],
    'Tailspin IT Services Ltd.',
  );
  const bilingual = claim(
    'Müller & Söhne Straßenbau GmbH',
    'mueller-soehne.example',
    ['Exchange Online', 'Microsoft Teams'],
    'Relecloud GmbH',
  );
  const deleted = claim('City Power & Light', 'cpandl.example', ['SharePoint Online', 'Intune'], 'Proseware, Inc.');
  const part = claim('Fabrikam Énergie SA', 'fabrikam-energie.example', ['Intune'], 'Numérique Conseil SAS');
  const { tenantId } = narrow;
  return [
    {
      kind: 'sow',
      format: 'pdf',
      language: 'en',
      claim: nda,
      about: 'a non-disclosure agreement, signed and dated: the wrong file',
      blocks: [
        title('Mutual non-disclosure agreement'),
        text(
          'This agreement is made between Wide World Importers and Proseware, Inc. Each party keeps secret what it learns of the other.',
        ),
        list(
          'Confidential information is marked as such.',
          'The obligation ends three years after disclosure.',
          'Any exchange of documents is recorded.',
        ),
        signs(
          block(
            'Wide World Importers',
            ['By:', said('Megan Bowen')],
            ['Title:', said('General Counsel')],
            ['Date:', said('27 February 2020')],
          ),
          block('Proseware, Inc.', ['By:', said('Lee Gu')], ['Date:', said('28 February 2020')]),
        ),
      ],
      findings: { tenantOrDomain: 'missing', activities: 'missing', workloads: { 'Exchange Online': 'missing' } },
    },
    {
      kind: 'report',
      format: 'pdf',
      language: 'de',
      claim: invoice,
      about: 'an invoice for licences: the wrong file',
      blocks: [
        title('Rechnung 2020-0417'),
        text('Relecloud GmbH\nRechnungsempfänger: Woodgrove Bank AG'),
        text('Rechnungsdatum: 17.04.2020'),
        {
          is: 'table',
          rows: [
            ['Pos.', 'Artikel', 'Menge', 'Betrag'],
            ['1', 'Lizenz Exchange Online (Plan 1)', '250', '900,00 EUR'],
            ['2', 'Lizenz Visio Plan 2', '10', '131,00 EUR'],
          ],
        },
        text('Zahlbar innerhalb von 14 Tagen. Diese Rechnung ist ohne Unterschrift gültig.'),
      ],
      findings: { tenantOrDomain: 'missing', signature: 'missing', date: 'missing', activities: 'missing' },
      why: { activities: 'Licences were sold; no work is described.' },
    },
    {
      kind: 'sow',
      format: 'docx',
      language: 'en',
      claim: server,
      about: 'the product for own servers, not the online one',
      blocks: [
        title('Statement of Work: server maintenance'),
        text('Proseware, Inc. maintains the servers of Coho Vineyard, Inc. (cohovineyard.example).'),
        list(
          'Applied the cumulative updates to Exchange Server 2013 on premises and tested the failover.',
          'Renewed the certificates of the load balancer.',
        ),
        signs(
          block('For Coho Vineyard, Inc.', ['Signature:', said('Grady Archie')], ['Date:', said('April 22, 2020')]),
        ),
      ],
      findings: { workloads: { 'Exchange Online': 'missing' } },
      why: { 'workloads.Exchange Online': 'Exchange Server on premises is another product than Exchange Online.' },
    },
    {
      kind: 'acceptance',
      format: 'pdf',
      language: 'en',
      claim: near,
      about: 'a sister product of the claimed one',
      blocks: [
        title('Certificate of acceptance'),
        fields(
          ['Customer', 'Adventure Works Cycles'],
          ['Tenant ID', near.tenantId],
          ['Partner', 'Trey and Lucerne Consulting'],
        ),
        list(
          'Configured Dynamics 365 Customer Service with queues and routing rules and trained 60 agents.',
          'Sales figures are reported by the old system until further notice.',
        ),
        signs(
          block(
            'Accepted for Adventure Works Cycles',
            ['Signed:', said('/s/ Isaiah Langer')],
            ['Date:', said('2020-01-29')],
          ),
        ),
      ],
      findings: { workloads: { 'Dynamics 365 Sales': 'missing' } },
    },
    {
      kind: 'sow',
      format: 'docx',
      language: 'en',
      claim: phases,
      about: 'one workload in this order, the other in a later one',
      blocks: [
        title('Project Order'),
        text(
          'City Power and Light orders the following from Tailspin IT Services Limited. Customer domain: cpandl.example',
        ),
        heading('Phase 1 – part of this order'),
        list('Moved 640 mailboxes to Exchange Online and retired the old relay.'),
        heading('Phase 2 – not part of this order'),
        list('Intune'),
        signs(
          block(
            'For City Power and Light',
            ['Signature:', said('Miriam Graham, IT Director')],
            ['Date:', said('18 December 2019')],
          ),
          block('For Tailspin IT Services', ['Signature:', said('Patrick Hines')], ['Date:', said('19 December 2019')]),
        ),
      ],
      findings: { workloads: { 'Exchange Online': 'ok', Intune: 'missing' } },
    },
    {
      kind: 'report',
      format: 'docx',
      language: 'en',
      claim: both,
      about: 'two companies of one group, the claimed one among them',
      blocks: [
        title('Quarterly report'),
        text(
          'Relecloud reports to Contoso Retail GmbH and Contoso Pharma GmbH. The intranet of both companies lies in one tenant.',
        ),
        text(`Tenant of Contoso Pharma: ${both.tenantId}`),
        list(
          'Built 14 team sites in SharePoint Online for Contoso Pharma and trained the editors.',
          'Contoso Retail follows next year.',
        ),
        signs(
          block('Contoso Retail GmbH', ['Signature:', line], ['Date:', line]),
          block('Contoso Pharma GmbH', ['Signature:', said('Jürgen Weiß')], ['Date:', said('20 May 2020')]),
        ),
      ],
    },
    {
      kind: 'report',
      format: 'pdf',
      language: 'en',
      claim: narrow,
      turn: 4,
      about: 'the tenant ID breaks over two lines of a narrow cell',
      blocks: [
        title('Engagement summary'),
        {
          is: 'table',
          rows: [
            ['Customer', 'Tenant', 'Partner'],
            ['Lamna Healthcare', `${tenantId.slice(0, 19)}\n${tenantId.slice(19)}`, 'Proseware'],
          ],
        },
        list(
          'Opened Yammer to 2,300 nurses, ran a launch campaign and trained 40 champions.',
          'Built eleven reports in PBI and handed them over to the controllers.',
        ),
        signs(
          block(
            'Lamna Healthcare',
            ['Signature:', { is: 'ink', name: 'Diego Siciliani' }],
            ['Name:', said('Diego Siciliani')],
            ['Date:', said('Jan 21, 2021')],
          ),
        ),
      ],
    },
    {
      kind: 'report',
      format: 'docx',
      language: 'en',
      claim: edges,
      header: 'Humongous Insurance',
      footer: 'Proseware, Inc. | humongousinsurance.example',
      about: 'the names stand in header and footer alone',
      blocks: [
        title('Service report'),
        list(
          'Rolled out Microsoft Teams to all branches and moved 310 telephone numbers.',
          'Held office hours twice a week for two months.',
        ),
        signs(block('For the customer', ['Signature:', said('Megan Bowen')], ['Date:', said('14 May 2020')])),
      ],
    },
    {
      kind: 'letter',
      format: 'html',
      language: 'en',
      claim: look,
      about: 'a domain that only begins like the claimed one, and another tenant',
      blocks: [
        text('Coho Vineyard, Inc.'),
        text(
          'We confirm that Proseware, Inc. set up AAD P1 for us: conditional access for 900 people and self-service reset of passwords.',
        ),
        text('Contact: g.archie@cohovineyard.example.hosting.example, www.mycohovineyard.example'),
        signs(block('Coho Vineyard, Inc.', ['Signed:', said('Grady Archie')], ['Date:', said('3rd March 2020')])),
      ],
      findings: { tenantOrDomain: 'missing' },
    },
    {
      kind: 'sow',
      format: 'pdf',
      language: 'en',
      claim: planned,
      about: 'a signed statement of work in the future tense',
      blocks: [
        title('STATEMENT OF WORK'),
        text(
          'Tailspin IT Services Ltd. will perform the following services for Wide World Importers (tenant wideworldimporters.example).',
        ),
        list(
          'The contractor will move the home drives of 1,100 people to OneDrive for Business.',
          'The contractor will train the help desk and provide hypercare for ten days.',
        ),
        signs(
          block(
            'Wide World Importers',
            ['Authorized signature:', said('/s/ Jane Doerr')],
            ['Date:', said('26-Nov-2019')],
          ),
          block(
            'Tailspin IT Services Ltd.',
            ['Authorized signature:', said('/s/ Lee Gu')],
            ['Date:', said('26-Nov-2019')],
          ),
        ),
      ],
      why: {
        activities: 'Statements of work speak of what will be done; a signed one is what the guidance recommends.',
      },
    },
    {
      kind: 'sow',
      format: 'pdf',
      language: 'de',
      claim: bilingual,
      about: 'a contract in two languages, side by side',
      blocks: [
        title('Vertrag / Agreement'),
        {
          is: 'columns',
          left: [
            text('Relecloud GmbH erbringt für die Müller & Söhne Straßenbau GmbH folgende Leistungen.'),
            list(
              'Umzug von 420 Postfächern nach Exchange Online',
              'Einführung von Microsoft Teams auf den Baustellen mit Schulung der Poliere',
            ),
            text('Domäne: mueller-soehne.example'),
          ],
          right: [
            text('Relecloud GmbH provides the following services to Müller & Söhne Straßenbau GmbH.'),
            list(
              'Migration of 420 mailboxes to Exchange Online',
              'Roll-out of Microsoft Teams on the construction sites and training of the foremen',
            ),
            text('Domain: mueller-soehne.example'),
          ],
        },
        signs(
          block(
            'Auftraggeber / Customer',
            ['Unterschrift / Signature:', said('Karin Vogt')],
            ['Datum / Date:', said('05.08.2019')],
          ),
          block(
            'Auftragnehmer / Contractor',
            ['Unterschrift / Signature:', said('Thomas Brandt')],
            ['Datum / Date:', said('06.08.2019')],
          ),
        ),
      ],
      why: { date: 'Dots and a German document: the day stands first, the fifth of August 2019.' },
    },
    {
      kind: 'sow',
      format: 'docx',
      language: 'en',
      claim: deleted,
      about: 'a workload that was struck out while changes were tracked',
      edit: struck,
      blocks: [
        title('Statement of Work'),
        text('Proseware supports City Power & Light, cpandl.example.'),
        list('Built the intranet in SharePoint Online and moved 2 TB of files.', 'STRUCK Enrolled phones in Intune.'),
        signs(block('City Power & Light', ['Signature:', said('Patrick Hines')], ['Date:', said('February 20, 2020')])),
      ],
      findings: { workloads: { 'SharePoint Online': 'ok', Intune: 'missing' } },
    },
    {
      kind: 'acceptance',
      format: 'pdf',
      language: 'fr',
      claim: part,
      about: 'a part of a workload is excluded, the rest was delivered',
      blocks: [
        title('Procès-verbal de recette'),
        text('Prestataire : Numerique Conseil. Client : Fabrikam Energie, fabrikam-energie.example'),
        list(
          "Inscription de 380 téléphones dans Intune et formation de l'équipe d'assistance.",
          'Hors périmètre : la gestion des postes macOS par Intune.',
        ),
        signs(
          block(
            'Pour le client',
            ['Signature :', { is: 'ink', name: 'Hélène Garnier' }],
            ['Nom :', said('Hélène Garnier')],
            ['Date :', said('1er avril 2020')],
          ),
        ),
      ],
      why: {
        'workloads.Intune':
          'What is excluded is one use of the product; the product itself was delivered, in so many words.',
      },
    },
  ];
}
