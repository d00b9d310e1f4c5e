const PREFIX = 'qt-draft:';

/** What was written and not yet saved, kept in this browser until it is. Storage may be off: then a draft lives as long as the page. */
export class Drafts {
  /** @param owner a key of the person, so that the next one at a shared computer does not find the words of the last */
  constructor(
    private readonly owner: string,
    private readonly text: string,
  ) {}

  read(key: string): string {
    try {
      return localStorage.getItem(this.name(key)) ?? '';
    } catch {
      return '';
    }
  }

  write(key: string, body: string): void {
    try {
      if (body.trim()) {
        localStorage.setItem(this.name(key), body);
      } else {
        localStorage.removeItem(this.name(key));
      }
    } catch {
      // Full or forbidden; the text is still in the field.
    }
  }

  private name(key: string): string {
    return `${PREFIX}${this.owner}:${this.text}:${key}`;
  }
}

/** For signing out: whoever sits at this computer next must not find what was not meant for them. */
export function forgetDrafts(): void {
  try {
    Object.keys(localStorage)
      .filter((key) => key.startsWith(PREFIX))
      .forEach((key) => localStorage.removeItem(key));
  } catch {
    // Storage is off, so there is nothing in it.
  }
}
