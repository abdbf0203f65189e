import type { PersonId } from '../lifecycle/ids';
import type { Community } from '../people/community';

export interface NotAnAdmin {
  readonly refused: 'not_an_admin';
}

/**
 * Why this person may not decide requests; null: they may. Asked in every use case that decides, of the admins as they are
 * at that moment. Whether they may decide this very request is the lifecycle's to say: nobody decides their own.
 */
export function authorise(community: Community, actor: PersonId): NotAnAdmin | null {
  return community.isAdmin(actor) ? null : { refused: 'not_an_admin' };
}
