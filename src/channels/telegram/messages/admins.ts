import type { TelegramSay } from '../../../i18n/sentences';
import type { TelegramId } from '../../../lifecycle/ids';
import type { Notice } from '../../../notices/notice';
import type { AdminLine } from '../../../requests/read/views';
import { lines, paragraphs } from '../../wording/layout';
import { shorten } from '../../wording/shorten';
import { asking, rendering, type Rendering } from './rendering';

type Of<K extends Notice['kind']> = Extract<Notice, { kind: K }>;

/** This many admins fit into one message, with what is said of each; a few also with their whole names. */
const mostListed = 15;
const few = 5;
const longestName = (listed: number): number => (listed > few ? 32 : 258);

/** `/admins`: who decides, who made them an admin and when, and who can't be written to. */
export function renderAdmins({ admins, mayChange }: Of<'admins'>, say: TelegramSay): Rendering {
  const listed = admins.slice(0, mostListed);
  const more = admins.length - listed.length;
  const shortName = (name: string): string => shorten(name, longestName(listed.length));
  return rendering(
    paragraphs(
      say('admins_heading', { count: admins.length }),
      lines(
        ...listed.map((admin) => adminLine(admin, shortName, say)),
        more > 0 ? say('admins_more', { count: more }) : null,
      ),
      mayChange ? say('telegram_admins_how') : null,
    ),
  );
}

function adminLine(
  { id, name, added, isUnreachable, isUnknown }: AdminLine,
  shortName: (name: string) => string,
  say: TelegramSay,
): string {
  const named = { admin: shortName(name), adminId: id };
  const who =
    added === null
      ? say('telegram_admins_owner', named)
      : say('telegram_admins_added', { ...named, by: shortName(added.byName), at: added.at });
  return lines(
    who,
    isUnreachable ? say('telegram_admins_unreachable') : isUnknown ? say('telegram_admins_unknown') : null,
  );
}

/** What an owner has done, and what the person has to do for it to help. */
export function renderAdminChange(
  { kind, id, name, tooFew, ...reach }: Of<'admin_added' | 'admin_removed'>,
  say: TelegramSay,
): Rendering {
  const named = { admin: name, adminId: id };
  return rendering(
    paragraphs(
      say(`telegram_${kind}`, named),
      wordReach(named, reach, say),
      tooFew === undefined ? null : say('admins_too_few', tooFew),
    ),
  );
}

/** The same, as the other owners learn it. */
export function renderAdminsChanged(
  { change, id, name, byName, tooFew, ...reach }: Of<'admins_changed'>,
  say: TelegramSay,
): Rendering {
  const named = { admin: name, adminId: id };
  return rendering(
    paragraphs(
      say(`telegram_admins_changed_${change}`, { ...named, by: byName }),
      wordReach(named, reach, say),
      tooFew === undefined ? null : say('admins_too_few', tooFew),
    ),
  );
}

/** Why what they are sent may not arrive; null: nothing is known to be in the way. */
function wordReach(
  named: { readonly admin: string; readonly adminId: TelegramId },
  { isUnreachable, isUnknown }: Pick<Of<'admins_changed'>, 'isUnreachable' | 'isUnknown'>,
  say: TelegramSay,
): string | null {
  if (isUnknown === true) return say('telegram_admin_unknown', named);
  return isUnreachable ? say('telegram_admin_unreachable', named) : null;
}

/** Why the list of admins stays as it is, and what would change it. */
export function renderAdminsUnchanged({ why, id, name }: Of<'admins_unchanged'>, say: TelegramSay): Rendering {
  switch (why) {
    case 'already_admin':
    case 'is_owner':
    case 'not_added':
      return rendering(say(`telegram_admins_${why}`, { admin: name ?? String(id) }));
    case 'owners_only':
    case 'hidden':
    case 'no_person':
    case 'no_persons_id':
    case 'not_an_id':
    case 'remove_whom':
    case 'unclear':
      return rendering(say(`telegram_admins_${why}`));
  }
}

/** Asks the owner who wrote `/admins add` and named nobody. */
export function renderNewAdminQuestion({ askedName, askedId }: Of<'new_admin_question'>, say: TelegramSay): Rendering {
  const html = say('telegram_new_admin_question', { admin: askedName, adminId: askedId });
  return asking(html, say('telegram_placeholder_admin'), true);
}
