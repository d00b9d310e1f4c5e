/**
 * The texts of an element, as the server sends them: patterns with {0}, {1}. The server's patterns double their
 * apostrophes; both forms are read.
 */
export class Labels {
  private readonly texts: Record<string, string>;

  constructor(json: string | null) {
    this.texts = json ? (JSON.parse(json) as Record<string, string>) : {};
  }

  /** A missing text shows its key, so that it is seen and mended. */
  of(key: string, ...values: (string | number)[]): string {
    const pattern = this.texts[key] ?? `!${key}!`;
    return pattern.replaceAll("''", "'").replace(/\{(\d)\}/g, (whole, n: string) => String(values[Number(n)] ?? whole));
  }
}
