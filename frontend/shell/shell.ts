import { isWriting } from '../reader/dom';
import { forgetDrafts } from '../reader/drafts';

/** Light, dark, or whatever the device says. */
type Theme = 'light' | 'dark' | 'system';

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

/** Puts the cursor into the page's own search, else into the header's; where the header has no room for one, opens the page. */
function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('.search-box input');
  const find = document.querySelector<HTMLAnchorElement>('a.find');
  if (field) {
    field.focus();
    field.select();
  } else if (find && hasRoom(find)) {
    // What few pages need waits until it is needed.
    import('../search/header').then(
      ({ openFind }) => openFind(find),
      () => location.assign(find.href),
    );
  } else {
    location.assign('/tim-kiem');
  }
}

/** A field narrower than this shows too little of what is typed. */
function hasRoom(find: HTMLElement): boolean {
  return find.getBoundingClientRect().width >= 240;
}

/** What the buttons of the account panel choose; each has the name in data-choice. */
const CHOICES: Record<string, { choose: () => void; isChosen: () => boolean }> = {
  'theme-light': { choose: () => setTheme('light'), isChosen: () => getTheme() === 'light' },
  'theme-dark': { choose: () => setTheme('dark'), isChosen: () => getTheme() === 'dark' },
  'theme-system': { choose: () => setTheme('system'), isChosen: () => getTheme() === 'system' },
  'type-normal': { choose: () => setBigType(false), isChosen: () => !isBigType() },
  'type-big': { choose: () => setBigType(true), isChosen: isBigType },
};

function markChoices(): void {
  for (const button of document.querySelectorAll<HTMLElement>('[data-choice]')) {
    button.setAttribute('aria-pressed', String(CHOICES[button.dataset['choice'] ?? '']?.isChosen() ?? false));
  }
}

function openAccount(): HTMLDetailsElement | null {
  return document.querySelector<HTMLDetailsElement>('.account-menu[open]');
}

function clicked(event: MouseEvent): void {
  const target = event.target instanceof Element ? event.target : null;
  const button = target?.closest<HTMLElement>('[data-choice]');
  if (button) {
    CHOICES[button.dataset['choice'] ?? '']?.choose();
    markChoices();
  }
  const find = target?.closest<HTMLAnchorElement>('a.find');
  if (find && event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && hasRoom(find)) {
    event.preventDefault();
    event.stopPropagation();
    focusSearch();
  }
  const account = openAccount();
  if (account && target && !account.contains(target)) {
    account.open = false;
  }
}

function pressed(event: KeyboardEvent): void {
  const account = openAccount();
  if (event.key === 'Escape' && account) {
    account.open = false;
    account.querySelector('summary')?.focus();
  }
  if (event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !event.defaultPrevented && !isWriting(event.target) && !document.querySelector('dialog[open]')) {
    event.preventDefault();
    focusSearch();
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

/** What pages ask of the shell. */
const shell = { forgetDrafts, markChoices };

declare global {
  interface Window {
    qtShell?: typeof shell;
  }
}

// The module may be loaded twice; the page has one set of listeners.
if (!window.qtShell) {
  window.qtShell = shell;
  dark.addEventListener('change', applyTheme);
  // A choice made in one window holds in the others.
  window.addEventListener('storage', (event) => {
    if (event.key === THEME || event.key === TYPE) {
      applyTheme();
      applyType();
      markChoices();
    }
  });
  // Not heard on its way up: toggle does not bubble.
  document.addEventListener('toggle', markChoices, true);
  // On its way down: the router listens too, and the header's link is ours where there is room for a field.
  document.addEventListener('click', clicked, true);
  document.addEventListener('keydown', pressed);
}
