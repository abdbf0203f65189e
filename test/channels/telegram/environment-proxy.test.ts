import { environmentProxy } from '../../../src/channels/telegram/environment-proxy';

const telegram = 'https://api.telegram.org/';
const proxy = 'http://proxy.example:3128';

describe('the proxy of the environment', () => {
  const named = (env: Record<string, string>, root = telegram): string => {
    const found = environmentProxy(env, root);
    if (found.kind === 'excepted') return `excepted by ${found.by}`;
    if (found.kind !== 'proxy') return found.kind;
    const { setting, scheme, host, port, credentials } = found.proxy;
    return `${setting} ${scheme} ${host} ${port}${credentials === null ? '' : ` ${credentials.user}:${credentials.password}`}`;
  };

  test('is the first non-empty one of https_proxy, HTTPS_PROXY, all_proxy and ALL_PROXY', () => {
    expect(named({})).toBe('none');
    expect(named({ https_proxy: 'http://a:1', HTTPS_PROXY: 'http://b:2' })).toBe('https_proxy http a 1');
    expect(named({ https_proxy: '', HTTPS_PROXY: 'http://b:2', ALL_PROXY: 'http://c:3' })).toBe('HTTPS_PROXY http b 2');
    expect(named({ all_proxy: 'socks5h://c:3', ALL_PROXY: 'http://d:4' })).toBe('all_proxy socks5 c 3');
    expect(named({ ALL_PROXY: 'http://d:4' })).toBe('ALL_PROXY http d 4');
    expect(named({ http_proxy: 'http://e:5', HTTP_PROXY: 'http://e:5' })).toBe('none');
  });

  test('is only used for an https root', () => {
    expect(named({ HTTPS_PROXY: proxy, ALL_PROXY: proxy }, 'http://127.0.0.1:8081/')).toBe('none');
  });

  test('has the same default scheme and ports as in curl', () => {
    expect(named({ HTTPS_PROXY: 'proxy.example' })).toBe('HTTPS_PROXY http proxy.example 1080');
    expect(named({ HTTPS_PROXY: 'anna:s%40cret@proxy.example:3128' })).toBe(
      'HTTPS_PROXY http proxy.example 3128 anna:s@cret',
    );
    expect(named({ HTTPS_PROXY: 'https://proxy.example/' })).toBe('HTTPS_PROXY https proxy.example 443');
    expect(named({ HTTPS_PROXY: 'socks5://[::1]' })).toBe('HTTPS_PROXY socks5 ::1 1080');
  });

  test.each([
    'socks4://proxy.example:1',
    'ftp://proxy.example',
    'http://',
    'http://:3128',
    'http://a:70000',
    'http://%@a:1',
  ])('%s is refused, and the error shows only the variable’s name', (address) => {
    expect(environmentProxy({ ALL_PROXY: address }, telegram)).toEqual({ kind: 'unreadable', setting: 'ALL_PROXY' });
  });

  // Each was tried with curl 7.88, which alone knows no networks of IPv6.
  test.each([
    ['*', telegram],
    ['api.telegram.org', telegram],
    ['API.Telegram.Org.', telegram],
    ['telegram.org', telegram],
    ['.telegram.org', telegram],
    ['example.com,telegram.org', telegram],
    ['example.com, telegram.org', telegram],
    ['telegram.org', 'https://api.telegram.org.:8443/'],
    ['192.0.2.7', 'https://192.0.2.7/'],
    ['192.0.2.0/24', 'https://192.0.2.7:8443/'],
    ['2001:db8::7', 'https://[2001:db8::7]/'],
    ['2001:db8::/32', 'https://[2001:db8::7]/'],
  ])('NO_PROXY=%s exempts %s', (list, root) => {
    expect(named({ HTTPS_PROXY: proxy, NO_PROXY: list }, root)).toBe('excepted by NO_PROXY');
    expect(named({ HTTPS_PROXY: proxy, NO_PROXY: 'x', no_proxy: list }, root)).toBe('excepted by no_proxy');
  });

  test.each([
    ['telegram', telegram],
    ['gram.org', telegram],
    ['*.telegram.org', telegram],
    ['example.com,*', telegram],
    ['api.telegram.org:443', telegram],
    ['https://api.telegram.org', telegram],
    ['192.0.2.0/31', 'https://192.0.2.7/'],
    ['192.0.2.0/33', 'https://192.0.2.7/'],
    ['192.0.2', 'https://192.0.2.7/'],
    ['[2001:db8::7]', 'https://[2001:db8::7]/'],
    ['2001:db8::/128', 'https://[2001:db8::7]/'],
    ['', telegram],
  ])('NO_PROXY=%s does not exempt %s', (list, root) => {
    expect(named({ HTTPS_PROXY: proxy, NO_PROXY: list }, root)).toBe('HTTPS_PROXY http proxy.example 3128');
  });
});
