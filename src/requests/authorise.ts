import type { PersonId } from '../lifecycle/ids';
import type { Community } from '../people/community';

export interface NotAnAdmin {
  readonly refused: 'not_an_admin';
}

/** The admins at the moment somebody acts. */
export interface AdminsNow {
  readonly community: Pick<Community, 'isAdmin'>;
}

/**
 * Why this person may neither decide requests nor see those of others; null: they may. Asked by every use case and read
 * model of the admins', whatever the way in, of the admins as they are at that moment. Whether they may decide this very
 * request is the lifecycle's to say: nobody decides their own.
 */
export function authorise({ community }: AdminsNow, actor: PersonId): NotAnAdmin | null {
  return community.isAdmin(actor) ? null : { refused: 'not_an_admin' };
}
