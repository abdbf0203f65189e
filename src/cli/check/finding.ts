import { asFailure, exitCodes, type ExitCode } from '../../failure';

/** The result of one check. */
export type Finding =
  | { readonly is: 'ok'; readonly says: string }
  /**
   * `says`: what is wrong and how to fix it. `code`: the daemon's exit code for this problem, or `tempfail` if a later try may
   * succeed.
   */
  | { readonly is: 'wrong'; readonly says: string; readonly code: ExitCode }
  /** It works, but a person should look at it. */
  | { readonly is: 'look'; readonly says: string }
  /** Not known, for a reason that another line names. */
  | { readonly is: 'open'; readonly says: string };

/** One check, and the subject that its line begins with. */
export interface Check {
  readonly subject: string;
  readonly look: () => Promise<Finding>;
}

export const ok = (says: string): Finding => ({ is: 'ok', says });
export const wrong = (says: string): Finding => ({ is: 'wrong', says, code: exitCodes.config });
/** Wrong now, but not because of a setting. */
export const away = (says: string): Finding => ({ is: 'wrong', says, code: exitCodes.tempfail });
export const doubtful = (says: string): Finding => ({ is: 'look', says });
export const open = (says: string): Finding => ({ is: 'open', says });

/** Turns a failure that `look` throws into a finding. */
export async function found({ look }: Check): Promise<Finding> {
  try {
    return await look();
  } catch (error) {
    const failure = asFailure(error);
    if (failure === null) throw error;
    return { is: 'wrong', says: failure.message, code: failure.code };
  }
}
