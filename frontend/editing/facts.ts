/** The file with a fact declared in its front matter; as it is when it has none, or one of that name. */
export function withFact(text: string, id: string, status: string, source: string): string {
  const lines = text.split('\n');
  const close = closingFence(lines);
  if (close < 0) {
    return text;
  }
  const facts = lines.findIndex((line, index) => index < close && /^facts:\s*$/.test(line));
  if (facts >= 0 && lines.slice(facts, close).some((line) => line.trim() === `${id}:`)) {
    return text;
  }
  let at = close;
  const entry = [`  ${id}:`, `    status: ${status}`, `    source: ${JSON.stringify(source)}`];
  if (facts < 0) {
    entry.unshift('facts:');
  } else {
    at = facts + 1;
    while (at < close && (/^\s+\S/.test(lines[at]) || !lines[at].trim())) {
      at++;
    }
  }
  return [...lines.slice(0, at), ...entry, ...lines.slice(at)].join('\n');
}

/** Where the front matter ends; 0 when there is none. */
export function bodyStart(text: string): number {
  const lines = text.split('\n');
  return lines.slice(0, closingFence(lines) + 1).reduce((sum, line) => sum + line.length + 1, 0);
}

function closingFence(lines: string[]): number {
  return lines[0]?.trimEnd() === '---' ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---') : -1;
}

/** The number of the question that is added next. */
export function nextNumber(text: string): number {
  return Math.max(0, ...[...text.matchAll(/^## (\d{1,3})\./gm)].map((found) => Number(found[1]))) + 1;
}
