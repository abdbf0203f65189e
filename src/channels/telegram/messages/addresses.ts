import type { TelegramSay } from '../../../i18n/sentences';
import type { Notice } from '../../../notices/notice';
import type { ReachedView } from '../../../requests/read/views';
import { lines, paragraphs } from '../../wording/layout';
import { rendering, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** Where somebody is reached besides Telegram, a line an address; '' where nowhere. */
export const reachedLines = (reached: readonly ReachedView[], say: TelegramSay): string =>
  lines(...reached.map((one) => say(`reached_${one.state}_${one.medium}`, one)));

/** /email and /sms: how it stands, and what can be changed. */
export function renderAddress({ medium, address, waiting }: Of<'address'>, say: TelegramSay): Rendering {
  const asked = waiting === null ? null : say(`telegram_address_waits_${medium}`, { address: waiting });
  if (address === null) return rendering(asked ?? say(`telegram_address_none_${medium}`));
  const how = say(`telegram_address_${address.state === 'dead' ? 'again' : 'how'}_${medium}`);
  return rendering(paragraphs(reachedLines([address], say), asked ?? how));
}

/** A code has left for an address. */
export const renderCodeSent = ({ medium, address, within }: Of<'address_code_sent'>, say: TelegramSay): Rendering =>
  rendering(say(`telegram_address_code_sent_${medium}`, { address, within }));

/** The right code was typed. */
export function renderProved({ medium, address, moved }: Of<'address_proved'>, say: TelegramSay): Rendering {
  const headline = say(`telegram_address_proved_${medium}`, { address: address.address });
  return rendering(
    paragraphs(
      lines(headline, moved ? say('telegram_address_moved') : null),
      lines(reachedLines([address], say)),
      say(`telegram_address_how_${medium}`),
    ),
  );
}

/** Another code than the right one was typed. */
export const renderWrongCode = ({ triesLeft }: Of<'address_wrong_code'>, say: TelegramSay): Rendering =>
  rendering(say('telegram_address_wrong_code', { tries: triesLeft }));

/** Why an address is not what they wanted. */
export function renderAddressRefused(notice: Of<'address_refused'>, say: TelegramSay): Rendering {
  const { medium, why, prefixes = [] } = notice;
  switch (why) {
    case 'not_an_address':
    case 'no_address':
    case 'dead':
    case 'code_over':
    case 'too_many':
      return rendering(say(`telegram_address_${why}_${medium}`));
    case 'undeliverable':
      return rendering(say(`telegram_address_undeliverable_${medium}`, { address: notice.address ?? '' }));
    case 'not_allowed':
      return rendering(say('telegram_address_not_allowed_sms', { prefixes: prefixes.join(', ') }));
    case 'of_form':
      return rendering(say('telegram_address_of_form_email'));
    case 'no_more_today':
      return rendering(say('telegram_address_no_more_today_sms'));
  }
}
