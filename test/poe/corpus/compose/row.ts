/** A row of the tables of cases: how each thing that a check looks for stands in a document, and which state that is. */
import type { Kind, Lang, State } from '../model.ts';

export type Named = 'name' | 'also' | 'near' | 'absent';
export type How = 'full' | 'also' | 'short' | 'ticked' | 'unticked' | 'out' | 'plain' | 'absent';
export type Signing =
  | 'typed'
  | 'inline'
  | 'slash'
  | 'docusign'
  | 'adobe'
  | 'panda'
  | 'field'
  | 'ink'
  | 'inkNameless'
  | 'inkAnnotation'
  | 'note'
  | 'partnerOnly'
  | 'empty'
  | 'none'
  | 'unsigned'
  | 'sent'
  | 'image'
  | 'onFile'
  | 'thanks';
export type Dating =
  | 'recent'
  | 'old'
  | 'future'
  | 'none'
  | 'both'
  | 'one'
  | 'neither'
  | 'edgeIn'
  | 'edgeOut'
  | 'today'
  | 'top';

export interface Row {
  kind: Exclude<Kind, 'bad'>;
  format: string;
  lang: Lang;
  partner?: Named;
  customer?: Named;
  tenant?: 'id' | 'bare' | 'upper' | 'domain' | 'mail' | 'both' | 'none' | 'other' | 'near';
  /** How each claimed workload stands in the document. */
  w?: How[];
  /** Which workloads; else they are drawn. */
  claims?: string[];
  sig?: Signing;
  date?: Dating;
  acts?: 'ok' | 'only' | 'vague';
  today?: string;
  /** A layout of its own. */
  look?: 'form' | 'columns' | 'box' | 'edges' | 'pages' | 'long' | 'hand';
}

export const SIGNATURE: Record<Signing, State> = {
  typed: 'ok',
  inline: 'ok',
  slash: 'ok',
  docusign: 'ok',
  adobe: 'ok',
  panda: 'ok',
  field: 'ok',
  ink: 'ok',
  inkNameless: 'ok',
  inkAnnotation: 'ok',
  note: 'ok',
  partnerOnly: 'missing',
  empty: 'missing',
  none: 'missing',
  unsigned: 'missing',
  sent: 'missing',
  image: 'unclear',
  onFile: 'unclear',
  thanks: 'unclear',
};
export const DATE: Record<Dating, State> = {
  recent: 'ok',
  old: 'missing',
  future: 'missing',
  none: 'missing',
  both: 'ok',
  one: 'unclear',
  neither: 'missing',
  edgeIn: 'ok',
  edgeOut: 'missing',
  today: 'ok',
  top: 'ok',
};
export const NAMED: ReadonlySet<How> = new Set(['full', 'also', 'short', 'ticked']);
