import { plainText } from '../../i18n/markup';
import type { KeyOf, Say } from '../../i18n/sentences';
import type { Texts } from '../../i18n/texts';
import type { ClientEvent } from '../../lifecycle/transition';
import type { ResolvedNotice } from '../../notices/resolved-notice';

type SmsSay = Say<KeyOf<'sms'>>;

/** Words a notice as an SMS; null: notices of this kind don't leave by SMS. It holds nothing that people have written. */
export function renderSms(notice: ResolvedNotice, texts: Texts, language: string | null): string | null {
  const words = wordNotice(notice, texts.for('sms', language));
  return words === null ? null : oneLine(words);
}

function wordNotice(notice: ResolvedNotice, say: SmsSay): string | null {
  switch (notice.kind) {
    case 'client_news':
      return say(news[notice.news], { request: notice.request.id });
    case 'appeal_open':
      return say('sms_can_appeal', { request: notice.request.id });
    case 'address_code':
      return say('sms_code', { code: notice.code });
    default:
      return null;
  }
}

const news = {
  submitted: 'sms_submitted',
  appeal_submitted: 'sms_appeal_submitted',
  withdrawn: 'sms_withdrawn',
  appeal_withdrawn: 'sms_appeal_withdrawn',
  approved: 'sms_approved',
  rejected: 'sms_rejected',
  decision_undone: 'sms_reopened',
  request_reopened: 'sms_reopened',
  revoked: 'sms_revoked',
  expired: 'sms_expired',
  appeal_expired: 'sms_appeal_expired',
} as const satisfies Readonly<Record<ClientEvent, string>>;

/** Without the marks of writing directions, which would make any text UCS-2. Words of one's own may have tags and several lines. */
const oneLine = (html: string): string =>
  plainText(html)
    .replace(/[\u200e\u200f\u2066-\u2069]/g, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
