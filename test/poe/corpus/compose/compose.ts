/** Makes a draft of one row of the tables of cases, and says what a check has to find in it: each wording is chosen together with its state. */
import type { SeededRandom } from '../../../../scripts/sample/random.ts';
import type { Block, Claimed, Draft, Findings, State } from '../model.ts';
import { dayBetween, written } from '../words/dates.ts';
import { type Customer, partners, people, products } from '../words/parties.ts';
import { Body } from './body.ts';
import { Facts } from './facts.ts';
import { mailDraft } from './mail.ts';
import { DATE, type How, NAMED, type Named, type Row, SIGNATURE, type Signing } from './row.ts';
import { Signatures } from './signing.ts';

export interface Composed {
  draft: Draft;
  claimed: Omit<Claimed, 'name'>;
  findings: Findings;
  why: Record<string, string>;
  signer: string;
  customer: Customer;
  sentOn: string;
}
/** `turn` counts up over the rows, so that lists of wordings are used from end to end. */
export function compose(row: Row, random: SeededRandom, turn: number): Composed {
  return new Composer(new Facts(row, random, turn)).run();
}

class Composer {
  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  run(): Composed {
    const { row, words, random, customer } = this.facts;
    const partner = random.pick(partners.filter(({ langs }) => langs.includes(row.lang)));
    const p = this.#named(partner, row.partner ?? (this.facts.turn % 3 === 0 ? 'also' : 'name'), words.somePartner);
    const c = this.#named(customer, row.customer ?? (this.facts.turn % 2 === 0 ? 'also' : 'name'), words.someCustomer);
    const hows = row.w ?? (row.kind === 'form' ? ['ticked', 'ticked'] : (['full', 'also'] as How[]));
    const claims = row.claims ?? this.#claims(hows);
    const called = claims.map((name, at) => ({
      name,
      how: hows[at] ?? 'full',
      called: this.#called(name, hows[at] ?? 'full'),
    }));
    const [signer = '', other = ''] = random.some(people[row.lang], 2);
    const sig = row.sig ?? 'typed';
    const sentOn = this.facts.day(row.date ?? 'recent') ?? dayBetween(this.facts.today, -200, -20, random);
    const draft = this.#draft({ p, c, called, signer, other, sig, sentOn });
    return {
      draft,
      claimed: {
        customer: customer.name,
        domain: customer.domain,
        tenantId: this.facts.tenantId,
        workloads: claims,
        partner: [partner.name],
        today: this.facts.today,
      },
      findings: {
        partner: this.#party(row.partner),
        customer: this.#party(row.customer),
        tenantOrDomain: ['none', 'other', 'near'].includes(row.tenant ?? 'both') ? 'missing' : 'ok',
        workloads: Object.fromEntries(called.map(({ name, how }) => [name, NAMED.has(how) ? 'ok' : 'missing'])),
        signature: SIGNATURE[sig],
        date: this.#dateState(sig),
        activities: row.acts === undefined || row.acts === 'ok' ? 'ok' : 'missing',
      },
      why: this.facts.why,
      signer,
      customer,
      sentOn,
    };
  }

  #party(how: Named | undefined): State {
    return how === 'near' || how === 'absent' ? 'missing' : 'ok';
  }

  #dateState(sig: Signing): State {
    const { row } = this.facts;
    if (sig === 'thanks' && row.kind === 'mail') {
      this.facts.why.date =
        'The message that thanks bears the day on which it was sent; whether it counts as a signature is said by the signature.';
      return DATE[row.date ?? 'recent'];
    }
    if (SIGNATURE[sig] !== 'ok') return 'missing';
    if (row.kind === 'mail') {
      this.facts.why.signature =
        'The customer confirms the work in so many words, from an address of their own, with name and position beneath: an acknowledgment, not a word of thanks.';
      this.facts.why.date = 'A mail is dated by the day on which it was sent.';
    }
    if (row.date === 'top')
      this.facts.why.date = 'The letter that the customer signed bears its date at the top, as letters do.';
    return DATE[row.date ?? 'recent'];
  }

  #named({ name, also, near }: { name: string; also: string[]; near: string[] }, how: Named, nobody: string): string {
    if (how === 'name') return name;
    if (how === 'absent') return nobody;
    return how === 'near'
      ? (near[this.facts.turn % near.length] ?? name)
      : (also[this.facts.turn % also.length] ?? name);
  }

  /** Products for the claim; one that is to stand as a plain word must have one. */
  #claims(hows: readonly How[]): string[] {
    const all = Object.keys(products);
    const plain = all.filter((name) => name in this.facts.words.plain);
    const chosen: string[] = [];
    for (const [at, how] of hows.entries()) {
      const from = (how === 'plain' ? plain : all).filter((name) => !chosen.includes(name));
      chosen.push(from[(this.facts.turn * 3 + at * 5) % from.length] as string);
    }
    return chosen;
  }

  #called(name: string, how: How): string {
    const product = products[name];
    if (product === undefined) return name;
    if (how === 'also') return product.also[this.facts.turn % product.also.length] ?? name;
    return how === 'short' ? (product.short[0] ?? name) : name;
  }

  #draft(of: {
    p: string;
    c: string;
    called: { name: string; how: How; called: string }[];
    signer: string;
    other: string;
    sig: Signing;
    sentOn: string;
  }): Draft {
    const { row, words, random, turn } = this.facts;
    const { p, c, called, signer, other, sig, sentOn } = of;
    const title = row.kind === 'mail' ? '' : (words.titles[row.kind][turn % words.titles[row.kind].length] ?? '');
    const body = new Body(this.facts).blocks(p, c, called, signer);
    const blocks: Block[] = [];
    if (row.kind === 'mail') return mailDraft(this.facts, of, body);
    if (row.kind === 'letter') {
      blocks.push({ is: 'text', text: `${c}\nIndustriepark 14` }, { is: 'text', text: p });
      if (row.date === 'top') blocks.push({ is: 'text', text: written(sentOn, row.lang, words, turn) });
    }
    blocks.push(
      { is: 'title', text: title },
      ...body,
      ...new Signatures(this.facts).blocks(p, c, signer, other, sig, sentOn),
    );
    return {
      lang: row.lang,
      title,
      blocks: row.look === 'columns' ? this.#inColumns(blocks) : blocks,
      ...(row.look === 'edges' || sig === 'docusign' || sig === 'sent'
        ? {
            header:
              sig === 'docusign' || sig === 'sent'
                ? `DocuSign Envelope ID: ${this.facts.envelope().toUpperCase()}`
                : `${title} – ${p}`,
            footer: `${random.pick(['v1.2', 'Rev. 3', 'v2.0'])} | ${title}`,
          }
        : {}),
    };
  }

  /** The body stands in two columns, signatures below. */
  #inColumns(blocks: Block[]): Block[] {
    const last = blocks.findIndex(({ is }) => is === 'sign');
    // With the heading above the signatures.
    const end = last === -1 ? blocks.length : last - 1;
    const [title, ...rest] = blocks.slice(0, end);
    const middle = Math.ceil(rest.length / 2);
    return [
      ...(title === undefined ? [] : [title]),
      { is: 'columns', left: rest.slice(0, middle), right: rest.slice(middle) },
      ...blocks.slice(end),
    ];
  }
}
