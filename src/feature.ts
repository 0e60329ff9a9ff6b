/**
 * What a feature hands in. Its own `feature.ts` builds it, with its arguments by hand; the composition root lists the features, and
 * whoever collects from them (the conversation, the HTTP server, the outbox, the metrics) knows none of them.
 */
import type { Readable } from 'node:stream';
import type { Button } from './cards/options.ts';
import type { OutboxSource, OutboxWorker } from './outbox/worker.ts';
import type { ProblemCode, Problems, ProblemTexts } from './problems/index.ts';
import type { Records } from './storage/records.ts';
import type { FileNames } from './storage/vault-sweep.ts';
import type { Timer } from './timers.ts';
import type { Reply, Turn } from './turn.ts';
import type { Verb, VerbData } from './verbs/index.ts';

export interface Feature<V extends Verb = never, C extends ProblemCode = never> {
  readonly name: string;
  /** The sentences for what people can put right: exactly its own codes, by type. */
  readonly problems: ProblemTexts<Pick<Problems, C>>;
  /** Its buttons: exactly its own verbs, by type. */
  readonly presses: Presses<V>;
  readonly commands?: readonly Command[];
  /** By the names of the sheets in `knowledge/commands/`. */
  readonly intents?: Readonly<Record<string, Intent>>;
  /** @param locale of the reader */
  readonly help?: (locale: string) => Help;
  readonly finds?: MessageLookup;
  readonly routes?: readonly Route[];
  readonly serverRefusals?: ServerRefusals;
  /** What it sends proactively, and the worker that does. */
  readonly deliveries?: { readonly worker: OutboxWorker; readonly sources: readonly OutboxSource[] };
  readonly timers?: readonly Timer[];
  /** Read at each scrape of `/metrics`, for all tenants together. */
  readonly metrics?: () => Promise<readonly Metric[]>;
  /** The files in the vault that its records name. One that no feature names is removed. */
  readonly fileNames?: FileNames;
  /** Every collection that it keeps. */
  readonly records?: readonly Records[];
  /** Brings what is stored up to date with this version. Called once, at a start, before anything is answered or sent. */
  prepare?(): Promise<void>;
  /** What is under way ends, or is left to the next start. Called once, at a stop, when the turns have ended. */
  stop?(): Promise<void>;
}

export type Handler<D> = (turn: Turn, data: D) => Promise<Reply>;

/** `everywhere`: also where others read along. What it answers shows no customers' data, or its handler checks where it is. */
export type Press<V extends Verb> =
  | Handler<VerbData<V>>
  | { readonly handle: Handler<VerbData<V>>; readonly everywhere: true };

export type Presses<V extends Verb> = { readonly [K in V]: Press<K> };

/** A line that people type. */
export interface Command {
  readonly name: string;
  /** Anchored, and without a repeat within a repeat (`(a+)+`): a long message never takes exponential time. */
  readonly pattern: RegExp;
  /** Undefined: it was no command after all. */
  handle(turn: Turn, match: RegExpExecArray): Promise<Reply | undefined>;
  /** Absent: in the personal chat alone. `groups`: in teams and group chats alone. */
  readonly where?: 'everywhere' | 'groups';
  /** For a pattern that also fits questions: whether a match is surely the command. Such commands are tried after the others. */
  isCertain?(match: RegExpExecArray): boolean;
}

/** What a request in free words is about. */
export interface Subject {
  /** The customer, claim or number that was named, as written; or what else followed. */
  readonly text: string;
  /** Whether `text` is probably a name (it has a word unknown to training). */
  readonly isName: boolean;
  /** All words of the message that are unknown to training, in their order and in lower case: names, mostly. */
  readonly strangeWords: readonly string[];
}

export type IntentHandler = (turn: Turn, subject: Subject) => Promise<Reply>;

/** What people ask of the bot in free words. */
export type Intent =
  | IntentHandler
  | {
      readonly handle: IntentHandler;
      /** Also where others read along. */
      readonly everywhere?: true;
      /** It shows claims: where the message names one by its ID, that one is shown in its stead. */
      readonly showsClaims?: true;
    };

/** What the help card says of it. */
export interface Help {
  readonly lines?: readonly HelpLine[];
  readonly forLeads?: readonly HelpLine[];
  readonly buttons?: readonly HelpButton[];
}

/** With `needs`: not said where the surface takes no files. */
export type HelpLine = string | { readonly text: string; readonly needs: 'files' };

export interface HelpButton extends Button {
  readonly forLeads?: true;
  readonly needs?: 'files';
}

/** What it recognises in a message that is no command. */
export interface MessageLookup {
  /** The thing whose ID the whole text is, where the person may see it. */
  exactly?(turn: Turn, text: string): Promise<Reply | undefined>;
  /** The first thing that one of these is the ID of, where the person may see it. */
  mentioned?(turn: Turn, ids: readonly string[]): Promise<Mention | undefined>;
  /** What is called so, in whole words, where the person may see it. */
  named?(turn: Turn, name: string): Promise<Reply | undefined>;
  /** What the message names amid other words, where the person may see it. @param strangeWords as in `Subject` */
  namedAmid?(turn: Turn, strangeWords: readonly string[]): Promise<Reply | undefined>;
}

export interface Mention {
  readonly show: () => Promise<Reply>;
  readonly button: Button;
}

/** A request as a feature sees it: nothing of the HTTP server. */
export interface RouteRequest {
  /** Lower-case names. */
  header(name: string): string;
  /** The path of its address, with percent signs as they came. */
  readonly path: string;
  /** What stands in the path where the route's has `:name`, decoded; empty where it has none. */
  param(name: string): string;
  /** What stands behind the question mark, decoded. */
  readonly query: URLSearchParams;
  /** Parsed JSON; undefined for a GET, and where bytes are taken. */
  readonly body: unknown;
  /** In place of it, for a route that takes bytes. */
  readonly bytes?: IncomingBytes;
}

/** A body that is taken as it comes. Nothing of it is read before. */
export interface IncomingBytes {
  /** As the sender says, who may be wrong. */
  readonly length?: number;
  /** Once. Where it is not read to its end, the sender hears the answer all the same. */
  open(): Readable;
  /** Aborted where the sender is gone, and nobody hears the answer. */
  readonly signal: AbortSignal;
}

export interface RouteAnswer {
  readonly status: number;
  /** JSON, or a text or bytes of the type beside it. Absent: none. */
  readonly body?: object | string | Buffer;
  /** In place of a body: bytes that are not held, but sent as they come. */
  readonly stream?: { readonly from: Readable; readonly bytes: number };
  /** Absent: JSON is `application/json`. */
  readonly type?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST';
  /** `:name` stands for one part of it, `*` at its end for all that follows. Where several fit, the one that says more is meant. */
  readonly path: string;
  /** Its body is a file, not JSON. */
  readonly takes?: 'bytes';
  /** In local mode, where nobody is authenticated, only requests that name this machine by a loopback name get through. Health checks go without. */
  readonly open?: true;
  handle(request: RouteRequest): Promise<RouteAnswer>;
}

/** How the HTTP server says no by itself, before any route is asked, below an address of the feature's. */
export interface ServerRefusals {
  /** What their paths begin with. */
  readonly below: string;
  /** @param status 400, 403, 404, 405, 413, 415, or 500 for what went wrong */
  answer(status: number, request: Pick<RouteRequest, 'header'>): RouteAnswer;
}

/** A gauge in Prometheus' sense. Numbers and short reasons only: no tenant, no name, no id. */
export interface Metric {
  readonly name: string;
  readonly help: string;
  /** Names of labels, where its values have some. */
  readonly labels?: readonly string[];
  readonly values: readonly { readonly value: number; readonly labels?: Readonly<Record<string, string>> }[];
}
