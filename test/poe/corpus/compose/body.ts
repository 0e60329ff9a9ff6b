/** The body of a document: who, for whom, with which products, and what was done. */
import type { Block } from '../model.ts';
import { dayBetween, plusDays, written } from '../words/dates.ts';
import { people, products } from '../words/parties.ts';
import type { Facts } from './facts.ts';
import type { How } from './row.ts';
import { mailOf, oneLine } from './spelling.ts';

export class Body {
  readonly facts: Facts;

  constructor(facts: Facts) {
    this.facts = facts;
  }

  #identity(p: string, c: string, signer: string): [string, string][] {
    const { row, words, customer } = this.facts;
    const { label } = words;
    const tenant = row.tenant ?? (this.facts.turn % 2 === 0 ? 'both' : 'id');
    const id =
      {
        bare: this.facts.tenantId.replaceAll('-', ''),
        upper: this.facts.tenantId.toUpperCase(),
        other: this.facts.random.guid(),
      }[tenant as string] ?? this.facts.tenantId;
    const rows: [string, string][] = [[label.customer, c]];
    if (tenant === 'domain' || tenant === 'both') rows.push([label.domain, customer.domain]);
    if (tenant === 'near') rows.push([label.domain, customer.nearDomain]);
    if (['id', 'bare', 'upper', 'other', 'both'].includes(tenant)) rows.push([label.tenant, id]);
    if (tenant === 'mail') rows.push([label.contact, `${signer}, ${mailOf(signer, customer.domain)}`]);
    rows.push([label.partner, p]);
    return rows;
  }

  blocks(p: string, c: string, called: { name: string; how: How; called: string }[], signer: string): Block[] {
    const { row, words, random, turn } = this.facts;
    const { label } = words;
    const identity = this.#identity(p, c, signer);
    const there = called
      .filter(({ how }) => how === 'full' || how === 'also' || how === 'short')
      .map((one) => one.called);
    const blocks: Block[] = [];
    const intro = words.intro[row.acts === undefined ? turn % words.intro.length : 0]?.(oneLine(p), oneLine(c)) ?? '';
    const said =
      row.kind === 'letter' || row.kind === 'mail'
        ? (words.confirm[turn % words.confirm.length]?.(oneLine(p), oneLine(c)) ?? '')
        : intro;
    const broken = identity.map(([name, value]): [string, string] => [
      name,
      row.look === 'form' ? oneLine(value) : value,
    ]);
    if (row.look === 'box')
      blocks.push({ is: 'box', text: broken.map(([name, value]) => `${name}: ${oneLine(value)}`).join('\n') });
    if (row.kind !== 'form') blocks.push({ is: 'text', text: said });
    if (row.look !== 'box')
      blocks.push(
        row.kind === 'deck' || row.kind === 'letter'
          ? { is: 'text', text: broken.map(([name, value]) => `${name}: ${oneLine(value)}`).join('\n') }
          : { is: 'fields', rows: broken },
      );
    if (random.below(10) < 6) blocks.push({ is: 'text', text: this.#period() });
    blocks.push(...this.#checks(called));
    if (row.acts === 'only' || row.acts === 'vague') {
      blocks.push({ is: 'text', text: words.onlyProducts }, { is: 'list', items: there.length > 0 ? there : ['–'] });
      if (row.acts === 'vague') {
        blocks.push({ is: 'text', text: words.vague });
        this.facts.why.activities =
          'It says that something was done, not what: reviewers send this back as work that is not described.';
      }
    } else blocks.push(...this.#activities(there, called));
    const out = called.filter(({ how }) => how === 'out');
    if (out.length > 0)
      blocks.push(
        { is: 'heading', text: label.outside },
        {
          is: 'text',
          text: out
            .map(({ name }, at) => words.outOfScope[(turn + at) % words.outOfScope.length]?.(name) ?? '')
            .join(' '),
        },
      );
    const plain = called.filter(({ how }) => how === 'plain').map(({ name }) => words.plain[name] ?? []);
    for (const lines of plain) blocks.push({ is: 'text', text: lines[turn % lines.length] ?? '' });
    const noise = random.some(words.noise, row.kind === 'sow' ? 3 : 1);
    if (row.look === 'long') blocks.push(...this.#clauses());
    if (row.kind !== 'mail' && row.kind !== 'letter')
      blocks.push(...noise.map((text): Block => ({ is: 'text', text })));
    return blocks;
  }

  /** Terms and conditions, as long contracts have them. */
  #clauses(): Block[] {
    const { noise } = this.facts.words;
    return Array.from({ length: 285 }, (_, at): Block => {
      const lines = [0, 1, 2].map((more) => noise[(at + more) % noise.length]);
      return { is: 'text', text: `${Math.floor(at / 6) + 1}.${(at % 6) + 1} ${lines.join(' ')}` };
    });
  }

  #period(): string {
    const from = dayBetween(this.facts.today, -900, -500, this.facts.random);
    const to = dayBetween(this.facts.today, -400, -30, this.facts.random);
    return this.facts.words.period(
      written(from, this.facts.row.lang, this.facts.words, 0),
      written(to, this.facts.row.lang, this.facts.words, 0),
    );
  }

  #checks(called: { name: string; how: How; called: string }[]): Block[] {
    const boxed = called.filter(({ how }) => how === 'ticked' || how === 'unticked');
    if (boxed.length === 0) return [];
    const others = Object.keys(products).filter(
      (name) => !called.some((one) => one.name === name || one.name.includes(name) || name.includes(one.name)),
    );
    const decoys = this.facts.random
      .some(others, 3)
      .map((label, at) => ({ label, ticked: at === 0 && this.facts.turn % 2 === 0 }));
    const items = [...boxed.map(({ called: label, how }) => ({ label, ticked: how === 'ticked' })), ...decoys];
    items.sort((a, b) => a.label.localeCompare(b.label, 'en'));
    return [
      { is: 'heading', text: this.facts.words.label.products },
      { is: 'checks', items },
    ];
  }

  #activities(there: string[], called: { how: How }[]): Block[] {
    const { row, words, random, turn } = this.facts;
    const { label } = words;
    const lines = there.map(
      (w, at) => words.activities[(turn + at * 2) % words.activities.length]?.(w, 120 + random.below(900)) ?? '',
    );
    const neutral = random.some(words.neutral, there.length === 0 || called.length === 1 ? 2 : 1);
    if (row.kind === 'hours') return this.#hours(there);
    if (row.kind === 'acceptance') {
      const items = [...lines, ...neutral].map((line, at) => [String(at + 1), line, ['✓', 'OK', '100 %'][1] ?? '']);
      return [
        { is: 'heading', text: label.done },
        { is: 'table', rows: [['#', label.done, '%'], ...items] },
      ];
    }
    if (row.kind === 'sow' && there.length > 0)
      return [
        { is: 'heading', text: label.scope },
        { is: 'list', items: there.map((w) => words.scopeLine(w)) },
        { is: 'heading', text: label.done },
        { is: 'list', items: [...lines, ...neutral] },
      ];
    return row.kind === 'letter' || row.kind === 'mail'
      ? [{ is: 'text', text: [...lines, ...neutral].join(' ') }]
      : [
          { is: 'heading', text: label.done },
          { is: 'list', items: [...lines, ...neutral] },
        ];
  }

  #hours(there: string[]): Block[] {
    const { words, random } = this.facts;
    const [head, work] = words.hours;
    const consultant = random.pick(people[this.facts.row.lang]);
    const start = dayBetween(this.facts.today, -180, -60, random);
    const rows = Array.from({ length: 9 }, (_, at) => {
      const what =
        there.length > 0 && at % 3 !== 2
          ? work(there[at % there.length] ?? '')
          : (words.neutral[at % words.neutral.length] ?? '');
      return [plusDays(start, at), consultant, what, String(2 + random.below(7))];
    });
    return [{ is: 'table', rows: [head, ...rows] }];
  }
}
