/** Yardstick: a bot of botbuilder on restify, as its samples have it. It answers each message with one text, and each invoke with 200. */
import { ActivityTypes, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

/** restify's request is one; its declarations only do not say that it has a method. */
type AdapterRequest = Parameters<CloudAdapter['process']>[0];

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = restify.createServer();
server.use(restify.plugins.bodyParser());
server.post('/api/messages', async (request, response) => {
  await adapter.process(request as AdapterRequest, response, async (context) => {
    const { type, text } = context.activity;
    if (type === ActivityTypes.Message) await context.sendActivity(`You said: ${text}`);
    else await context.sendActivity({ type: ActivityTypes.InvokeResponse, value: { status: 200, body: {} } });
  });
});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.address().port })));
