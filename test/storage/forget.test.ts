import assert from 'node:assert/strict';
import { forgetIn, withoutPerson } from '../../src/storage/forget.ts';

const ADELE = {
  userId: 'adele',
  name: 'Adele Vance',
  addresses: ['adelev@contoso.example'],
  ownerKeys: ['upn:adelev@contoso.example'],
};
const STAND_IN = { userId: 'erased-1', name: 'Deleted user' };
const without = <T>(value: T): T => withoutPerson(value, ADELE, STAND_IN);

describe('a document without a person', () => {
  it('has another id and name in their place, in lists too', () => {
    const doc = { by: { userId: 'adele', name: 'Adele Vance' }, told: ['alex', 'adele'] };
    assert.deepEqual(without(doc), { by: STAND_IN, told: ['alex', 'erased-1'] });
  });

  it('has their id in no key', () => {
    assert.deepEqual(without({ keys: ['adele/1', 'adeles/1', 'alex/2'] }), {
      keys: ['erased-1/1', 'adeles/1', 'alex/2'],
    });
  });

  it('has their address nowhere, in whatever case it stands', () => {
    assert.deepEqual(without({ who: 'AdeleV@contoso.example' }), { who: 'Deleted user' });
  });

  it('has no owner where they were it', () => {
    const owner = { key: 'upn:adelev@contoso.example', label: 'adelev@contoso.example' };
    assert.deepEqual(without({ owner, changes: [{ before: { owner } }] }), { changes: [{ before: {} }] });
    const other = { owner: { key: 'upn:alex@contoso.example', label: 'alex' } };
    assert.equal(without(other), other);
  });

  it('keeps a namesake’s name, and whatever else is called as they are', () => {
    const doc = {
      by: { userId: 'other', name: 'Adele Vance' },
      owner: { key: 'upn:adele2@contoso.example', label: 'Adele Vance' },
      customerName: 'Adele Vance',
      text: 'Adele Vance signed it',
      number: 5,
      flag: true,
    };
    assert.equal(without(doc), doc);
  });

  it('has no name beside their id, also one that they had before', () => {
    assert.deepEqual(without({ by: { userId: 'adele', name: 'Adele Maiden' } }), { by: STAND_IN });
  });

  it('loses their ids and keys one by one, so that what comes into a list meanwhile stays', () => {
    const doc = { _id: '1', version: 4, told: ['alex', 'adele', 'lee'] };
    assert.deepEqual(forgetIn(doc, ADELE, STAND_IN), { update: { $pull: { told: 'adele' } }, asRead: {} });
  });

  it('is written field by field, on what was read', () => {
    const doc = { _id: '1', by: { userId: 'adele', name: 'Adele Vance' }, state: 'open' };
    assert.deepEqual(forgetIn(doc, ADELE, STAND_IN), {
      update: { $set: { 'by.userId': 'erased-1', 'by.name': 'Deleted user' }, $unset: {} },
      asRead: { 'by.userId': 'adele', 'by.name': 'Adele Vance' },
    });
  });

  it('counts as changed where it counts its changes', () => {
    const doc = {
      _id: '1',
      version: 4,
      history: [{ by: { userId: 'adele', name: 'A' } }],
      owner: { key: ADELE.ownerKeys[0], label: 'a' },
    };
    assert.deepEqual(forgetIn(doc, ADELE, STAND_IN), {
      update: {
        $set: { history: [{ by: STAND_IN }] },
        $unset: { owner: true },
        $inc: { version: 1 },
      },
      asRead: { version: 4 },
    });
  });

  it('is left alone where they are not in it', () => {
    assert.equal(forgetIn({ _id: '1', version: 4 } as { _id: string }, ADELE, STAND_IN), undefined);
  });
});
