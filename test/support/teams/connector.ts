/** The Bot Framework connector's REST API on loopback: what a bot calls to answer, change, remove, create and look up. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Activity, member } from './activities.ts';
import type { Conversation } from './conversation.ts';
import { Faults, type Request, type Watch } from './faults.ts';
import { Files } from './files.ts';
import type { TeamsLimits } from './limits.ts';
import { Uploads } from './uploads.ts';

/** Teams' services share a host and tell regions apart by the path. */
const REGION = '/emea';
/** About 100 KB of UTF-16, after Microsoft's documentation. */
const MAX_MESSAGE_BYTES = 100 * 1024;

type Handled = { status: number; body?: unknown };

export class Connector {
  /** All requests in order: of the REST API and of files. */
  readonly requests: Request[] = [];
  readonly faults = new Faults();
  readonly files = new Files();
  readonly uploads = new Uploads();
  readonly conversations = new Map<string, Conversation>();
  /** When set, each call of the REST API has to bear it, or gets 401. */
  bearer: string | undefined;
  /** When set, they hold for the REST API. */
  limits: TeamsLimits | undefined;
  watch: Watch = {};
  now: () => number = Date.now;
  readonly #server: Server;
  #lastId = Date.now();

  constructor() {
    // An idle connection stays open: else one would be closed now and then in the moment in which the bot takes it for its next request.
    this.#server = createServer({ keepAliveTimeout: 0 }, (request, response) => void this.#serve(request, response));
  }

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.faults.releaseAll();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  get serviceUrl(): string {
    return `${this.origin}${REGION}/`;
  }

  /** Ids look like milliseconds, as those of Teams do; each is given out once. */
  newId(): string {
    this.#lastId += 1;
    return String(this.#lastId);
  }

  /** Drops what is kept of the requests so far, and of what was sent to conversations. */
  forget(): void {
    this.requests.length = 0;
    for (const conversation of this.conversations.values()) conversation.forget();
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = '', url = '', headers } = incoming;
    const bytes = await read(incoming);
    // What is cut off on its way is nobody's request.
    if (bytes === undefined) return;
    const isFile = url.startsWith('/uploads/');
    const body = isFile ? undefined : parse(bytes.toString('utf8'));
    const request: Request = { method, url, headers, body, at: this.now(), status: 0, done: false };
    this.requests.push(request);
    this.watch.came?.(request);
    await this.#respond(incoming, response, request, bytes);
    this.watch.ended?.(request);
  }

  async #respond(incoming: IncomingMessage, response: ServerResponse, request: Request, bytes: Buffer): Promise<void> {
    const path = new URL(request.url, this.origin).pathname.split('/').slice(1).map(decodeURIComponent);
    const waitMs = this.#overLimit(request, path);
    if (waitMs !== undefined) {
      response.setHeader('retry-after', String(Math.ceil(waitMs / 1_000)));
      return answer(request, response, { status: 429, body: problem('TooManyRequests') });
    }
    const fault = await this.faults.meet(request);
    if (fault && 'reset' in fault) return void incoming.socket.resetAndDestroy();
    if (fault && !('lost' in fault)) {
      for (const [name, value] of Object.entries(fault.headers ?? {})) response.setHeader(name, value);
      return answer(request, response, { status: fault.status, body: fault.body ?? problem('ServiceError') });
    }
    if (path[0] === 'files') request.status = this.files.answer(path[1] ?? '', response);
    else if (path[0] === 'uploads')
      answer(request, response, this.uploads.answer(path[1] ?? '', request.method, incoming.headers, bytes));
    else if (path.join('/').startsWith('emea/v3/attachments/')) this.#servePicture(request, response, path[3] ?? '');
    else {
      const handled = this.#allowed(request)
        ? this.#handle(request, path.slice(1), bytes.toString('utf8'))
        : unauthorised;
      request.done = handled.status < 300;
      if (fault === undefined) answer(request, response, handled);
      else if (fault.status === undefined) incoming.socket.resetAndDestroy();
      else answer(request, response, { status: fault.status, body: problem('ServiceError') });
    }
  }

  /** Of the REST API only: files lie elsewhere. */
  #overLimit(request: Request, [region, , collection, conversationId]: readonly string[]): number | undefined {
    if (this.limits === undefined || `/${region}` !== REGION || collection !== 'conversations') return undefined;
    const { members = [] } = (request.body ?? {}) as { members?: { id?: string }[] };
    const known = this.conversations.get(conversationId?.split(';')[0] ?? '') ?? this.#personal(members[0]?.id);
    const { tenantId = '', id = conversationId ?? '' } = known?.place ?? {};
    return this.limits.take(request, tenantId, id);
  }

  #personal(member = ''): Conversation | undefined {
    return [...this.conversations.values()].find(
      ({ place, members }) => place.type === 'personal' && members.has(member),
    );
  }

  #servePicture(request: Request, response: ServerResponse, id: string): void {
    const bytes = this.#allowed(request) ? this.files.picture(id) : undefined;
    request.status = bytes ? 200 : this.#allowed(request) ? 404 : 401;
    response.writeHead(request.status, bytes ? { 'content-type': 'image/png' } : {});
    response.end(bytes);
  }

  #allowed({ headers }: Request): boolean {
    return this.bearer === undefined || headers.authorization === `Bearer ${this.bearer}`;
  }

  #handle(request: Request, path: string[], text: string): Handled {
    const [version, collection, conversationId, part, id] = path;
    if (version !== 'v3' || collection !== 'conversations') return { status: 404, body: problem('NotFound') };
    if (conversationId === undefined) return this.#create(request);
    const conversation =
      this.conversations.get(conversationId) ?? this.conversations.get(conversationId.split(';')[0] ?? '');
    if (!conversation) return { status: 404, body: problem('ConversationNotFound') };
    if (part === 'activities') return this.#activity(request, conversation, id, text);
    const members = [...conversation.members.values()];
    if (part === 'pagedmembers') return { status: 200, body: { members: members.map(member) } };
    if (part === 'members' && id === undefined) return { status: 200, body: members.map(member) };
    const found = members.find((person) => part === 'members' && [person.id, person.aadObjectId].includes(id ?? ''));
    return found
      ? { status: 200, body: member(found) }
      : { status: 404, body: problem('MemberNotFoundInConversation') };
  }

  #activity(
    { method, body, headers }: Request,
    conversation: Conversation,
    id: string | undefined,
    text: string,
  ): Handled {
    if (conversation.blocked) return { status: 403, body: problem('MessageWritesBlocked') };
    if (text.length * 2 > MAX_MESSAGE_BYTES) return { status: 413, body: problem('MessageSizeTooBig') };
    const activity = (body ?? { type: 'delete' }) as Activity;
    if (method === 'POST') {
      const given = this.newId();
      conversation.record('message', given, activity, headers);
      return { status: 201, body: { id: given } };
    }
    if (id === undefined || !conversation.shows(id))
      return { status: 404, body: problem('ActivityNotFoundInConversation') };
    conversation.record(method === 'PUT' ? 'update' : 'delete', id, activity, headers);
    return { status: 200, body: { id } };
  }

  /** A 1:1 chat exists once per person: creating it again gives the same. */
  #create({ body, headers }: Request): Handled {
    const { members = [], activity } = (body ?? {}) as { members?: { id?: string }[]; activity?: Activity };
    const conversation = this.#personal(members[0]?.id);
    if (!conversation) return { status: 403, body: problem('BotNotInConversationRoster') };
    if (conversation.blocked) return { status: 403, body: problem('MessageWritesBlocked') };
    const activityId = activity && this.newId();
    if (activity && activityId) conversation.record('message', activityId, activity, headers);
    return { status: 201, body: { id: conversation.place.id, activityId, serviceUrl: this.serviceUrl } };
  }
}

const unauthorised: Handled = { status: 401, body: problem('Unauthorized') };

function problem(code: string) {
  return { error: { code, message: code } };
}

function answer(request: Request, response: ServerResponse, { status, body }: Handled): void {
  request.status = status;
  // Not chained: restify, in the same process, replaces writeHead by one that returns nothing.
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function read(incoming: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk);
  } catch {
    return undefined;
  }
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  return text === '' ? undefined : JSON.parse(text);
}
