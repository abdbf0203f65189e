import { asFailure, exitCodes, type ExitCode } from '../../failure';

/** What one look has found. */
export type Finding =
  | { readonly is: 'ok'; readonly says: string }
  /** `says` what is wrong and what to do; `code` is what the daemon would end with, or what a later try may cure. */
  | { readonly is: 'wrong'; readonly says: string; readonly code: ExitCode }
  /** It works, and a person should look at it all the same. */
  | { readonly is: 'look'; readonly says: string }
  /** It can't be told, for a reason that another line names. */
  | { readonly is: 'open'; readonly says: string };

/** A subject of `check`, as its line names it. */
export interface Check {
  readonly subject: string;
  readonly look: () => Promise<Finding>;
}

export const ok = (says: string): Finding => ({ is: 'ok', says });
export const wrong = (says: string): Finding => ({ is: 'wrong', says, code: exitCodes.config });
/** Wrong now, but no setting is to blame. */
export const away = (says: string): Finding => ({ is: 'wrong', says, code: exitCodes.tempfail });
export const doubtful = (says: string): Finding => ({ is: 'look', says });
export const open = (says: string): Finding => ({ is: 'open', says });

/** A failure that `look` throws is what it has found. */
export async function found({ look }: Check): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const failure = asFailure(error);
    if (failure === null) throw error;
    return { is: 'wrong', says: failure.message, code: failure.code };
  }
}
