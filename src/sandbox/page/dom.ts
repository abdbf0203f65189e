/** What a page is built of. A string becomes a text node, never markup; null leaves a gap. */
export type Child = Node | string | null;

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** Makes an HTML element. An attribute that is true is there without a value; one that is false or null is not there. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** Makes an SVG element, as `element` makes one of HTML. */
export function drawing<Tag extends keyof SVGElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): SVGElementTagNameMap[Tag] {
  const made = document.createElementNS('http://www.w3.org/2000/svg', tag);
  setAttributes(made, attributes);
  made.append(...children.filter((child) => child !== null));
  return made;
}

/** A button that does something. Give it an `aria-label` where its content does not name it. */
export function actionButton(
  attributes: Attributes,
  act: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const button = element('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', act);
  return button;
}

/** Gives an element these attributes; those that have their value already are left alone. */
export function setAttributes(of: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) of.removeAttribute(name);
    else {
      const text = value === true ? '' : value;
      if (of.getAttribute(name) !== text) of.setAttribute(name, text);
    }
  }
}

/** Says a text in an element. One it says already is not written again: a screen reader would read it twice. */
export function say(where: Element, text: string): void {
  if (where.textContent !== text) where.textContent = text;
}

/** The part of the page with this id. Throws if index.html has none: the two belong together. */
export function part<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} with the id ${id}`);
  return found;
}
