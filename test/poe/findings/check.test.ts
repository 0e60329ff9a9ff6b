import assert from 'node:assert/strict';
import { datesIn } from '../../../src/documents/dates.ts';
import type { Line, ReadDocument } from '../../../src/documents/document.ts';
import { textLines } from '../../../src/documents/text-lines.ts';
import { checkDocument } from '../../../src/poe/findings/check.ts';
import type { ClaimToCheck, FindingState } from '../../../src/poe/findings/finding.ts';
import { isRecent } from '../../../src/poe/findings/recent.ts';

const CLAIM: ClaimToCheck = {
  customer: 'Müller & Söhne GmbH',
  domain: 'mueller-soehne.example',
  tenantId: '368c2652-92b5-44bf-8a95-b5522731218e',
  workloads: ['Exchange Online', 'Microsoft Teams'],
  partners: ['Contoso Consulting Ltd', 'Contoso'],
  today: '2020-06-16',
};

/** Lines of text; a wide gap parts columns. */
const documentOf = (text: string, more: readonly Line[] = []): ReadDocument => ({
  pages: [{ number: 1, origin: 'text', lines: [...textLines(text), ...more] }],
  gaps: [],
});
const check = (text: string, claim: Partial<ClaimToCheck> = {}) =>
  checkDocument(documentOf(text), { ...CLAIM, ...claim });

/** Rows of `[state, text]`. */
type Rows = readonly (readonly [FindingState, string])[];
const holds = (rows: Rows, stateOf: (text: string) => FindingState): void => {
  for (const [state, text] of rows) {
    it(`${state}: ${text.replace(/\s*\n\s*/g, ' ⏎ ')}`, () => assert.equal(stateOf(text), state));
  }
};

describe('the findings of a POE', () => {
  describe('customer', () => {
    holds(
      [
        ['ok', 'Customer: Müller & Söhne GmbH'],
        ['ok', 'Kunde Mueller und Soehne, Berlin'],
        ['ok', 'für die MULLER & SOHNE AG haben wir'],
        ['ok', 'work for Müller\n& Söhne in 2020'],
        ['ok', 'Müller & Söhne’s tenant'],
        ['ok', 'les travaux d’Müller & Söhne'],
        ['missing', 'Customer: Müller GmbH'],
        ['missing', 'Customer: Müller & Söhne Logistik GmbH'],
        ['missing', 'Customer: Alte Müller & Söhne GmbH'],
        ['missing', 'mail to info@mueller-soehne.example'],
      ],
      (text) => check(text).customer.state,
    );
  });

  describe('customer of one word', () => {
    holds(
      [
        ['ok', 'The Fabrikam Exchange migration'],
        ['ok', 'For Fabrikam Inc. by Contoso'],
        ['missing', 'Customer: Fabrikam Residences Ltd'],
        ['missing', 'Customer: Fabrikam Bank'],
        ['missing', 'Customer: New Fabrikam'],
        ['missing', 'see www.fabrikam.com'],
      ],
      (text) => check(text, { customer: 'Fabrikam, Inc.' }).customer.state,
    );
  });

  describe('tenant or domain', () => {
    holds(
      [
        ['ok', 'Tenant: 368C2652-92B5-44BF-8A95-B5522731218E'],
        ['ok', 'Tenant: 368c265292b544bf8a95b5522731218e'],
        ['ok', 'Tenant: {368c2652-92b5-44bf-\n8a95-b5522731218e}'],
        ['ok', 'jane@mueller-soehne.example wrote'],
        ['ok', 'https://www.mueller-soehne.example/about'],
        ['missing', 'Tenant: 368c2652-92b5-44bf-8a95-b5522731218f'],
        ['missing', 'mail.mueller-soehne.example.org and neue-mueller-soehne.example'],
        ['missing', 'Müller & Söhne'],
      ],
      (text) => check(text).tenantOrDomain.state,
    );
  });

  describe('a workload: Exchange Online', () => {
    holds(
      [
        ['ok', 'We migrated 400 mailboxes to Exchange Online.'],
        ['ok', 'EXO hybrid was configured.'],
        ['ok', '☒ Exchange Online  ☐ SharePoint Online'],
        ['ok', 'Exchange Online [x]'],
        ['ok', 'SharePoint Online, Exchange and Teams were rolled out.'],
        ['ok', 'Exchange Online was migrated; SharePoint Online is out of scope.'],
        ['ok', 'All but Yammer was done: Exchange Online, Teams.'],
        ['ok', 'Out of scope: Yammer\nIn scope: Exchange Online'],
        ['ok', 'Exchange Online          Yes\nYammer          No'],
        ['missing', 'An exchange of letters took place.'],
        ['missing', 'Exchange of letters'],
        ['missing', '☐ Exchange Online  ☒ SharePoint Online'],
        ['missing', '[ ] Exchange Online'],
        ['missing', 'Exchange Online is out of scope.'],
        ['missing', 'Exchange Online is not part of this project.'],
        ['missing', 'Everything except Exchange Online was moved.'],
        ['missing', 'Out of scope:\n- Yammer\n- Exchange Online'],
        ['missing', 'Exchange Online ist nicht Bestandteil des Projekts.'],
        ['missing', 'Nicht Bestandteil\nDie Migration nach Exchange Online ist nicht Bestandteil dieses Auftrags.'],
        ['missing', 'OUTOFSCOPE\nExchange Online migration\nHardware'],
        ['missing', 'Exchange Online est hors périmètre.'],
        ['missing', 'Exchange Online queda fuera del alcance.'],
        ['missing', 'Exchange Online          No'],
        ['missing', 'Exchange Online Protection was tuned.'],
        ['missing', 'The move to Exchange Online was put off; no work was done on it.'],
        ['missing', 'Die Umstellung auf Exchange Online wurde verschoben; dazu wurden keine Arbeiten ausgeführt.'],
        ['missing', 'La mise en service d’Exchange Online a été reportée ; aucun travail n’a été mené.'],
        ['missing', 'El paso a Exchange Online se ha aplazado; no se prestó ningún servicio.'],
        ['missing', 'Exchange Online is not part of this engagement and will be offered in a letter of its own.'],
        ['missing', 'Nicht bestellt: Exchange Online (Position 3 des Angebots).'],
        ['missing', 'Not done this time: Exchange Online (the board decides in autumn).'],
        [
          'missing',
          '- SharePoint sites were built for the teams of all branches in the north\nOut of scope: Exchange Online.',
        ],
        ['ok', '- The mailboxes of all branches in the north were moved to Exchange Online\nOut of scope: Yammer.'],
        ['ok', 'Mailboxes were moved to Exchange Online; no work was done on Yammer.'],
        ['ok', 'Das Postfach wurde nach Exchange Online verschoben.'],
        ['unclear', 'Exchange Online is planned for next year.'],
        ['missing', 'Exchange Online was considered and rejected by the board.'],
        ['missing', 'Exchange Online: non retenu, trop cher'],
        ['missing', 'Exchange Online wird nicht weiterverfolgt.'],
        ['missing', 'Removed: mailbox migration to Exchange Online.'],
        ['ok', 'We configured Exchange Online so that users are not prompted for passwords.'],
        ['ok', 'Exchange Online was deployed and messages were not delayed.'],
        ['ok', 'Rules were set up in Exchange Online so that spam is rejected.'],
        ['ok', 'Exchange Online wurde so eingerichtet, dass Anhänge nicht blockiert werden.'],
        ['ok', 'Nous avons migré 200 boîtes vers Exchange Online et elles n’ont pas été endommagées.'],
        ['ok', 'The mailboxes were migrated to Exchange Online in the second phase.'],
        ['ok', 'Outlook\nExchange Online was connected for 200 users on 4 May.'],
        ['ok', 'Microsoft 365 E3, option Exchange Online, was rolled out and configured.'],
      ],
      (text) => check(text).workloads[0]?.finding.state ?? 'missing',
    );
  });

  it('leaves open what is drawn by hand in a scan without a place to sign', () => {
    const lines: Line[] = [
      ...textLines('Acceptance\nThe work is done.'),
      [{ text: '', from: 100, to: 300, mark: { kind: 'ink' } }],
    ];
    const { signature } = checkDocument({ pages: [{ number: 1, origin: 'scan', lines }], gaps: [] }, CLAIM);
    assert.equal(signature.state, 'unclear');
  });

  describe('a workload that was not worked on, or that others name', () => {
    const holdsFor = (workload: string, rows: Rows): void =>
      holds(rows, (text) => check(text, { workloads: [workload] }).workloads[0]?.finding.state ?? 'missing');
    holdsFor('Exchange Online', [
      ['missing', 'Exchange Online was evaluated but not implemented.'],
      ['missing', 'Exchange Online has not been rolled out.'],
      ['missing', 'Exchange Online wurde bisher nicht eingerichtet.'],
      ['missing', 'Exchange Online n’a pas été déployé.'],
      ['missing', 'Exchange Online no se ha desplegado.'],
      ['missing', 'Exchange Online: no'],
      ['missing', 'Exchange Online – n. a.'],
      ['missing', 'Exchange Online (dropped)'],
      ['missing', 'Exchange Online is handled by another supplier.'],
      ['ok', 'Not only Exchange Online but Intune was set up.'],
      ['ok', 'Exchange Online was set up, but the old public folders of two sites were not migrated.'],
      ['ok', 'Exchange Online: no downtime in the migration of 300 mailboxes'],
    ]);
    holdsFor('Exchange Online', [
      ['missing', 'Not part of this order\nExchange Online, Intune.'],
      ['missing', 'The mail of all sites, including Exchange Online and the gateways, is out of scope.'],
      ['missing', 'Exchange Online : non demandé, non installé'],
    ]);
    holdsFor('Microsoft Teams', [
      ['missing', 'Talks with the Montage-Teams of all sites'],
      ['missing', 'Anwenderschulung in zwei Teams'],
      ['ok', 'KW 44     Teams für Übergaben zwischen den Häusern'],
    ]);
    holdsFor('Defender for Office 365', [['ok', 'Activación de Microsoft Defender para Office 365']]);
    holdsFor('Information Protection', [
      ['ok', 'Azure Information Protection labels for contracts'],
      ['missing', 'agreed with the information protection committee'],
    ]);
    holdsFor('Advanced Threat Protection', [['ok', 'Onboarded 118 PCs to Defender for Endpoint']]);
    holdsFor('SharePoint Online', [['missing', 'The SharePoint 2016 farm was upgraded on premises.']]);
    holdsFor('Microsoft Viva', [['ok', 'Viva Engage communities were opened']]);
    holdsFor('Yammer', [['ok', 'Viva Engage communities were opened']]);
    holdsFor('Microsoft Places', [
      ['ok', 'Set up Microsoft Places'],
      ['missing', 'Trained people at two places'],
    ]);
  });

  describe('a workload: Microsoft Teams', () => {
    holds(
      [
        ['ok', 'adoption and support of Teams'],
        ['ok', 'Teams'],
        ['ok', 'MS Teams channels were set up.'],
        ['ok', 'Workloads: Exchange Online and Teams'],
        ['ok', '☒ Exchange Online ☒ Teams ☐ Yammer'],
        ['missing', '☒ Exchange Online ☐ Teams ☒ Yammer'],
        ['missing', 'Our project teams met weekly.'],
        ['missing', 'Project Teams'],
        ['missing', 'Teams were formed by department.'],
        ['missing', 'Die Arbeit der Teams in den Abteilungen'],
      ],
      (text) => check(text).workloads[1]?.finding.state ?? 'missing',
    );
  });

  describe('signature', () => {
    holds(
      [
        ['ok', 'Customer: Müller & Söhne GmbH\nName: Jane Doe\nSignature: Jane Doe\nDate: 2 June 2020'],
        ['ok', 'Customer signature: /s/ Jane Doe'],
        ['ok', 'Signed for the customer: Jane Doe, 2 June 2020'],
        ['ok', 'Partner          Customer\nSignature: ______          Signature: Jane Doe'],
        ['ok', 'Kunde\nUnterschrift: gez. Hans Müller\nDatum: 02.06.2020'],
        ['ok', 'Pour le client\nSignature : Marie Dupont'],
        ['ok', 'Cliente\nFirma: Ana García'],
        ['ok', 'Customer\n/s/ Jane Doe\n____________\nSignature'],
        ['ok', 'DocuSigned by:\nJane Doe\nMüller & Söhne GmbH'],
        ['ok', 'Accepted by Müller & Söhne GmbH\nDocuSigned by:\nBCF79C4709C34FB..'],
        ['missing', 'Customer signature: ____________'],
        ['missing', 'Customer\nSignature: ____________\nJane Doe, CIO'],
        ['missing', 'Customer\nName: Jane Doe\nDate: 2 June 2020\nSignature:'],
        ['missing', 'Partner\nSignature: /s/ John Smith\nCustomer\nSignature: ______'],
        ['missing', 'Partner          Customer\nSignature: John Smith          Signature: ______'],
        ['missing', 'Customer signature: [sign here]'],
        ['missing', 'Customer signature: pending'],
        ['missing', 'Customer signature: Contoso Consulting Ltd'],
        ['missing', 'The signature of the customer confirms the work.'],
        ['missing', 'Best regards\nJohn Smith\nContoso Consulting'],
        ['unclear', 'Customer signature: on file'],
        ['unclear', 'Customer\nSignature:\nJane Doe'],
        ['unclear', 'Signature: Jane Doe'],
        ['unclear', 'Thanks a lot for the work\nBest regards\nJane Doe\nMüller & Söhne'],
        ['unclear', 'DocuSign Envelope ID: 1B2C3D4E-0000-4000-8000-123456789ABC\nCustomer signature:'],
      ],
      (text) => check(text).signature.state,
    );

    const marked = (mark: NonNullable<Line[number]['mark']>, name = '') =>
      checkDocument(
        documentOf('Customer', [
          [
            { text: 'Signature:', from: 0, to: 100 },
            { text: '', from: 120, to: 250, mark },
          ],
          [{ text: name, from: 0, to: 200 }],
        ]),
        CLAIM,
      ).signature.state;
    it('takes a signed field, and handwriting, drawn or as a picture, with a name beside it', () => {
      assert.equal(marked({ kind: 'signed', name: 'Jane Doe', day: '2020-06-02' }), 'ok');
      assert.equal(marked({ kind: 'ink' }, 'Name: Jane Doe'), 'ok');
      assert.equal(marked({ kind: 'picture' }, 'Name: Jane Doe'), 'ok');
    });
    it('leaves a picture alone, and handwriting alone, to a person', () => {
      assert.equal(marked({ kind: 'picture' }, 'Name: ________'), 'unclear');
      assert.equal(marked({ kind: 'ink' }), 'unclear');
    });
    it('does not take an unsigned field', () => assert.equal(marked({ kind: 'unsigned' }), 'missing'));
  });

  describe('date', () => {
    const signedOn = (date: string) => `Customer\nSignature: Jane Doe\n${date}`;
    holds(
      [
        ['ok', signedOn('Date: June 2, 2020')],
        ['ok', signedOn('Datum: 2. Juni 2020')],
        ['ok', signedOn('Date : 1er juin 2020')],
        ['ok', signedOn('Fecha: 2 de junio de 2020')],
        ['ok', signedOn('Date: 2019-06-16')],
        ['ok', signedOn('Date: 16.06.20')],
        ['ok', signedOn('Date: 03/04/2020')],
        ['ok', 'Customer\nSignature: Jane Doe, 2 June 2020'],
        [
          'ok',
          'Partner          Customer\nSignature: ___          Signature: Jane Doe\nDate: 1 May 2018          Date: 2 May 2020',
        ],
        ['missing', signedOn('Date: 2019-06-15')],
        ['missing', signedOn('Date: 17 June 2020')],
        ['missing', signedOn('Date: ________')],
        ['missing', signedOn('Date: 06/20')],
        [
          'missing',
          'Report of 2 June 2020\n\nThe work was done as agreed between both of the companies over the whole year.\nCustomer\nSignature: Jane Doe',
        ],
        [
          'missing',
          'Partner          Customer\nSignature: John Smith          Signature: ___\nDate: 1 May 2020          Date: ___',
        ],
        ['unclear', signedOn('Date: 05/07/2020')],
      ],
      (text) => check(text).date.state,
    );
  });

  describe('activities', () => {
    holds(
      [
        ['ok', 'Activities: we migrated 400 mailboxes from on-premises servers and trained the help desk.'],
        ['ok', 'Wir haben 400 Postfächer migriert und die Anwender geschult.'],
        ['ok', 'Nous avons migré 400 boîtes aux lettres et formé les utilisateurs.'],
        ['ok', 'Se migraron 400 buzones y se formó a los usuarios.'],
        ['ok', 'You moved 12,000 scans, set rights for 19 branches and taught our librarians. We accept the work.'],
        ['ok', 'Queues watched for 48 h. Two shared calendars repaired. Sales staff told how to add signatures.'],
        ['ok', 'We confirm that Contoso has rebuilt the intranet of all nine branches.'],
        ['ok', 'Oakline shall keep Skype for Business Online running in parallel for 60 days and record issues.'],
        ['ok', 'Postfächer der Werkstatt nach Exchange Online verschoben, Makros geprüft'],
        ['ok', 'Im Mai wurden alle Kalender der Verwaltung übertragen.'],
        ['ok', 'Contoso a ouvert les accès des magasins et posé les règles de filtrage.'],
        ['ok', 'Hemos pasado los catálogos a OneDrive y hemos dado permisos a las tres tiendas.'],
        ['ok', 'Contoso elaboró dieciocho cuadros de mando para los responsables de planta.'],
        [
          'ok',
          '11.05.2020     6,0     Office auf 35\n                    Rechnern verteilt, Makros der\n                    Werkstatt geprüft',
        ],
        ['ok', 'In May 2020 retention was configured and the staff were shown how to file.'],
        ['ok', 'Power BI: Modèle de ventes, 14 rapports et passerelle avec actualisation nocturne.'],
        [
          'ok',
          'Servicio          Trabajos realizados\nIntune          Perfiles, anillos y protección de aplicaciones móviles',
        ],
        ['missing', 'Power BI: 14 licences Pro, billed each month to the account of the customer'],
        ['missing', 'Fonction          Associé gérant'],
        ['missing', 'The parties may configure retention and may train the staff of all offices later.'],
        ['missing', 'The customer tests each deliverable within ten working days and may object in writing.'],
        ['missing', 'Fixed fee of USD 38,400, invoiced in two parts.'],
        ['missing', 'We confirm that the services listed below were delivered by Contoso and accepted by us.'],
        ['missing', 'Los servicios se prestaron según lo acordado.'],
        ['missing', 'Die Migration der Postfächer nach Exchange Online ist nicht Bestandteil dieses Auftrags.'],
        ['missing', 'Acceptance of Deliverables'],
        ['missing', 'Activities performed:'],
        ['missing', 'Exchange Online, Microsoft Teams'],
        ['missing', 'Please describe the deployment activities performed for each workload'],
        ['missing', 'Exchange Online migration'],
      ],
      (text) => check(text).activities.state,
    );
  });
});

describe('dates in a text', () => {
  for (const [text, days] of [
    ['2020-06-12T10:00', ['2020-06-12']],
    ['12/06/2020', ['2020-06-12', '2020-12-06']],
    ['13/06/2020', ['2020-06-13']],
    ['12-Jun-2020', ['2020-06-12']],
    ['June 12th, 2020', ['2020-06-12']],
    ['12th of June 2020', ['2020-06-12']],
    ['12. März 2020', ['2020-03-12']],
    ['le 12 août 2020', ['2020-08-12']],
    ['12 de septiembre de 2020', ['2020-09-12']],
    ['31.02.2020', []],
    ['version 1.2.20.4', []],
    ['May 1', []],
  ] as const) {
    it(`${text} is ${days.join(' or ') || 'no date'}`, () =>
      assert.deepEqual(
        datesIn(text).flatMap((date) => date.days),
        [...days],
      ));
  }

  it('reads a month in a scan that is nearest to one, and no other word', () => {
    const days = (text: string, scan: boolean): string[] => datesIn(text, scan).flatMap((date) => date.days);
    assert.deepEqual(days('3 de abal de 2020', true), ['2020-04-03']);
    assert.deepEqual(days('12 Juue 2020', true), ['2020-06-12']);
    for (const text of ['3 Juri 2020', '10 User 2020', '12 Sites 2020', '7 wel 2020'])
      assert.deepEqual(days(text, true), []);
    assert.deepEqual(days('12 Juue 2020', false), []);
  });
  it('counts twelve months back by the calendar', () => {
    assert.ok(isRecent('2019-06-16', '2020-06-16'));
    assert.ok(!isRecent('2019-06-15', '2020-06-16'));
    assert.ok(!isRecent('2020-06-17', '2020-06-16'));
    assert.ok(isRecent('2019-02-28', '2020-02-29'));
  });
});

describe('the findings of a scan', () => {
  const scanned = (lines: readonly Line[]) =>
    checkDocument({ pages: [{ number: 1, origin: 'scan', lines }], gaps: [] }, CLAIM);
  const cell = (text: string, from: number, to: number, mark?: NonNullable<Line[number]['mark']>) => ({
    text,
    from,
    to,
    ...(mark && { mark }),
  });

  it('take a directory ID in which two digits were misread, and none in which more differ', () => {
    const stateOf = (id: string) => scanned([[cell(`Tenant ID: ${id}`, 0, 500)]]).tenantOrDomain.state;
    assert.equal(stateOf('368c2652-92b5-44bf-8a95-b5522731218e'), 'ok');
    assert.equal(stateOf('36tc2652-92b5-44bf-8a95-b552273i2l8e'), 'ok');
    assert.equal(stateOf('368c2652-92b5-44bf-8a95-b5522739999e'), 'missing');
  });

  it('take handwriting beneath the heading of the customer, with the name printed beneath it', () => {
    const signed = (name: string) =>
      scanned([
        [cell('For the customer:', 0, 150)],
        [cell('', 10, 200, { kind: 'ink' })],
        ...(name === '' ? [] : [[cell(name, 0, 180)]]),
      ]).signature.state;
    assert.equal(signed('Jane Doe, Head of IT'), 'ok');
    assert.equal(signed(''), 'unclear');
  });

  it('take no other label for the name beside handwriting', () => {
    const { signature } = scanned([
      [cell('Le client', 0, 150)],
      [cell('Signé :', 0, 60), cell('', 150, 350, { kind: 'ink' })],
      [cell('Nom et prénom : ____', 0, 350)],
      [cell('le :', 35, 60), cell('____', 150, 350)],
    ]);
    assert.equal(signature.state, 'unclear');
  });

  it('take handwriting beneath its label in a table, with the name printed beneath it', () => {
    const { signature, date } = scanned([
      [cell('Ort, Datum', 0, 300), cell('Unterschrift Auftraggeber', 300, 600)],
      [cell('Bonn, 12. Mai 2020', 0, 300), cell('', 300, 600, { kind: 'ink' })],
      [cell('Wiebke Lehmann', 300, 600)],
    ]);
    assert.deepEqual([signature.state, date.state], ['ok', 'ok']);
  });
});
