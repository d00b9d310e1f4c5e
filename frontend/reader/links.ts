import type { Clause, Clauses } from './clauses';
import { fragmentOf } from './dom';
import type { Labels } from './labels';
import type { Toast } from './toast';

/** Links to clauses of this text: they move within the page; a clause's number copies the link to it. */
export function followLinks(host: HTMLElement, clauses: Clauses, labels: Labels, toast: Toast, go: (clause: Clause) => void, signal: AbortSignal): void {
  host.addEventListener(
    'click',
    (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null;
      if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
      }
      const target = new URL(link.href, location.href);
      const clause = clauses.find(fragmentOf(target.hash));
      if (!clause || target.origin !== location.origin || target.pathname !== location.pathname) {
        return;
      }
      event.preventDefault();
      go(clause);
      if (link.classList.contains('no')) {
        copy(target.href).then(
          () => toast.show(labels.of('copied', clause.label)),
          () => toast.show(target.href),
        );
      }
    },
    { signal },
  );
}

/** The clipboard API needs a secure origin; on plain HTTP the old way still works. */
async function copy(text: string): Promise<void> {
  if (navigator.clipboard) {
    return navigator.clipboard.writeText(text);
  }
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'sr';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (!copied) {
    throw new Error('copy refused');
  }
}
