/** Makes an element; strings become text, never markup. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: { class?: string; text?: string; attributes?: Record<string, string> } = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  if (properties.class) {
    element.className = properties.class;
  }
  if (properties.text !== undefined) {
    element.textContent = properties.text;
  }
  for (const [name, value] of Object.entries(properties.attributes ?? {})) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

export function button(text: string, className: string, run: () => void): HTMLButtonElement {
  const element = make('button', { class: className, text, attributes: { type: 'button' } });
  element.addEventListener('click', run);
  return element;
}

/** Whether keys pressed there are writing, not commands. */
export function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.tagName.startsWith('VAADIN-'));
}

/** What the hash of an address names; as it stands where it is no valid encoding, such as `#100%`. */
export function fragmentOf(hash: string): string {
  const raw = hash.slice(1);
  try {
    return decodeURIComponent(raw);
  } catch {
    return raw;
  }
}
