/**
 * The SDK's serializer drops everything from an entity but its type, citations too: its table of shapes says that entities hold
 * more, but only at one of the two places where the serializer looks.
 */
import { createRequire } from 'node:module';

interface Mappers {
  readonly Entity: { readonly type: { additionalProperties?: { type: { name: 'Object' } } } };
}

/** Completes the SDK's table for the whole process. Safe to repeat. */
export function sendWholeEntities(): void {
  const require = createRequire(import.meta.url);
  const mappers = require('botframework-connector/lib/connectorApi/models/mappers.js') as Mappers;
  mappers.Entity.type.additionalProperties = { type: { name: 'Object' } };
}
