/** A stand-in for Teams' connector that costs little: it takes what bots say, keeps the last of each conversation, and has a roster. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { type Activity, member, type PersonData } from '../../test/support/teams/activities.ts';

export interface LightConnector {
  readonly serviceUrl: string;
  /** What was said last in a conversation. */
  last(conversationId: string): Activity | undefined;
  stop(): void;
}

/** @param people who is in the roster, by their ids in the channel */
export async function startConnector(people: ReadonlyMap<string, PersonData>): Promise<LightConnector> {
  const said = new Map<string, Activity>();
  let lastId = Date.now();
  const server = createServer({ keepAliveTimeout: 0 }, async (request, response) => {
    const [conversation = '', part, who = ''] = (request.url ?? '').split('/').slice(4).map(decodeURIComponent);
    const body = request.method === 'POST' ? ((await json(request)) as Activity) : undefined;
    const person = part === 'members' ? people.get(who) : undefined;
    const id = String(++lastId);
    if (body !== undefined) said.set(conversation, { ...body, id });
    response.writeHead(body === undefined && person === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body === undefined ? person && member(person) : { id }));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/emea/`,
    last: (conversationId) => said.get(conversationId),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
