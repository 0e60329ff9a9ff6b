/** The connection to MongoDB, and what to say when there is none. Connection strings hold passwords: nothing of them is repeated but the hosts. */
import { type Db, MongoClient, MongoServerError, MongoServerSelectionError } from 'mongodb';
import { OperatorError } from '../../errors.ts';

const DEFAULT_DATABASE = 'cpor_assistant';
/** Of the server itself; people put the first one into the path of the URI to say where their user is defined. */
const RESERVED_DATABASES = ['admin', 'local', 'config'];
const TIMEOUT_MS = 5_000;
/** Longer than anything is waited for (`reach.ts`): then the connection is closed, and what was asked over it ends. */
const SILENCE_MS = 90_000;

const AUTHENTICATION_FAILED = 18;
/** Azure DocumentDB's answer to a wrong password (HostUnreachable is 6, Unauthorized 13). */
const UNAUTHORIZED = 13;

/**
 * Connects, and asks the server once. Options given in the URI win over ours.
 * @throws OperatorError naming MONGODB_URI
 */
export async function connect(uri: string): Promise<{ client: MongoClient; db: Db }> {
  const client = makeClient(uri);
  try {
    await client.connect();
    // A driver's default; servers before 5.0 would acknowledge before a majority has it.
    const writeConcern = client.options.writeConcern ?? { w: 'majority' };
    const db = client.db(databaseName(uri), { writeConcern });
    await db.command({ ping: 1 });
    return { client, db };
  } catch (error) {
    await client.close();
    throw unreachable(client, error);
  }
}

function makeClient(uri: string): MongoClient {
  const lower = uri.toLowerCase();
  const unlessGiven = (name: string, ms = TIMEOUT_MS) =>
    lower.includes(`${name.toLowerCase()}=`) ? {} : { [name]: ms };
  try {
    return new MongoClient(uri, {
      ignoreUndefined: true,
      appName: 'cpor-assistant',
      ...unlessGiven('serverSelectionTimeoutMS'),
      ...unlessGiven('connectTimeoutMS'),
      ...unlessGiven('socketTimeoutMS', SILENCE_MS),
    });
  } catch {
    throw new OperatorError(
      'MONGODB_URI is not a MongoDB connection string. It starts with mongodb:// or mongodb+srv://; special characters in the password are percent-encoded.',
    );
  }
}

function databaseName(uri: string): string {
  const path = /^[^:]+:\/\/[^/?]*\/([^?]+)/.exec(uri)?.[1];
  return path === undefined || RESERVED_DATABASES.includes(path) ? DEFAULT_DATABASE : decodeURIComponent(path);
}

function unreachable(client: MongoClient, error: unknown): OperatorError {
  const hosts = client.options.srvHost ?? client.options.hosts.map(String).join(', ');
  if (error instanceof MongoServerError && (error.code === AUTHENTICATION_FAILED || error.code === UNAUTHORIZED)) {
    return new OperatorError(`MONGODB_URI: ${hosts} refused the user name or the password, or the user lacks rights.`);
  }
  return new OperatorError(
    `MONGODB_URI: no usable MongoDB at ${hosts} (${reasonOf(error)}). Check the address, the network rules and TLS.`,
  );
}

/** A code such as ECONNREFUSED where there is one, else the error's class: messages could repeat the URI. */
function reasonOf(error: unknown): string {
  if (error instanceof MongoServerSelectionError) {
    const servers = [...(error.reason?.servers.values() ?? [])];
    return servers.map(({ error }) => (error ? reasonOf(error.cause ?? error) : 'no answer'))[0] ?? 'no answer';
  }
  if (!(error instanceof Error)) return 'unknown error';
  return 'code' in error && error.code !== undefined ? String(error.code) : error.name;
}
