/** Yardstick: restify alone. It answers each message with one text, posted where the activity says, and each invoke with 200. */
import { Agent, request as post } from 'node:http';
import restify, { type Request } from 'restify';

interface Incoming {
  readonly type: string;
  readonly id: string;
  readonly text?: string;
  readonly serviceUrl: string;
  readonly conversation: { readonly id: string };
}

const agent = new Agent({ keepAlive: true });

function reply({ serviceUrl, conversation, id, text }: Incoming): Promise<void> {
  const url = `${serviceUrl}v3/conversations/${encodeURIComponent(conversation.id)}/activities/${id}`;
  const body = JSON.stringify({ type: 'message', text: `You said: ${text}` });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return new Promise((resolve, reject) => {
    post(url, { method: 'POST', agent, headers }, (answer) => answer.resume().once('end', resolve))
      .once('error', reject)
      .end(body);
  });
}

const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request: Request, response) => {
  const activity = request.body as Incoming;
  if (activity.type === 'message') await reply(activity);
  response.send(200, {});
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
