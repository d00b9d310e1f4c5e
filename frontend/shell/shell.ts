import { isWriting } from '../reader/dom';
import { forgetDrafts } from '../reader/drafts';

/** Light, dark, or whatever the device says. */
export type Theme = 'light' | 'dark' | 'system';

/** The same keys and attributes that index.html reads before the first paint. */
const THEME = 'qt-theme';
const TYPE = 'qt-type';

const dark = matchMedia('(prefers-color-scheme: dark)');
const root = document.documentElement;

function setTheme(theme: Theme): void {
  keep(THEME, theme === 'system' ? null : theme);
  applyTheme();
}

function getTheme(): Theme {
  const theme = kept(THEME);
  return theme === 'light' || theme === 'dark' ? theme : 'system';
}

function setBigType(on: boolean): void {
  keep(TYPE, on ? 'big' : null);
  applyType();
}

function isBigType(): boolean {
  return kept(TYPE) === 'big';
}

/** Puts the cursor into the header's search; pages without one go to the search page. */
function focusSearch(): void {
  const find = document.querySelector<HTMLElement>('.find');
  const field = find?.matches('input, vaadin-text-field') ? find : find?.querySelector<HTMLElement>('input, vaadin-text-field');
  if (field && field.getClientRects().length > 0) {
    field.focus();
  } else {
    location.assign('/tim-kiem');
  }
}

/** Where the navigation scrolls sideways: brings the entry of the page that was opened into view. For after navigation. */
function showCurrentPage(): void {
  const link = document.querySelector<HTMLElement>('.nav [aria-current=page]');
  const nav = link?.closest<HTMLElement>('.nav');
  if (link && nav) {
    nav.scrollLeft = link.offsetLeft - nav.offsetLeft - (nav.clientWidth - link.offsetWidth) / 2;
  }
}

function applyTheme(): void {
  const theme = getTheme();
  root.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
}

function applyType(): void {
  if (isBigType()) {
    root.dataset['type'] = 'big';
  } else {
    delete root.dataset['type'];
  }
}

// Storage may be off; then a choice lasts as long as the page.
const unkept = new Map<string, string>();

function kept(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return unkept.get(key) ?? null;
  }
}

function keep(key: string, value: string | null): void {
  try {
    if (value === null) {
      localStorage.removeItem(key);
    } else {
      localStorage.setItem(key, value);
    }
  } catch {
    if (value === null) {
      unkept.delete(key);
    } else {
      unkept.set(key, value);
    }
  }
}

const shell = { setTheme, getTheme, setBigType, isBigType, focusSearch, showCurrentPage, forgetDrafts };

declare global {
  interface Window {
    qtShell?: typeof shell;
  }
}

if (!window.qtShell) {
  window.qtShell = shell;
  dark.addEventListener('change', applyTheme);
  // A choice made in one window holds in the others.
  window.addEventListener('storage', (event) => {
    if (event.key === THEME || event.key === TYPE) {
      applyTheme();
      applyType();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isWriting(event.target) && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      focusSearch();
    }
  });
}
