/** A mail: of the customer who confirms, of one who only thanks, or of the partner. */
import type { Block, Draft } from '../model.ts';
import { written } from '../words/dates.ts';
import type { Words } from '../words/words.ts';
import type { Facts } from './facts.ts';
import type { Signing } from './row.ts';
import { mailOf, oneLine } from './spelling.ts';

export function mailDraft(
  facts: Facts,
  of: { p: string; c: string; signer: string; other: string; sig: Signing; sentOn: string },
  body: Block[],
): Draft {
  const { row, words, turn, customer } = facts;
  const { p, c, signer, other, sig, sentOn } = of;
  const domain = ['none', 'other', 'near'].includes(row.tenant ?? '')
    ? row.tenant === 'near'
      ? customer.nearDomain
      : 'mail.example'
    : customer.domain;
  const me = { name: signer, mail: mailOf(signer, domain) };
  const you = { name: other, mail: mailOf(other, 'cloudpartner.example') };
  const asks = sig === 'partnerOnly' || sig === 'none';
  const [from, to] = asks ? [you, me] : [me, you];
  const job = words.jobs[turn % words.jobs.length] ?? '';
  const closing: Block[] =
    sig === 'thanks'
      ? [{ is: 'text', text: `${words.thanks[turn % words.thanks.length]}\n${signer.split(' ')[0]}` }]
      : [
          {
            is: 'text',
            text: `${words.regards}\n${from.name}${asks ? `\n${oneLine(p)}` : `\n${job}\n${oneLine(c)}\n${me.mail}`}`,
          },
        ];
  const below: Block[] = body.filter(({ is }) => is !== 'heading');
  const thanked: Block[] = [
    { is: 'text', text: words.greeting },
    ...closing,
    { is: 'small', text: '-----' },
    { is: 'small', text: `${oneLine(p)}: ${other}` },
    ...reported(below, words, oneLine(p), oneLine(c)),
  ];
  const asked: Block[] = [
    { is: 'text', text: words.greeting },
    ...reported(below, words, oneLine(p), oneLine(c)),
    ...closing,
  ];
  const subject = `${words.label.done} – ${oneLine(c)}`;
  return {
    lang: row.lang,
    title: subject,
    mail: {
      from: `${from.name} <${from.mail}>`,
      to: `${to.name} <${to.mail}>`,
      date: `${written(sentOn, row.lang, words, row.lang === 'en' ? 0 : turn)} 14:32`,
      subject,
    },
    blocks: sig === 'thanks' ? thanked : asks ? asked : [{ is: 'text', text: words.greeting }, ...below, ...closing],
  };
}

/** In the words of the partner it is a report, not a confirmation. */
function reported(body: Block[], words: Words, p: string, c: string): Block[] {
  const confirmations = words.confirm.map((confirm) => confirm(p, c));
  return body.map((block) =>
    block.is === 'text' && confirmations.includes(block.text)
      ? { ...block, text: words.intro[0]?.(p, c) ?? '' }
      : block,
  );
}
