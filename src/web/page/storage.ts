/**
 * What a browser keeps between visits. In a frame of another site it may forbid that or forget it, so nothing depends on it.
 */
export interface Storage {
  get(name: string): string | null;
  set(name: string, value: string | null): void;
}

/** Until the tab is closed. */
export const forThisTab = storage(() => sessionStorage);
/** For good. */
export const forThisBrowser = storage(() => localStorage);

// Even naming it can throw.
function storage(area: () => globalThis.Storage): Storage {
  const held = new Map<string, string | null>();
  return {
    get(name) {
      const known = held.get(name);
      if (known !== undefined) return known;
      try {
        return area().getItem(`desk-${name}`);
      } catch {
        return null;
      }
    },
    set(name, value) {
      held.set(name, value);
      try {
        if (value === null) area().removeItem(`desk-${name}`);
        else area().setItem(`desk-${name}`, value);
      } catch {
        // It is held for as long as this page is open.
      }
    },
  };
}
