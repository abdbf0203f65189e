import { readInitData } from '../../src/sessions/init-data';
import { encoded, initData, openedBy, type Pairs } from './opening';

const token = '123456789:AAF_abcdefghijklmnopqrstuvwxyz-0123';
const now = Date.UTC(2026, 10, 30, 14, 5);
const boris = { id: 7_000_000_001, first_name: 'Boris' };
const honest = openedBy(boris, now);

const read = (text: string, at = now) => readInitData(text, token, at);
const why = (text: string, at = now) => {
  const found = read(text, at);
  return 'refused' in found ? found.refused : 'believed';
};
const signed = (pairs: Pairs) => initData(token, pairs);
const without = (name: string) => honest.filter(([key]) => key !== name);
const withValue = (name: string, value: string): Pairs => [...without(name), [name, value]];

/** Published with the tokens of two bots that are no more: https://docs.telegram-mini-apps.com/platform/init-data */
const issued = [
  {
    token: '5768337691:AAH5YkoiEuPk8-FZa32hStHTqXiLPtAEhx8',
    at: 1_662_771_648_000,
    data: 'query_id=AAHdF6IQAAAAAN0XohDhrOrc&user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%7D&auth_date=1662771648&hash=c501b71e775f74ce10e377dea85a7ea24ecd640b223ea86dfe453e0eaed2e2b2',
  },
  {
    token: '7342037359:AAHI25ES9xCOMPokpYoz-p8XVrZUdygo2J4',
    at: 1_733_509_682_000,
    data: 'user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%5C%2F%22%2C%22last_name%22%3A%22Kibenko%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C%22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%5C%2F%5C%2Ft.me%5C%2Fi%5C%2Fuserpic%5C%2F320%5C%2F4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D&chat_instance=8134722200314281151&chat_type=private&auth_date=1733509682&signature=TYJxVcisqbWjtodPepiJ6ghziUL94-KNpG8Pau-X7oNNLNBM72APCpi_RKiUlBvcqo5L-LAxIc3dnTzcZX_PDg&hash=a433d8f9847bd6addcc563bff7cc82c89e97ea0d90c11fe5729cae6796a36d73',
  },
];

describe('what a Mini App was opened with', () => {
  test.each(issued)('is believed as Telegram has issued it at $at', ({ token: own, at, data }) => {
    expect(readInitData(data, own, at)).toMatchObject({ user: 279_058_397 });
    expect(readInitData(data.replace('279058397', '279058398'), own, at)).toEqual({ refused: 'init_data_forged' });
    expect(readInitData(data, token, at)).toEqual({ refused: 'init_data_forged' });
  });

  test('is not believed without the signature for others, which is part of what is signed', () => {
    const [, { token: own, at, data } = { token: '', at: 0, data: '' }] = issued;
    expect(readInitData(data.replace(/&signature=[^&]*/, ''), own, at)).toEqual({ refused: 'init_data_forged' });
  });

  test('is believed for an hour, in any order and encoding, as the same opening', () => {
    const text = signed(honest);
    expect(read(text)).toMatchObject({ user: boris.id });
    expect(why(text, now + 60 * 60_000)).toBe('believed');
    const again = [...text.split('&')].reverse().join('&').replaceAll('%20', '+');
    expect(read(again)).toEqual(read(text));
    expect(read(signed(openedBy({ ...boris, first_name: 'А + Б' }, now)))).toMatchObject({ user: boris.id });
  });

  test.each<[string, string, string]>([
    ['an hour and a second old', signed(openedBy(boris, now - 60 * 60_000 - 1000)), 'init_data_too_old'],
    ['a day old, as Telegram Desktop opens it', signed(openedBy(boris, now - 24 * 60 * 60_000)), 'init_data_too_old'],
    ['31 seconds in the future', signed(openedBy(boris, now + 31_000)), 'init_data_in_the_future'],
    ['without a time', signed(without('auth_date')), 'init_data_incomplete'],
    ['with a time that only looks like one', signed(withValue('auth_date', '1.7e9')), 'init_data_incomplete'],
    ['without a hash', encoded(honest), 'init_data_incomplete'],
    [
      'with the hash in capitals',
      signed(honest).replace(/hash=(\w+)/, (_, h: string) => `hash=${h.toUpperCase()}`),
      'init_data_incomplete',
    ],
    ['with half a hash', signed(honest).replace(/hash=(\w{32})\w+/, 'hash=$1'), 'init_data_incomplete'],
    ['with another hash', signed(honest).replace(/hash=\w+/, `hash=${'0'.repeat(64)}`), 'init_data_forged'],
    ['without a user', signed(without('user')), 'init_data_incomplete'],
    [
      'with an admin before the user',
      `user=${encodeURIComponent('{"id":1}')}&${signed(honest)}`,
      'init_data_repeats_a_key',
    ],
    [
      'with an admin after the user',
      `${signed(honest)}&user=${encodeURIComponent('{"id":1}')}`,
      'init_data_repeats_a_key',
    ],
    ['with two hashes', `${signed(honest)}&hash=${'0'.repeat(64)}`, 'init_data_repeats_a_key'],
    ['signed for another bot', initData('987654321:AAF_abcdefghijklmnopqrstuvwxyz-0123', honest), 'init_data_forged'],
    [
      'with a pair in the value of another',
      signed([...without('user'), ['x', `1\nuser=${JSON.stringify(boris)}`]]),
      'init_data_malformed',
    ],
    ['with a user whose ID is a text', signed(withValue('user', '{"id":"7000000001"}')), 'init_data_of_nobody'],
    ['with a user whose ID is a fraction', signed(withValue('user', '{"id":1.5}')), 'init_data_of_nobody'],
    [
      'with a user whose ID is too great to be one',
      signed(withValue('user', '{"id":9007199254740992}')),
      'init_data_of_nobody',
    ],
    ['with a user whose ID is no digits', signed(withValue('user', '{"id":7e9}')), 'init_data_of_nobody'],
    ['with a user whose ID is a list of one', signed(withValue('user', '{"id":[7000000001]}')), 'init_data_of_nobody'],
    ['with a user whose ID is negative', signed(withValue('user', '{"id":-7000000001}')), 'init_data_of_nobody'],
    ['with a user that is no JSON', signed(withValue('user', 'Boris')), 'init_data_of_nobody'],
    ['with a user that is null', signed(withValue('user', 'null')), 'init_data_of_nobody'],
    ['with broken percent-encoding', `${signed(honest)}&x=%zz`, 'init_data_malformed'],
    ['with percent-encoding that is no UTF-8', `${signed(honest)}&x=%ff`, 'init_data_malformed'],
    ['longer than 4,096 characters', signed([...honest, ['x', 'y'.repeat(4096)]]), 'init_data_too_long'],
    ['empty', '', 'init_data_incomplete'],
  ])('is not believed where it is %s', (_, text, reason) => {
    expect(why(text)).toBe(reason);
  });
});
