/** Documents of their own: what people send that no table of variations makes. */
import type { SeededRandom } from '../../../../scripts/sample/random.ts';
import { fileOf, msgOf } from '../files.ts';
import type { Block, Claimed, Draft, Entry, Findings, Lang } from '../model.ts';
import { agreements } from './agreements.ts';
import { mails } from './mails.ts';
import type { Claim, Parts } from './parts.ts';
import { signatures } from './signatures.ts';

export type Special = Omit<Entry, 'split' | 'file' | 'args' | 'expected' | 'scan'> & {
  claimed: Omit<Claimed, 'name'>;
  findings: Findings;
  bytes: () => Promise<Uint8Array> | Uint8Array;
};

export function specials(random: SeededRandom): Special[] {
  const claim = (
    customer: string,
    domain: string,
    workloads: string[],
    partner: string,
    today = '2020-06-16',
  ): Claim => ({
    customer,
    domain,
    tenantId: random.guid(),
    workloads,
    partner: [partner],
    today,
  });
  return [...agreements(claim), ...signatures(claim), ...mails(claim)].map(special);
}

function special(parts: Parts): Special {
  const { claim, format, blocks, kind, language, about, why = {}, turn = 1, form = false } = parts;
  const workloads = Object.fromEntries(claim.workloads.map((name) => [name, 'ok' as const]));
  const good: Findings = {
    partner: 'ok',
    customer: 'ok',
    tenantOrDomain: 'ok',
    workloads,
    signature: 'ok',
    date: 'ok',
    activities: 'ok',
  };
  const draft = draftOf(parts, language as Lang, blocks);
  const bytes = async () => {
    if (parts.attach !== undefined) {
      const { name, blocks: inside } = parts.attach;
      const attached = await fileOf(
        { lang: draft.lang, title: name, blocks: inside },
        name.slice(name.lastIndexOf('.') + 1),
        turn,
        false,
      );
      return msgOf(draft, { empty: '________', boxes: ['[x]', '[ ]'] }, turn, parts.sentOn ?? '2020-05-04', [
        { name, bytes: attached },
      ]);
    }
    if (format === 'msg')
      return msgOf(draft, { empty: '________', boxes: ['[x]', '[ ]'] }, turn, parts.sentOn ?? '2020-05-04');
    const made = await fileOf(draft, format, turn, form);
    return parts.edit?.(made) ?? made;
  };
  return {
    kind,
    format,
    language,
    about,
    why,
    claimed: claim,
    findings: { ...good, ...parts.findings, workloads: { ...workloads, ...parts.findings?.workloads } },
    bytes,
  };
}

function draftOf({ mail, header, footer }: Parts, lang: Lang, blocks: Block[]): Draft {
  const first = blocks.find(({ is }) => is === 'title');
  return {
    lang,
    title: first?.is === 'title' ? first.text : 'Document',
    blocks,
    ...(mail === undefined ? {} : { mail }),
    ...(header === undefined ? {} : { header }),
    ...(footer === undefined ? {} : { footer }),
  };
}
