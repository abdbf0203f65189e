import { parseSmsUrl, type SmsSettings } from '../../src/channels/sms/settings';
import { smsCheck } from '../../src/cli/check/sms';
import { TemplateDouble, TwilioDouble } from '../channels/sms/gateways';

const never = new AbortController().signal;

function settingsOf(url: string, limits: Partial<SmsSettings> = {}): SmsSettings {
  const parsed = parseSmsUrl(url);
  if (parsed === undefined) throw new Error(`no SMS_URL: ${url}`);
  const gateway = parsed.shape === 'twilio' ? { ...parsed, from: 'Sosekni' } : { ...parsed, from: null };
  return { gateway, prefixes: null, daily: null, ...limits };
}

describe('check of the SMS gateway', () => {
  const twilio = new TwilioDouble();
  const template = new TemplateDouble();
  beforeAll(async () => {
    await twilio.open();
    await template.open();
  });
  afterAll(async () => {
    await twilio.close();
    await template.close();
  });
  afterEach(() => expect([...twilio.asked, ...template.asked]).toEqual([]));
  const look = (settings: SmsSettings) => smsCheck(settings, never).look();

  test('says whether Twilio takes the login, and what limits there are', async () => {
    const right = await look(settingsOf(twilio.url, { prefixes: ['+49'], daily: 50 }));
    expect(right).toMatchObject({ is: 'ok', says: expect.stringMatching(/to \+49, at most 50 in 24 hours/) as string });
    const wrong = await look(settingsOf(twilio.url.replace('auth-token-of-twilio', 'another')));
    expect(wrong).toMatchObject({
      is: 'wrong',
      says: expect.stringMatching(/doesn't take the login.*token/) as string,
    });
    expect(JSON.stringify([right, wrong])).not.toContain('auth-token');
  });

  test('says only that another gateway answers', async () => {
    const finding = await look(settingsOf(template.url));
    expect(finding).toMatchObject({ is: 'open', says: expect.stringMatching(/answers; whether/) as string });
    expect(JSON.stringify(finding)).not.toContain('kannel-password');
  });

  test('says that nothing listens there, which may pass', async () => {
    const closed = await new TemplateDouble().open();
    const settings = settingsOf(closed.url);
    await closed.close();
    expect(await look(settings)).toMatchObject({ is: 'wrong', says: expect.stringMatching(/ECONNREFUSED/) as string });
  });
});
