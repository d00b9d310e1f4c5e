/**
 * Brings a reader who comes back to a page of results to the place they left. The page draws its results after the browser has
 * tried to, so it must be done once more; until the first gesture, because fonts may still move what is there.
 */
const HELD_MILLIS = 1200;
const RESULTS = '/tim-kiem';

let came: 'back' | 'forth' = isReturn() ? 'back' : 'forth';

function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'back_forward' || entry?.type === 'reload';
}

function placeOf(search: string): string {
  return `qt-results:${search}`;
}

function leave(): void {
  if (location.pathname === RESULTS) {
    try {
      sessionStorage.setItem(placeOf(location.search), String(Math.round(window.scrollY)));
    } catch {
      // Then the reader begins at the top.
    }
  }
}

function left(): number {
  try {
    return Number(sessionStorage.getItem(placeOf(location.search)) ?? 0);
  } catch {
    return 0;
  }
}

/** The results of this address are there now. */
function returned(): void {
  const y = came === 'back' ? left() : 0;
  came = 'forth';
  if (y <= 0) {
    return;
  }
  const stop = new AbortController();
  const go = () => window.scrollTo({ top: y, behavior: 'instant' });
  for (const gesture of ['wheel', 'touchmove', 'pointerdown', 'keydown']) {
    window.addEventListener(gesture, () => stop.abort(), { passive: true, capture: true, signal: stop.signal });
  }
  const settled = new ResizeObserver(go);
  settled.observe(document.body);
  stop.signal.addEventListener('abort', () => settled.disconnect());
  window.setTimeout(() => stop.abort(), HELD_MILLIS);
  requestAnimationFrame(go);
}

const search = { returned };

declare global {
  interface Window {
    qtSearch?: typeof search;
  }
}

// The module may be loaded twice; the page has one set of listeners.
if (!window.qtSearch) {
  window.qtSearch = search;
  // The router makes such events of its own when a link was followed.
  window.addEventListener('popstate', (event) => event.isTrusted && (came = 'back'), true);
  window.addEventListener('pagehide', leave);
  // Before the router leaves the page.
  document.addEventListener(
    'click',
    (event) => {
      if (event.target instanceof Element && event.target.closest('a[href]')) {
        leave();
        came = 'forth';
      }
    },
    true,
  );
}

export {};
