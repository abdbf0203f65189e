/** The element of one item, for as long as the item exists. */
export interface View<Item> {
  readonly element: Element;
  show(item: Item): void;
}

/**
 * A list of elements that follows a list of items. An item that stays keeps its element, and so its focus, selection and
 * half-typed text. Elements added after the first list get the class `is-new`.
 */
export class KeyedList<Item> {
  private readonly views = new Map<string, View<Item>>();
  private shownBefore = false;

  constructor(
    private readonly parent: Element,
    private readonly keyOf: (item: Item) => string,
    private readonly make: (item: Item) => View<Item>,
  ) {}

  /** Shows these items in this order. */
  show(items: readonly Item[]): void {
    const wanted = new Set(items.map(this.keyOf));
    for (const [key, view] of this.views) {
      if (wanted.has(key)) continue;
      view.element.remove();
      this.views.delete(key);
    }
    let next = this.parent.firstElementChild;
    for (const item of items) {
      const view = this.viewOf(item);
      view.show(item);
      if (view.element === next) next = next.nextElementSibling;
      else this.parent.insertBefore(view.element, next);
    }
    this.shownBefore = true;
  }

  private viewOf(item: Item): View<Item> {
    const key = this.keyOf(item);
    const known = this.views.get(key);
    if (known !== undefined) return known;
    const made = this.make(item);
    if (this.shownBefore) made.element.classList.add('is-new');
    this.views.set(key, made);
    return made;
  }
}
