/** The bot's own sign-in, in a process that is told of a proxy as Node takes it. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { runNode } from '../support/child.ts';

const APP = {
  id: '22222222-2222-4222-8222-222222222222',
  tenantId: '11111111-1111-4111-8111-111111111111',
  type: 'SingleTenant',
  password: 'secret',
};
const SIGN_IN = `
  import { sdkAuthentication, SingleAttemptAuthentication } from './src/teams/authentication.ts';
  import { ClaimsIdentity } from 'botframework-connector';
  const bot = new ClaimsIdentity([{ type: 'aud', value: '${APP.id}' }], true);
  const factory = new SingleAttemptAuthentication(sdkAuthentication(${JSON.stringify(APP)})).createConnectorFactory(bot);
  const client = await factory.create('https://smba.trafficmanager.net/teams/', 'https://api.botframework.com');
  await client.conversations.getConversationMembers('a').catch((error) => console.log(error.constructor.name));
`;

describe('the sign-in of the bot', () => {
  it('goes by the proxy that Node is told of', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    const HTTPS_PROXY = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
    try {
      const env = { HTTPS_PROXY, NODE_USE_ENV_PROXY: '1' };
      const { stdout, stderr } = await runNode(['--input-type=module', '-e', SIGN_IN], env).ended;
      assert.deepEqual([stdout, stderr], ['SignInAwayError\n', '']);
      assert.ok(asked.length > 0);
      assert.deepEqual([...new Set(asked)], ['login.microsoftonline.com:443']);
    } finally {
      proxy.close();
      await once(proxy, 'close');
    }
  });
});
