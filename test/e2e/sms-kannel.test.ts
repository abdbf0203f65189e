import { Kannel } from '../channels/sms/kannel';
import { describeWith } from '../programs';
import { answerTo, asks, cardOf, newcomer, shown } from './scenes';
import { startWorld, type World } from './world';

describeWith('bearerbox', 'smsbox')('SMS through Kannel', () => {
  let kannel: Kannel;
  let world: World;
  const begin = async (password?: string): Promise<void> => {
    kannel = await Kannel.start();
    const env = { SMS_URL: kannel.url(password), SMS_PREFIXES: '+49', SMS_DAILY: '100' };
    const boris = { id: 5_000_000_001, first_name: 'Boris', language_code: 'en' };
    world = await startWorld({ engine: 'sqlite', admins: [boris], env });
  };
  afterEach(async () => {
    await world.close().finally(() => kannel.stop());
  });

  test('arrive in Russian as they were written: a code, then the outcome', async () => {
    await begin();
    const [boris] = world.admins;
    const anna = newcomer(world, { language_code: 'ru' });
    await answerTo(anna, '/sms +49 151 23456789');
    const [code] = await kannel.hasSent(1);
    expect(code).toMatchObject({ to: '+4915123456789', coding: 'ucs-2' });
    expect(code?.text).toMatch(/^\d{6} — ваш код для Sosekni\.$/);
    expect(shown(await answerTo(anna, code?.text.slice(0, 6) ?? ''))).toContain('подтверждён');
    await answerTo(anna, '/sms both');
    const request = await asks(anna);
    if (boris === undefined) throw new Error('there is an admin');
    boris.press(await cardOf(boris, request), 'Approve');
    const left = await kannel.hasSent(2);
    expect(left[1]?.text).toBe(`Sosekni: запрос №${request} одобрен.`);
  });

  test('wait while Kannel refuses the password, which the admins are told', async () => {
    await begin('another-password');
    const [boris] = world.admins;
    await answerTo(newcomer(world), '/sms +49 151 23456789');
    await boris?.sees('SMS can’t be sent');
    expect(kannel.left).toEqual([]);
  });
});
