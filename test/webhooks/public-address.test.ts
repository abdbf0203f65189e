import { isLoopback, isPublic } from '../../src/webhooks/public-address';

test.each(['1.1.1.1', '172.32.0.1', '100.128.0.1', '192.169.0.1', '2606:4700:4700::1111', '2a00:1450::1'])(
  '%s is an address on the Internet',
  (address) => {
    expect(isPublic(address)).toBe(true);
    expect(isLoopback(address)).toBe(false);
  },
);

test('what leads to an IPv4 address is public if that is', () => {
  expect(['::ffff:1.1.1.1', '64:ff9b::101:101'].map(isPublic)).toEqual([true, true]);
  expect(['::ffff:10.0.0.1', '::ffff:7f00:1', '64:ff9b::a00:1', '64:ff9b::'].map(isPublic)).toEqual(
    Array(4).fill(false),
  );
});

test.each([
  ...[
    '0.0.0.0',
    '10.0.0.1',
    '100.64.0.1',
    '127.0.0.1',
    '127.255.0.9',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
  ],
  ...['192.168.1.1', '192.0.2.1', '198.18.0.1', '224.0.0.1', '240.0.0.1', '255.255.255.255'],
  ...['::', '::1', 'fe80::1', 'fe80::1%lo', 'fd00::1', 'fec0::1', 'ff02::1', '::127.0.0.1', '100::1'],
  ...['2001:db8::1', '2001::1', '2002:7f00:1::', '64:ff9b:1::1', '3fff::1', '2606:4700::1%eth0'],
])('%s is no address on the Internet', (address) => {
  expect(isPublic(address)).toBe(false);
});

test('loopback is this machine, however it is written', () => {
  expect(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'].map(isLoopback)).toEqual([true, true, true, true]);
  expect(['10.0.0.1', '::', 'fe80::1', '::ffff:10.0.0.1', '0.0.0.0'].map(isLoopback)).toEqual(Array(5).fill(false));
});
