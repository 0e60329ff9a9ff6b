import assert from 'node:assert/strict';
import { isLoopbackAddress, isPublicAddress } from '../../src/files/address.ts';

describe('addresses', () => {
  for (const address of [
    '13.107.136.10',
    '52.96.0.1',
    '8.8.8.8',
    '172.32.0.1',
    '100.128.0.1',
    '2603:1061:1300::10',
    '2a00::1',
  ]) {
    it(`${address} is public`, () => assert.equal(isPublicAddress(address), true));
  }

  const notPublic: Record<string, readonly string[]> = {
    unspecified: ['0.0.0.0', '0.1.2.3', '::'],
    loopback: ['127.0.0.1', '127.255.255.254', '::1'],
    private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', 'fc00::1', 'fdff::1'],
    'link-local, with the cloud metadata service': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0', 'fec0::1'],
    'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
    'multicast and broadcast': ['224.0.0.1', '239.255.255.255', '255.255.255.255', 'ff02::1'],
    reserved: ['240.0.0.1', '192.0.0.8', '198.18.0.1', '5f00::1', '100::1', '4000::1'],
    documentation: ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
    'an IPv4 address inside of an IPv6 one': [
      '::ffff:10.0.0.1',
      '::ffff:8.8.8.8',
      '::ffff:7f00:1',
      '::127.0.0.1',
      '64:ff9b::7f00:1',
      '64:ff9b:1::1',
      '2002:7f00:1::',
      '2001:0:7f00:1::',
    ],
    "Azure's host platform": ['168.63.129.16'],
    'no address': ['', 'localhost', '1.2.3', '8.8.8.8 ', '[2603::1]', '0x08080808', '2603::1%1'],
  };
  for (const [what, addresses] of Object.entries(notPublic)) {
    it(`what is ${what} is not public`, () => {
      assert.deepEqual(addresses.filter(isPublicAddress), []);
    });
  }

  it('knows loopback addresses', () => {
    const loopback = ['127.0.0.1', '127.8.8.8', '::1'];
    assert.deepEqual(
      [...loopback, '128.0.0.1', '0.0.0.0', '::', 'localhost', '::1%lo'].filter(isLoopbackAddress),
      loopback,
    );
  });
});
