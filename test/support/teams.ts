/**
 * A stand-in for Teams: the connector that a bot answers to, the files that people send, and the people themselves.
 * Tests drive the real bot with it through its HTTP door; nothing of the bot or its SDK is inside.
 */
import { createHash } from 'node:crypto';
import type { Activity, BotData, PersonData, Place } from './teams/activities.ts';
import { Chat, type Wire } from './teams/chat.ts';
import { Connector } from './teams/connector.ts';
import { Conversation } from './teams/conversation.ts';
import type { Fault, FaultScope, ImmediateFault, PlannedFault, Request, Watch } from './teams/faults.ts';
import type { FileBody } from './teams/files.ts';
import type { TeamsLimits } from './teams/limits.ts';

export type { Activity, PersonData } from './teams/activities.ts';
export type { Answer, Chat } from './teams/chat.ts';
export type { Conversation } from './teams/conversation.ts';

export const TENANT = '11111111-1111-4111-8111-111111111111';

export interface TeamsOptions {
  /** What the bot is called and its app id. */
  readonly bot?: { readonly name?: string; readonly appId?: string };
  /** When given, each call of the bot has to bear this token. */
  readonly bearer?: string;
  /** The time in activities; the real one when not given. */
  readonly now?: () => Date;
  /** Teams' limits hold; not given: there are none. */
  readonly limits?: TeamsLimits;
  /** What goes wrong with requests that no planned fault is for. */
  readonly randomFault?: (request: Request) => ImmediateFault | undefined;
  readonly watch?: Watch;
  /** People wait for an answer that comes late, for tests in which a busy machine may make it so. */
  readonly waitsForLate?: boolean;
}

/** A person with their personal chat. */
export interface Person extends PersonData {
  readonly chat: Chat;
  /** The same person in a group chat or a channel, which they join if they are not in it. */
  in(conversation: Conversation): Chat;
}

/** Starts the stand-in on a free loopback port. Stop it when done. */
export async function startTeams(options: TeamsOptions = {}): Promise<Teams> {
  const { bearer, limits, randomFault, watch = {}, now } = options;
  const connector = new Connector();
  connector.bearer = bearer;
  connector.limits = limits;
  connector.watch = watch;
  if (randomFault) connector.faults.randomFault = randomFault;
  if (now) connector.now = () => now().getTime();
  await connector.start();
  return new Teams(connector, options);
}

export class Teams {
  readonly bot: BotData;
  readonly #connector: Connector;
  readonly #now: () => Date;
  #endpoint: string | undefined;
  #authorization: () => string | Promise<string> = () => '';
  readonly #waitsForLate: boolean;
  #waiting = new AbortController();

  constructor(connector: Connector, { bot, now = () => new Date(), waitsForLate = false }: TeamsOptions) {
    this.#waitsForLate = waitsForLate;
    this.#connector = connector;
    this.#now = now;
    this.bot = { id: `28:${bot?.appId ?? uuid('bot')}`, name: bot?.name ?? 'CPOR Assistant' };
  }

  /** What activities name as their service; the token's `serviceurl` claim has to equal it. */
  get serviceUrl(): string {
    return this.#connector.serviceUrl;
  }

  /** `127.0.0.1:PORT`: where files come from. */
  get host(): string {
    return new URL(this.#connector.origin).host;
  }

  /** All requests that came in, in order; copies of what the bot did, to count and to read. */
  get requests(): readonly Request[] {
    return this.#connector.requests;
  }

  /** How many requests match. */
  count(scope: Pick<FaultScope, 'method' | 'url'> = {}): number {
    return this.requests.filter(
      ({ method, url }) => (scope.method ?? method) === method && (scope.url?.test(url) ?? true),
    ).length;
  }

  /** Where the bot listens, and the `Authorization` header to send with each activity, if any. */
  connectTo(endpoint: string, { authorization }: { authorization?: () => string | Promise<string> } = {}): void {
    this.#endpoint = endpoint;
    if (authorization) this.#authorization = authorization;
  }

  /** Waits no more for what is not answered yet, as Teams does after 15 s: who sent it gets an error, and may have it delivered again. */
  hangUp(): void {
    this.#waiting.abort();
    this.#waiting = new AbortController();
  }

  /** Lets the next matching requests fail (the next one when not told otherwise). */
  inject(fault: Fault, scope?: FaultScope): PlannedFault {
    return this.#connector.faults.plan(fault, scope);
  }

  /** Drops what is kept of the requests so far, and of what was sent to conversations. */
  forget(): void {
    this.#connector.forget();
  }

  /** Serves a file as SharePoint does; returns its download address. */
  offerFile(name: string, body: FileBody): string {
    return `${this.#connector.origin}${this.#connector.files.offer(name, body)}`;
  }

  /** Lets a download address expire. */
  revoke(url: string): void {
    this.#connector.files.revoke(url);
  }

  /** Opens a place for a file where people keep theirs; returns the address to send it to. */
  openUpload(name: string): string {
    return `${this.#connector.origin}${this.#connector.uploads.open(name)}`;
  }

  /** The files of a name that the bot saved where people keep theirs, the newest last. */
  saved(name: string): Buffer[] {
    return this.#connector.uploads.saved(name);
  }

  /** A person of a tenant; what is not given follows from the name. */
  person({ name, ...given }: { name: string } & Partial<PersonData>): Person {
    const [first = 'someone', last = ''] = name.toLowerCase().split(' ');
    const upn = given.upn ?? `${first}${last.slice(0, 1)}@contoso.example`;
    const tenantId = given.tenantId ?? TENANT;
    const data: PersonData = {
      id: `29:${hash(`${tenantId} ${name}`).toString('base64url')}`,
      name,
      aadObjectId: uuid(`${tenantId} ${name}`),
      upn,
      email: upn,
      locale: 'en-US',
      timeZone: 'America/Los_Angeles',
      ...given,
      tenantId,
    };
    const id = `a:1${hash(`chat ${data.id}`).toString('base64url')}`;
    const chat = new Chat(data, this.#conversation({ id, type: 'personal', tenantId }, [data]), this.#wire());
    return { ...data, chat, in: (conversation) => this.#join(data, conversation) };
  }

  /** A group chat. */
  group(name: string, tenantId = TENANT): Conversation {
    const id = `19:${hash(`${tenantId} group ${name}`).toString('hex').slice(0, 32)}@thread.v2`;
    return this.#conversation({ id, type: 'groupChat', tenantId, name }, []);
  }

  /**
   * The chat of one person with Microsoft 365 Copilot, where they speak to the bot as an agent.
   * @param type as what Microsoft tells it: the one activity that it has published says `groupChat`
   */
  copilot({ name, tenantId }: PersonData, type: 'personal' | 'groupChat' = 'personal'): Conversation {
    const id = `19:${hash(`${tenantId} copilot ${name} ${type}`).toString('base64url')}@thread.v2`;
    return this.#conversation({ id, type, tenantId, host: 'copilot' }, []);
  }

  /** The mail that somebody writes in Outlook: the bot searches there, and no roster tells of it. */
  outlook({ name, tenantId }: PersonData): Conversation {
    return this.#conversation({ id: uuid(`outlook ${name}`), type: 'personal', tenantId, host: 'outlook' }, []);
  }

  /** A channel of a team. */
  channel(name: string, teamName = 'Partner incentives', tenantId = TENANT): Conversation {
    const thread = (what: string) => `19:${hash(`${tenantId} ${what}`).toString('hex').slice(0, 32)}@thread.tacv2`;
    const team = { id: thread(teamName), name: teamName, aadGroupId: uuid(teamName) };
    const channel = this.#conversation(
      { id: thread(`${teamName} ${name}`), type: 'channel', tenantId, name, team },
      [],
    );
    // Who is in a standard channel is who is in its team: the roster is asked of the team.
    this.#connector.conversations.set(team.id, channel);
    return channel;
  }

  /** Lets held requests go on and ends all connections. */
  stop(): Promise<void> {
    return this.#connector.stop();
  }

  #join(person: PersonData, conversation: Conversation): Chat {
    if (conversation.place.host !== 'outlook') conversation.members.set(person.id, person);
    return new Chat(person, conversation, this.#wire());
  }

  #conversation(place: Place, members: readonly PersonData[]): Conversation {
    const known = this.#connector.conversations.get(place.id);
    const conversation = known ?? new Conversation(place, members);
    this.#connector.conversations.set(place.id, conversation);
    return conversation;
  }

  #wire(): Wire {
    const connector = this.#connector;
    return {
      bot: this.bot,
      serviceUrl: connector.serviceUrl,
      now: this.#now,
      newId: () => connector.newId(),
      offerFile: (name, bytes) => this.offerFile(name, bytes),
      openUpload: (name) => this.openUpload(name),
      offerPicture: (bytes) => `${connector.serviceUrl}v3/attachments/${connector.files.paste(bytes)}/views/original`,
      post: (activity) => this.#post(activity),
      waitsForLate: this.#waitsForLate,
    };
  }

  async #post(activity: Activity): Promise<{ status: number; body: unknown }> {
    if (!this.#endpoint) throw new Error('call connectTo() before anyone speaks');
    const authorization = await this.#authorization();
    const response = await fetch(this.#endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...(authorization ? { authorization } : {}) },
      body: JSON.stringify(activity),
      signal: this.#waiting.signal,
    });
    return { status: response.status, body: parse(await response.text()) };
  }
}

function parse(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return text;
  }
}

function hash(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/** The same text gives the same id, in every run. */
function uuid(text: string): string {
  const hex = hash(text).toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
