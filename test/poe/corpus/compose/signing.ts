/** Where a document is signed: the blocks of both sides, and the certificates of signing services. */
import type { Block, Mark, SignBlock, SignRow } from '../model.ts';
import { dayBetween, plusDays, written } from '../words/dates.ts';
import type { Facts } from './facts.ts';
import { SIGNATURE, type Signing } from './row.ts';
import { mailOf, monthFirst, oneLine, usDay } from './spelling.ts';

export class Signatures {
  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  blocks(p: string, c: string, signer: string, other: string, sig: Signing, sentOn: string): Block[] {
    const { row, words, turn } = this.facts;
    if (sig === 'none') return [];
    if (sig === 'thanks') return [{ is: 'text', text: `${signer}: "${words.thanks[turn % words.thanks.length]}"` }];
    const dating = SIGNATURE[sig] === 'ok' ? (row.date ?? 'recent') : 'none';
    const date = this.facts.dateText(dating, sentOn);
    const customerHead = words.forCustomer[turn % words.forCustomer.length]?.(oneLine(c)) ?? '';
    const partnerHead = words.forPartner[turn % words.forPartner.length]?.(oneLine(p)) ?? '';
    const customerBlock: SignBlock = { heading: customerHead, rows: this.#customerRows(sig, signer, date, sentOn) };
    const heading: Block[] =
      row.kind === 'letter' ? [{ is: 'text', text: words.regards }] : [{ is: 'heading', text: words.label.signatures }];
    const partnerSigns = sig === 'partnerOnly' || (turn % 3 !== 1 && sig !== 'empty' && sig !== 'image');
    const partnerBlock: SignBlock = { heading: partnerHead, rows: this.#partnerRows(partnerSigns, other, sig) };
    const alone = row.kind === 'letter' || (turn % 5 === 4 && sig !== 'partnerOnly');
    const pair = alone
      ? [customerBlock]
      : turn % 2 === 0
        ? [customerBlock, partnerBlock]
        : [partnerBlock, customerBlock];
    const blocks: Block[] = [
      ...(row.look === 'pages' ? [{ is: 'page' } as Block] : []),
      ...heading,
      { is: 'sign', blocks: pair },
    ];
    return [...blocks, ...this.#certificate(sig, signer, sentOn)];
  }

  #labels(): Record<'signature' | 'name' | 'title' | 'date', string> {
    const { sign } = this.facts.words;
    const at = (list: string[]) => list[this.facts.turn % list.length] ?? '';
    return { signature: at(sign.signature), name: at(sign.name), title: at(sign.title), date: at(sign.date) };
  }

  #customerRows(sig: Signing, signer: string, date: string | undefined, sentOn: string): SignRow[] {
    const { words, turn, row } = this.facts;
    const label = this.#labels();
    const job = words.jobs[turn % words.jobs.length] ?? '';
    const line: Mark = { is: 'line' };
    const text = (what: string): Mark => ({ is: 'text', text: what });
    const dated: Mark = date === undefined ? line : row.look === 'hand' ? { is: 'hand', text: date } : text(date);
    // A letter dated at its top has no date beneath.
    const dateRow: SignRow[] = row.date === 'top' ? [] : [{ label: label.date, mark: dated }];
    const named = [
      { label: label.name, mark: text(signer) },
      { label: label.title, mark: text(job) },
    ];
    const blank = [
      { label: label.name, mark: line },
      { label: label.date, mark: line },
    ];
    const all = (mark: Mark): SignRow[] => [{ label: label.signature, mark }, ...named, ...dateRow];
    if (sig === 'typed')
      return turn % 2 === 0 ? all(text(signer)) : [{ label: label.signature, mark: text(signer) }, ...dateRow];
    if (sig === 'inline') return [{ label: label.signature, mark: text(`${signer}, ${job}`) }, ...dateRow];
    if (sig === 'slash') return all(text(`/s/ ${signer}`));
    if (sig === 'ink' || sig === 'inkAnnotation')
      return all({ is: 'ink', name: signer, as: sig === 'ink' ? 'image' : 'annotation' });
    if (sig === 'inkNameless') return [{ label: label.signature, mark: { is: 'ink', name: signer } }, ...dateRow];
    if (sig === 'note') return all({ is: 'note', text: signer });
    if (sig === 'panda') return all({ is: 'ink', name: signer });
    if (sig === 'docusign')
      return [
        ...[
          {
            label: label.signature,
            mark: {
              is: 'docusign',
              name: signer,
              id: `${this.facts.random.guid().replaceAll('-', '').slice(0, 15).toUpperCase()}...`,
            } as Mark,
          },
          ...named,
        ],
        { label: label.date, mark: date === undefined ? line : text(`${usDay(sentOn)} | 1:21 PM CET`) },
      ];
    if (sig === 'adobe')
      return [
        { label: label.signature, mark: { is: 'adobesign', name: signer, stamp: `${monthFirst(sentOn)} 10:40 GMT+2` } },
        ...named,
      ];
    if (sig === 'field')
      return [{ label: label.signature, mark: { is: 'field', signedBy: { name: signer, on: sentOn } } }, ...named];
    if (sig === 'unsigned')
      return [
        { label: label.signature, mark: { is: 'field' } },
        { label: label.name, mark: line },
        { label: label.date, mark: line },
      ];
    // Strokes that cannot be read, so that the picture names nobody.
    if (sig === 'image') return [{ label: label.signature, mark: { is: 'ink', name: scribbled(signer) } }, ...blank];
    if (sig === 'onFile')
      return [{ label: label.signature, mark: text(words.onFile[turn % words.onFile.length] ?? '') }, ...blank];
    return [{ label: label.signature, mark: line }, ...blank];
  }

  #partnerRows(signs: boolean, name: string, sig: Signing): SignRow[] {
    const label = this.#labels();
    const day = written(
      dayBetween(this.facts.today, -90, -10, this.facts.random),
      this.facts.row.lang,
      this.facts.words,
      this.facts.turn + 1,
    );
    const drawn =
      ['ink', 'inkNameless', 'image', 'inkAnnotation', 'panda'].includes(sig) && this.facts.row.format !== 'xlsx';
    const mark: Mark = !signs
      ? { is: 'line' }
      : drawn
        ? { is: 'ink', name }
        : { is: 'text', text: sig === 'slash' ? `/s/ ${name}` : name };
    const value = (text: string): Mark => (signs ? { is: 'text', text } : { is: 'line' });
    return [
      { label: label.signature, mark },
      { label: label.name, mark: value(name) },
      { label: label.date, mark: value(day) },
    ];
  }

  #certificate(sig: Signing, signer: string, sentOn: string): Block[] {
    const mail = mailOf(signer, this.facts.customer.domain);
    const tenantless = ['none', 'other', 'near'].includes(this.facts.row.tenant ?? '');
    const shown = tenantless ? `${signer.split(' ')[0]?.toLowerCase()}@mail.example` : mail;
    const small = (lines: string[]): Block[] => [
      { is: 'page' },
      ...lines.map((text): Block => ({ is: 'small', text })),
    ];
    const id = this.facts.envelope();
    if (sig === 'docusign' && this.facts.turn % 2 === 0)
      return small([
        'Certificate Of Completion',
        `Envelope Id: ${id.replaceAll('-', '').toUpperCase()}`,
        'Status: Completed',
        'Signer Events',
        signer,
        shown,
        `Sent: ${usDay(sentOn)} 9:02:11 AM`,
        `Viewed: ${usDay(sentOn)} 1:19:40 PM`,
        `Signed: ${usDay(sentOn)} 1:21:05 PM`,
      ]);
    if (sig === 'sent')
      return small([
        'Certificate Of Completion',
        `Envelope Id: ${id.replaceAll('-', '').toUpperCase()}`,
        'Status: Sent',
        'Signer Events',
        signer,
        shown,
        `Sent: ${usDay(plusDays(this.facts.today, -3))} 9:02:11 AM`,
      ]);
    if (sig === 'adobe')
      return small([
        'Final Audit Report',
        `Created: ${sentOn}`,
        `Transaction ID: CBJCHBCAABAA${id.replaceAll('-', '').slice(0, 20)}`,
        `Document emailed to ${signer} (${shown}) for signature`,
        `Document e-signed by ${signer} (${shown})`,
        `Signature Date: ${sentOn} - 8:40:02 AM GMT - Time Source: server`,
        'Agreement completed.',
      ]);
    if (sig === 'panda')
      return small([
        'Signature Certificate',
        `Reference number: ${id.replaceAll('-', '').slice(0, 20).toUpperCase()}`,
        `${signer}`,
        `E-mail: ${shown}`,
        `Sent: ${monthFirst(sentOn)}, 08:12 UTC`,
        `Viewed: ${monthFirst(sentOn)}, 09:55 UTC`,
        `Signed: ${monthFirst(sentOn)}, 10:02 UTC`,
        `Document completed by all parties on: ${monthFirst(sentOn)}, 10:02 UTC`,
      ]);
    return [];
  }
}

/** Names of an odd length are drawn as loops. */
const scribbled = (name: string) => (name.length % 2 === 0 ? `${name}.` : name);
