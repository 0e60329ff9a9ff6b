/** After a run of mocha: drops the databases that its tests left to one another. */
import { MongoClient } from 'mongodb';

export async function mochaGlobalTeardown() {
  const { TEST_MONGODB_URI: uri, TEST_DATABASES: run } = process.env;
  if (!uri || !run) return;
  const client = new MongoClient(uri);
  try {
    const { databases } = await client
      .db()
      .admin()
      .listDatabases({ nameOnly: true, filter: { name: new RegExp(`^${run}_`) } });
    for (const { name } of databases) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}
