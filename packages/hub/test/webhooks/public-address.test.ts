import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {isLoopbackAddress, isPublicAddress} from '../../src/webhooks/public-address.js';
import {webhookUrlFault} from '../../src/webhooks/webhook-url.js';

const PUBLIC = [
  '1.1.1.1',
  '172.15.0.1',
  '172.32.0.1',
  '100.128.0.1',
  '193.0.6.139',
  '2606:4700::1',
];

/** By the range of RFC 6890 that they lie in. */
const NOT_PUBLIC = {
  private: ['10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1'],
  loopback: ['127.0.0.1', '127.1', '0x7f.1', '2130706433', '::1'],
  'link-local, where clouds keep their secrets': ['169.254.169.254', 'fe80::1', 'fe80::1%eth0'],
  'this network': ['0.0.0.0', '0.1.2.3', '::'],
  'carrier-grade NAT': ['100.64.0.1', '100.127.255.255'],
  'unique-local and site-local': ['fc00::1', 'fd12:3456::1', 'fec0::1'],
  multicast: ['224.0.0.1', '239.1.2.3', 'ff02::1'],
  'broadcast and reserved': ['255.255.255.255', '240.0.0.1', '192.0.2.1', '198.18.0.1'],
  'IPv4-mapped and IPv4-compatible': [
    '::ffff:10.0.0.1',
    '::ffff:a00:1',
    '::10.0.0.1',
    '::a00:1',
    '::7f00:1',
    '::ffff:1.1.1.1',
  ],
  'NAT64, 6to4, Teredo': ['64:ff9b::a00:1', '2002:a00:1::', '2001:0:1::1', '64:ff9b:1::1'],
  'never given out': ['::2', '400::1', '4000::1', 'a000::1'],
  'documentation and discard': ['2001:db8::1', '3fff::1', '100::1'],
  'no address': ['', 'localhost', 'example.org', '1.2.3.4.5', '1.2.3.4:80'],
};

describe('public addresses', () => {
  it('are those of the Internet', () => {
    for (const address of PUBLIC) assert.equal(isPublicAddress(address), true, address);
  });

  for (const [range, addresses] of Object.entries(NOT_PUBLIC)) {
    it(`are not those of ${range}`, () => {
      for (const address of addresses) assert.equal(isPublicAddress(address), false, address);
    });
  }

  it('are not loopback ones, in any form', () => {
    for (const address of ['127.0.0.1', '127.9.9.9', '::1', '::ffff:127.0.0.1']) {
      assert.equal(isLoopbackAddress(address), true, address);
    }
    for (const address of ['10.0.0.1', '::', 'localhost']) {
      assert.equal(isLoopbackAddress(address), false, address);
    }
  });
});

describe('the address of an endpoint', () => {
  const faultOf = (url: string, allowLoopback = false) => webhookUrlFault(url, {allowLoopback});

  it('is https, on a public name or address', () => {
    for (const url of [
      'https://shop.example/hook?a=1',
      'https://1.1.1.1/',
      'https://[2606:4700::1]/',
    ]) {
      assert.equal(faultOf(url), undefined, url);
    }
  });

  it('is refused with the reason', () => {
    const faults = {
      'shop.example/hook': 'not-an-url',
      'http://shop.example/': 'not-https',
      'ftp://shop.example/': 'not-https',
      'https://me:secret@shop.example/': 'has-credentials',
      'https://localhost/': 'not-public',
      'https://db/': 'not-public',
      'https://printer.local/': 'not-public',
      'https://a.internal/': 'not-public',
      'https://10.0.0.1/': 'not-public',
      'https://0x0a.1/': 'not-public',
      'https://2852039166/': 'not-public',
      'https://[::1]/': 'not-public',
      'https://[::ffff:10.0.0.1]/': 'not-public',
    };
    for (const [url, fault] of Object.entries(faults)) assert.equal(faultOf(url), fault, url);
  });

  it('may be this machine where that is allowed, and only this one', () => {
    assert.equal(faultOf('http://127.0.0.1:8080/', true), undefined);
    assert.equal(faultOf('http://localhost:8080/', true), undefined);
    assert.equal(faultOf('http://10.0.0.1/', true), 'not-https');
    assert.equal(faultOf('https://10.0.0.1/', true), 'not-public');
  });
});
