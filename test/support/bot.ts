/** A bot of a few lines on the real SDK, for the tests of the stand-ins themselves. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { CloudAdapter, type TurnContext } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';

export interface SmallBot {
  readonly endpoint: string;
  readonly port: number;
  /** What a turn failed with, in order. */
  readonly errors: readonly Error[];
  stop(): Promise<void>;
}

/** Serves `logic` on a free loopback port. */
export async function startBot(
  auth: BotFrameworkAuthentication,
  logic: (context: TurnContext) => Promise<void>,
): Promise<SmallBot> {
  const errors: Error[] = [];
  const adapter = new CloudAdapter(auth);
  adapter.onTurnError = async (_context, error) => void errors.push(error);
  const server = createServer(async (request, response) => {
    const { method = '', headers } = request;
    const body = method === 'POST' ? ((await json(request)) as Record<string, unknown>) : {};
    await adapter.process({ body, headers, method }, answering(response), logic);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    endpoint: `http://127.0.0.1:${port}/api/messages`,
    port,
    errors,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** What the adapter asks of a response: the three methods that web frameworks add. */
function answering(response: ServerResponse) {
  return {
    socket: response.socket,
    status(code: number) {
      response.statusCode = code;
    },
    header: (name: string, value: unknown) => void response.setHeader(name, String(value)),
    send: (body: unknown) => void response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => void response.end(),
  };
}
