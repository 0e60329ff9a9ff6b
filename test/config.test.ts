import assert from 'node:assert/strict';
import { CPOR_2020, type Notice, type Notices } from '../src/campaign/notices.ts';
import { parseConfig } from '../src/config.ts';
import { OperatorError } from '../src/errors.ts';

const APP = {
  MicrosoftAppId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: 'a-client-secret',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'ABCDEF01-1111-4111-8111-111111111111',
};

/** Asserts one sentence that names the variable and the cure, and does not repeat what was given. */
function refuses(env: Record<string, string>, name: string, value?: string): void {
  assert.throws(
    () => parseConfig(env),
    (error: unknown) => {
      assert.ok(error instanceof OperatorError, String(error));
      assert.ok(error.message.startsWith(`${name} `), error.message);
      assert.match(error.message, /Correct it|remove|Set |Use /);
      // Left aside: values that stand in the sentence as the example or the limit.
      if (value && value.length > 10)
        assert.ok(!error.message.replaceAll(/such as \S+/g, '').includes(value), error.message);
      return true;
    },
  );
}

describe('the configuration', () => {
  const WRONG: Record<string, readonly string[]> = {
    MicrosoftAppId: ['my-bot', '22222222-2222-4222-8222'],
    MicrosoftAppTenantId: ['contoso.onmicrosoft.com'],
    MicrosoftAppType: ['MultiTenant', 'singletenant', 'UserAssignedMsi'],
    PORT: ['http', '-1', '65536', '39.5', '3978;', 'NaN'],
    MONGODB_URI: ['localhost:27017', 'http://mongo.example', 'mongodb:/x', 'postgres://secret@host'],
    ALLOWED_TENANTS: ['contoso.com', '11111111-1111-4111-8111-111111111111,everyone', '*'],
    LEADS: ['Adele Vance', 'adelev@contoso.example; meganb@contoso.example'],
    CLAMD: ['localhost', 'localhost:port', 'tcp://localhost:3310', 'a b:3310', '127.0.0.1:99999'],
    TIME_ZONE: ['Mars/Olympus', 'CEST+2', 'UTC\u0000'],
    MAX_FILE_MB: ['0', '-5', '251', 'many', 'Infinity', 'NaN'],
    CAMPAIGN_DEADLINE: [
      ...['30.06.2020', '2020-02-30', '2020-6-30', 'soon', 'cpor-2020=soon', 'other=2020-06-30'],
      ...['9999-12-31', '1999-12-31', '0000-01-01', 'cpor-2020=9999-12-31'],
    ],
    CAMPAIGN_EFFECTIVE: ['2021-02-29', '1 July 2020', '9999-12-31', '2200-01-01'],
    NOW: [
      ...['yesterday', '2020-06-16', '2020-06-16 08:00', '2020-06-16T08:00:00', '2020-13-01T00:00:00Z'],
      // Calendars around these have years that days do not compare in.
      ...['9999-12-31T23:59:59Z', '9999-01-01T00:00:00Z', '2199-12-31T23:30:00-01:00', '0000-01-01T00:00:00Z'],
    ],
    LOG_LEVEL: ['verbose', 'INFO', 'trace'],
    NUDGE_DAYS: [
      ...[
        '30;14',
        '30 14',
        '7,',
        ',7',
        '7,,3',
        ',',
        '-1',
        '1.5',
        '1e1',
        '366',
        'OFF',
        'off,7',
        'none',
        'fourteen days',
      ],
      Array.from({ length: 21 }, (_, day) => day).join(','),
    ],
    NUDGE_HOURS: ['9', '9-', '-17', '9-17-18', '9:00-17:00', '9–17', '17-9', '9-9', '9-25', '8.5-17', 'office hours'],
    TURNS_PER_MINUTE: ['0', '9', '-240', '60.5', 'many', 'NaN', 'Infinity'],
    NUDGE_RATE: ['0', '-5', '41', '2.5', 'fast', 'NaN', 'Infinity'],
    NUDGE_TICK_SECONDS: ['0', '-60', '3601', '0.5', 'every minute', 'NaN', 'Infinity'],
    DESK_WEBHOOK_URL: ['helpdesk.contoso.example', 'ftp://helpdesk.contoso.example', 'https://', 'localhost:8080'],
    DESK_WEBHOOK_SECRET: ['short', '123456789012345'],
    HOST: ['0.0.0.0', '::', '192.168.1.7', 'bot.example'],
  };
  // In local mode ids of test clients may have any form.
  const WITH_APP = new Set(['ALLOWED_TENANTS', 'LEADS', 'MicrosoftAppType', 'MicrosoftAppTenantId']);
  for (const [name, values] of Object.entries(WRONG)) {
    it(`refuses a wrong ${name} with its name and the cure, without the value`, () => {
      for (const value of values) refuses({ ...(WITH_APP.has(name) && APP), [name]: value }, name, value);
    });
  }

  it('says so when the campaign takes effect before its deadline', () => {
    refuses({ CAMPAIGN_DEADLINE: '2020-07-02' }, 'CAMPAIGN_EFFECTIVE');
  });

  it('takes a day for the first notice, or days by the names of the notices', () => {
    const dates = (env: Record<string, string>, notices?: Notices) =>
      parseConfig(env, notices).campaigns.map(({ id, deadline, effective, label }) => [id, deadline, effective, label]);
    const effective = '2021-02-01';
    assert.deepEqual(dates({}), [['cpor-2020@2020-06-30', '2020-06-30', '2020-07-01', undefined]]);
    const moved = [['cpor-2020@2021-01-31', '2021-01-31', effective, undefined]];
    for (const form of ['', 'cpor-2020=', ' cpor-2020 = '])
      assert.deepEqual(
        dates({ CAMPAIGN_DEADLINE: `${form}2021-01-31`, CAMPAIGN_EFFECTIVE: `${form}${effective}` }),
        moved,
      );
    const second: Notice = { ...CPOR_2020, name: 'second', label: 'Second', effective: '2020-07-02' };
    assert.deepEqual(dates({ CAMPAIGN_DEADLINE: 'second=2020-07-01' }, [CPOR_2020, second]), [
      ['cpor-2020@2020-06-30', '2020-06-30', '2020-07-01', 'CPOR and POE 2020'],
      ['second@2020-07-01', '2020-07-01', '2020-07-02', 'Second'],
    ]);
  });

  it('refuses half a registration, naming the missing half', () => {
    refuses({ MicrosoftAppPassword: 'a-client-secret' }, 'MicrosoftAppPassword', 'a-client-secret');
    for (const name of ['MicrosoftAppType', 'MicrosoftAppTenantId', 'MicrosoftAppPassword'])
      refuses({ ...APP, [name]: '' }, name, APP.MicrosoftAppPassword);
  });

  const WEBHOOK = {
    DESK_WEBHOOK_URL: 'https://helpdesk.contoso.example/hooks/cpor?token=s3cret-in-the-address',
    DESK_WEBHOOK_SECRET: 'a-long-enough-secret',
  };

  it('takes a help-desk system with a secret to sign with', () => {
    assert.equal(parseConfig({}).webhook, undefined);
    assert.deepEqual(parseConfig(WEBHOOK).webhook, {
      url: WEBHOOK.DESK_WEBHOOK_URL,
      secret: WEBHOOK.DESK_WEBHOOK_SECRET,
    });
  });

  it('refuses half a help-desk system, naming the missing half', () => {
    for (const name of ['DESK_WEBHOOK_URL', 'DESK_WEBHOOK_SECRET'] as const)
      refuses({ ...WEBHOOK, [name]: '' }, name, name === 'DESK_WEBHOOK_URL' ? WEBHOOK.DESK_WEBHOOK_SECRET : 's3cret');
  });

  it('sends tickets in the open to this machine only', () => {
    for (const host of ['127.0.0.1:8080', 'localhost', '[::1]:8080'])
      assert.ok(parseConfig({ ...WEBHOOK, DESK_WEBHOOK_URL: `http://${host}/hook` }).webhook, host);
    for (const host of [
      'helpdesk.contoso.example',
      '10.0.0.7',
      'localhost.contoso.example',
      '127.0.0.1@contoso.example',
    ]) {
      const env = { ...WEBHOOK, DESK_WEBHOOK_URL: `http://${host}/hook?token=s3cret-in-the-address` };
      refuses(env, 'DESK_WEBHOOK_URL', 's3cret-in-the-address');
      assert.throws(() => parseConfig(env), /is not encrypted\. Use an address that starts with https/, host);
    }
  });

  it('never repeats a secret, whatever else is wrong', () => {
    const uri = 'mongodb+srv:/user:s3cret@cluster.example';
    refuses({ ...APP, MONGODB_URI: uri }, 'MONGODB_URI', 's3cret');
    refuses({ ...APP, MicrosoftAppId: 'a-client-secret' }, 'MicrosoftAppId', 'a-client-secret');
  });

  it('runs without any variable: local mode, loopback, embedded store, everybody a lead', () => {
    assert.deepEqual(parseConfig({}), {
      port: 3978,
      host: '127.0.0.1',
      dataDir: '.data',
      timeZone: 'UTC',
      partnerNames: [],
      fileHosts: [],
      maxFileBytes: 50 * 1024 * 1024,
      dailyUploadBytes: 500 * 1024 * 1024,
      turnsPerMinute: 240,
      campaigns: [{ id: 'cpor-2020@2020-06-30', notice: CPOR_2020, deadline: '2020-06-30', effective: '2020-07-01' }],
      nudges: { days: [30, 14, 7, 3, 1, 0], hours: { from: 9, to: 17 }, rate: 25, tickSeconds: 60 },
      logLevel: 'info',
    });
  });

  it('takes empty and blank values for unset', () => {
    const names = [...Object.keys(WRONG), 'MicrosoftAppPassword', 'DATA_DIR'];
    for (const blank of ['', '  ', '\t'])
      assert.deepEqual(parseConfig(Object.fromEntries(names.map((name) => [name, blank]))), parseConfig({}));
    // A list of nothing names nobody either.
    assert.deepEqual(parseConfig({ LEADS: ' , ,', ALLOWED_TENANTS: ',' }), parseConfig({}));
  });

  it('leaves variables that are not its own alone', () => {
    assert.deepEqual(
      parseConfig({ PATH: '/bin', port: 'x', __proto__: 'y' } as Record<string, string>),
      parseConfig({}),
    );
  });

  it('with an app listens everywhere, admits its own tenant only and makes nobody a lead by itself', () => {
    const config = parseConfig(APP);
    assert.equal(config.host, '0.0.0.0');
    assert.deepEqual(config.allowedTenants, ['abcdef01-1111-4111-8111-111111111111']);
    assert.deepEqual(config.leads, []);
    assert.deepEqual(config.app, {
      id: APP.MicrosoftAppId,
      tenantId: APP.MicrosoftAppTenantId,
      type: 'SingleTenant',
      password: APP.MicrosoftAppPassword,
    });
  });

  it('gives a managed identity no password', () => {
    assert.ok(!('password' in (parseConfig({ ...APP, MicrosoftAppType: 'UserAssignedMSI' }).app ?? {})));
    assert.ok(parseConfig({ ...APP, MicrosoftAppType: 'UserAssignedMSI', MicrosoftAppPassword: '' }).app);
  });

  it('compares tenants and leads in lower case, blanks aside', () => {
    const id = 'ABCDEF02-1111-4111-8111-111111111111';
    const config = parseConfig({ ...APP, ALLOWED_TENANTS: ` ${id} ,`, LEADS: ` AdeleV@Contoso.example, ${id}` });
    assert.deepEqual(config.allowedTenants, [id.toLowerCase()]);
    assert.deepEqual(config.leads, ['adelev@contoso.example', id.toLowerCase()]);
  });

  it('reminds on the days, in the hours and at the rate that are chosen', () => {
    const nudges = (env: Record<string, string>) => parseConfig(env).nudges;
    assert.deepEqual(nudges({ NUDGE_DAYS: '0' }).days, [0]);
    assert.deepEqual(nudges({ NUDGE_DAYS: ' 365, 7 ,0 ' }).days, [365, 7, 0]);
    assert.equal(nudges({ NUDGE_DAYS: Array.from({ length: 20 }, (_, day) => day).join(',') }).days.length, 20);
    assert.deepEqual(nudges({ NUDGE_HOURS: '0-24' }).hours, { from: 0, to: 24 });
    assert.deepEqual(nudges({ NUDGE_HOURS: '08 - 18' }).hours, { from: 8, to: 18 });
    for (const rate of [1, 40]) assert.equal(nudges({ NUDGE_RATE: String(rate) }).rate, rate);
    for (const seconds of [1, 3600]) assert.equal(nudges({ NUDGE_TICK_SECONDS: String(seconds) }).tickSeconds, seconds);
  });

  it('reminds nobody when reminders are off', () => {
    assert.deepEqual(parseConfig({ NUDGE_DAYS: 'off' }).nudges.days, []);
  });

  it('refuses a day that a single file would fill', () => {
    refuses({ DAILY_UPLOAD_MB: '49' }, 'DAILY_UPLOAD_MB');
    assert.equal(parseConfig({ DAILY_UPLOAD_MB: '50' }).dailyUploadBytes, 50 * 1024 * 1024);
  });

  it('takes the right values of the rest', () => {
    const config = parseConfig({
      PORT: '0',
      HOST: 'localhost',
      MAX_FILE_MB: '0.5',
      MONGODB_URI: 'mongodb://127.0.0.1:27017/cpor',
      TIME_ZONE: 'Pacific/Kiritimati',
      FILE_HOSTS: '127.0.0.1:8080, files.contoso.example',
      NOW: '2020-06-16T10:00:00+02:00',
      LOG_LEVEL: 'silent',
    });
    assert.equal(config.port, 0);
    assert.equal(config.maxFileBytes, 512 * 1024);
    assert.equal(config.now?.toISOString(), '2020-06-16T08:00:00.000Z');
    assert.deepEqual(config.fileHosts, ['127.0.0.1:8080', 'files.contoso.example']);
  });
});
