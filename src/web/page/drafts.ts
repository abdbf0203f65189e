/** What somebody is writing. */
export interface Draft {
  get(): string;
  set(text: string): void;
}

/** What an admin has written and not sent yet: it outlives the view that it was written in, also a change of language. */
export class Drafts {
  private readonly texts = new Map<string, string>();

  of(what: string): Draft {
    return {
      get: () => this.texts.get(what) ?? '',
      set: (text) => void (text === '' ? this.texts.delete(what) : this.texts.set(what, text)),
    };
  }
}
