/** A store each of whose questions is a part of the span that asks it: which collection, what kind of question, never what for. */
import type { Collection, CollectionSpec, Doc, DocStore } from '../storage/port.ts';
import type { Tracing } from './tracing.ts';

const OPERATIONS = [
  'insertOne',
  'findOne',
  'find',
  'countDocuments',
  'groupCount',
  'updateOne',
  'findOneAndUpdate',
  'bulkUpsert',
  'deleteOne',
  'deleteMany',
  'tenants',
] as const satisfies readonly (keyof Collection<Doc>)[];

/** The same store, watched. */
export function tracedStore(store: DocStore, tracing: Tracing): DocStore {
  return {
    engine: store.engine,
    collection: <T extends Doc>(spec: CollectionSpec) =>
      tracedCollection<T>(store.collection<T>(spec), spec.name, store, tracing),
    setUp: () => store.setUp(),
    check: () => store.check(),
    settled: () => part(store, tracing, 'settled', undefined, () => store.settled()),
    removeExpired: () => store.removeExpired(),
    close: () => store.close(),
  };
}

type Method = (...args: unknown[]) => Promise<unknown>;

function tracedCollection<T extends Doc>(
  collection: Collection<T>,
  name: string,
  store: DocStore,
  tracing: Tracing,
): Collection<T> {
  const methods = OPERATIONS.map((operation): [string, Method] => {
    const method = (collection[operation] as Method).bind(collection);
    return [operation, (...args) => part(store, tracing, operation, name, () => method(...args))];
  });
  return Object.fromEntries(methods) as unknown as Collection<T>;
}

function part<T>(
  { engine }: DocStore,
  tracing: Tracing,
  operation: string,
  collection: string | undefined,
  work: () => Promise<T>,
): Promise<T> {
  const attributes = {
    'db.system.name': engine,
    'db.operation.name': operation,
    ...(collection !== undefined && { 'db.collection.name': collection }),
  };
  const name = collection === undefined ? operation : `${operation} ${collection}`;
  return tracing.span(name, { kind: 'client', attributes, isPart: true }, work);
}
