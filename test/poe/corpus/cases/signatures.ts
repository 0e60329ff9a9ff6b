/** Places to sign as people leave them. */
import type { Block } from '../model.ts';
import { signatureLine } from '../render/word-objects.ts';
import {
  block,
  type Claim,
  fields,
  heading,
  line,
  list,
  type MakeClaim,
  type Parts,
  said,
  signs,
  text,
  title,
} from './parts.ts';

export function signatures(claim: MakeClaim): Parts[] {
  const work = 'Rolled out Intune to 800 phones, wrote the policies and trained the help desk.';
  const make = (today?: string) =>
    claim('Adventure Works Cycles', 'adventure-works.example', ['Intune'], 'Proseware, Inc.', today);
  const intro = (c: Claim): Block[] => [
    title('Proof of Execution'),
    fields(['Customer', 'Adventure Works Cycles'], ['Tenant ID', c.tenantId], ['Partner', 'Proseware, Inc.']),
    list(work),
  ];
  const one = (about: string, format: string, blocks: (c: Claim) => Block[], more: Partial<Parts> = {}): Parts => {
    const c = make();
    return { kind: 'form', format, language: 'en', claim: c, about, blocks: [...intro(c), ...blocks(c)], ...more };
  };
  const lacks = { signature: 'missing', date: 'missing' } as const;
  const german = claim('Großhandel Weiß KG', 'gh-weiss.example', ['Exchange Online'], 'Weißhaupt & Jäger IT-Beratung');
  const spanish = claim('Cementos del Duero, S.A.', 'cementosduero.example', ['Power BI'], 'Soluciones Íbero, S.L.');
  return [
    one(
      'places to sign that still hold the words of the template',
      'docx',
      () => [
        signs(
          block(
            'Customer',
            ['Signature:', said('[Customer signature]')],
            ['Name:', said('[Name]')],
            ['Date:', said('[DD/MM/YYYY]')],
          ),
        ),
      ],
      { findings: lacks },
    ),
    one(
      'tags of a signing service that was never asked',
      'pdf',
      () => [
        signs(
          block(
            'Customer',
            ['Signature:', said('{{Sig_es_:signer1:signature}}')],
            ['Date:', said('{{Dte_es_:signer1:date}}')],
          ),
        ),
      ],
      { findings: lacks },
    ),
    one(
      'content controls that nobody filled',
      'docx',
      () => [
        signs(
          block(
            'For Adventure Works Cycles',
            ['Signature:', said('Click or tap here to enter text.')],
            ['Date:', said('Click or tap to enter a date.')],
          ),
        ),
      ],
      { findings: lacks },
    ),
    one(
      'no signature, said so',
      'pdf',
      () => [signs(block('For Adventure Works Cycles', ['Signature:', said('N/A')], ['Date:', said('tbd')]))],
      { findings: lacks },
    ),
    one(
      'signed, the date left as a pattern',
      'docx',
      () => [signs(block('Customer', ['Signature:', said('Miriam Graham')], ['Date:', said('__/__/2020')]))],
      { findings: { date: 'missing' } },
    ),
    one(
      'the signature is the value of a text field of a form',
      'pdf',
      () => [
        heading('Customer acknowledgment'),
        fields(['Customer signature', 'Miriam Graham'], ['Date signed', '2020-03-25']),
      ],
      { form: true },
    ),
    one(
      'the fields for signature and date are empty',
      'pdf',
      () => [heading('Customer acknowledgment'), fields(['Customer signature', ''], ['Date signed', ''])],
      { form: true, findings: lacks },
    ),
    one('two people of the customer were to sign, one did', 'docx', () => [
      signs(
        block(
          'For Adventure Works Cycles (1)',
          ['Signature:', said('/s/ Isaiah Langer')],
          ['Date:', said('14 April 2020')],
        ),
        block('For Adventure Works Cycles (2)', ['Signature:', line], ['Date:', line]),
      ),
    ]),
    one(
      'an old signature, and a recent one beneath a change',
      'pdf',
      () => [
        signs(
          block(
            'For Adventure Works Cycles',
            ['Signature:', said('/s/ Isaiah Langer')],
            ['Date:', said('14 April 2018')],
          ),
        ),
        heading('Change order 2'),
        text('The term is extended by twelve months; the work is accepted as delivered so far.'),
        signs(
          block(
            'For Adventure Works Cycles',
            ['Signature:', said('/s/ Isaiah Langer')],
            ['Date:', said('15 April 2020')],
          ),
        ),
      ],
      {
        why: {
          date: 'The customer acknowledged the work a second time, within twelve months; the most recent acknowledgment counts.',
        },
      },
    ),
    one('a signature line of Word that nobody signed', 'docx', () => [text('SIGNATURELINE')], {
      edit: signatureLine,
      findings: lacks,
    }),
    one(
      'the same line for both, with the partner in the place of the customer',
      'pdf',
      () => [
        signs(
          block(
            'Signed by Proseware, Inc. on behalf of the project',
            ['Signature:', said('Lee Gu')],
            ['Title:', said('Project Manager, Proseware, Inc.')],
            ['Date:', said('13 May 2020')],
          ),
          block('Customer: Adventure Works Cycles', ['Signature:', said('......')], ['Date:', said('......')]),
        ),
      ],
      { findings: lacks },
    ),
    one(
      'the customer will sign later',
      'txt',
      () => [text('The customer will sign this document after the final workshop, on 30 June 2020 at the latest.')],
      { findings: lacks },
    ),
    {
      kind: 'acceptance',
      format: 'docx',
      language: 'de',
      claim: german,
      about: 'place and date in one line beneath, as Germans do',
      turn: 2,
      blocks: [
        title('Abnahmeprotokoll'),
        text(
          'Weisshaupt & Jäger IT-Beratung hat für die Grosshandel Weiss KG (gh-weiss.example) 260 Postfächer nach EXO übernommen und die Anwender geschult.',
        ),
        signs(block('Großhandel Weiß KG', ['', said('Nürnberg, 9. März 2020')], ['gez.', said('Anja Köhler')])),
      ],
    },
    {
      kind: 'acceptance',
      format: 'docx',
      language: 'de',
      claim: german,
      about: 'places to sign that still hold the words of the template',
      turn: 1,
      blocks: [
        title('Abnahmeprotokoll'),
        text(
          'Weisshaupt & Jäger IT-Beratung hat für die Grosshandel Weiss KG (gh-weiss.example) 260 Postfächer nach Exchange Online übernommen und die Anwender geschult.',
        ),
        signs(block('Kunde', ['Unterschrift:', said('[Hier unterschreiben]')], ['Datum:', said('TT.MM.JJJJ')])),
      ],
      findings: lacks,
    },
    {
      kind: 'letter',
      format: 'docx',
      language: 'es',
      claim: spanish,
      about: 'signed at the foot: place, date and "Fdo."',
      turn: 3,
      blocks: [
        title('Carta de conformidad'),
        text(
          'Cementos del Duero (cementosduero.example) manifiesta que Soluciones Ibero SL elaboró dieciocho cuadros de mando en Power BI y formó a los responsables de planta.',
        ),
        text('En Valladolid, a 5 de febrero de 2020'),
        signs(
          block('Por Cementos del Duero', ['Fdo.:', said('Carmen Ortega')], ['Cargo:', said('Directora de Sistemas')]),
        ),
      ],
      why: { date: 'Place and date stand directly above the signature, as Spanish letters have them.' },
    },
  ];
}
