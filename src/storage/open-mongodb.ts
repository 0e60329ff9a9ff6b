/** The store on MongoDB. It is a module of its own because the driver takes some 20 MB: nothing else imports it before it is wanted. */
import { connect } from './mongodb/connect.ts';
import { Heartbeats } from './mongodb/heartbeats.ts';
import { ServerReach } from './mongodb/reach.ts';
import { MongoStore } from './mongodb/store.ts';
import type { DocStore, FileVault } from './port.ts';
import { GridFsVault } from './vault-gridfs.ts';

/**
 * @param now the real time, by which documents expire
 * @param answerWithinMs milliseconds that the server gets to answer; a default where not given
 * @throws OperatorError naming MONGODB_URI and the cure
 */
export async function openMongoDb(
  uri: string,
  now: () => Date,
  answerWithinMs?: number,
): Promise<{ readonly store: DocStore; openVault(): Promise<FileVault> }> {
  const { client, db } = await connect(uri);
  const heartbeats = new Heartbeats(client);
  const reach = new ServerReach(answerWithinMs, undefined, () => heartbeats.renewIfStuck());
  return { store: new MongoStore(client, db, now, reach), openVault: () => GridFsVault.open(db, now, reach) };
}
