/** A child of an element. A string becomes a text node, never markup; null is left out. */
export type Child = Node | string | null;

type Attributes = Readonly<Record<string, string | boolean | null>>;

/** Creates an HTML element. An attribute that is true has no value; one that is false or null is left out. */
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

/** Creates an SVG element, like `element` for HTML. */
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

/** Creates a button with an action. It needs an `aria-label` if its content doesn't name it. */
export function actionButton(
  attributes: Attributes,
  act: (event: MouseEvent) => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const button = element('button', { type: 'button', ...attributes }, ...children);
  button.addEventListener('click', act);
  return button;
}

/** Sets these attributes; those that already have their value aren't touched. */
export function setAttributes(of: Element, attributes: Attributes): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) of.removeAttribute(name);
    else {
      const text = value === true ? '' : value;
      if (of.getAttribute(name) !== text) of.setAttribute(name, text);
    }
  }
}

/** Sets an element's text. The same text isn't set again: a screen reader would read it twice. */
export function say(where: Element, text: string): void {
  if (where.textContent !== text) where.textContent = text;
}

/** The element with this ID. Throws if index.html has none: the page and its HTML belong together. */
export function part<Type extends Element>(id: string, type: new () => Type): Type {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} with the id ${id}`);
  return found;
}
