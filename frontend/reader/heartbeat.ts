import { send, SignedOut, Unreachable } from './api';
import type { Beat } from './types';

/** How the line to the server is. */
export type Line = 'live' | 'offline' | 'expired' | 'superseded';

/** Who does nothing for so long is no longer reading. */
const STILL_MILLIS = 60_000;
const SLOWEST_MILLIS = 60_000;

/**
 * Tells the server now and then what is in view, while somebody reads. It never sends a duration: the server counts
 * between the beats it saw.
 */
export class Heartbeat {
  private reader = uuid();
  /** The first beat of a name makes this window the one that counts. */
  private takeOver = true;
  private acted = performance.now();
  private timer = 0;
  private failures = 0;
  private busy = false;
  private line: Line = 'live';

  constructor(
    private readonly url: string,
    private readonly seconds: number,
    private readonly view: () => { visible: string[]; at: string | null },
    private readonly beaten: (beat: Beat) => void,
    private readonly changed: (line: Line) => void,
    private readonly signal: AbortSignal,
  ) {
    const act = () => (this.acted = performance.now());
    for (const event of ['scroll', 'pointerdown', 'pointermove', 'keydown', 'wheel', 'touchmove']) {
      window.addEventListener(event, act, { passive: true, signal });
    }
    window.addEventListener('online', () => this.again(0), { signal });
    signal.addEventListener('abort', () => window.clearTimeout(this.timer));
    void this.beat();
  }

  /** Takes reading back to this window. */
  resume(): void {
    this.reader = uuid();
    this.takeOver = true;
    this.acted = performance.now();
    this.become('live');
    this.again(0);
  }

  private again(millis: number): void {
    window.clearTimeout(this.timer);
    if (!this.signal.aborted && this.line !== 'expired' && this.line !== 'superseded') {
      this.timer = window.setTimeout(() => void this.beat(), millis);
    }
  }

  private reading(): boolean {
    return document.visibilityState === 'visible' && document.hasFocus() && performance.now() - this.acted < STILL_MILLIS;
  }

  private async beat(): Promise<void> {
    if (this.busy || !this.reading()) {
      this.again(this.seconds * 1000);
      return;
    }
    this.busy = true;
    try {
      const beat = await send<Beat>('POST', this.url, { reader: this.reader, takeOver: this.takeOver, ...this.view() }, this.signal);
      this.failures = 0;
      this.takeOver = false;
      this.become(beat.superseded ? 'superseded' : 'live');
      this.beaten(beat);
    } catch (error) {
      if (this.signal.aborted) {
        return;
      }
      if (error instanceof SignedOut) {
        this.become('expired');
      } else {
        // A refusal is not mended by asking faster, so it waits like a lost line, but is not called one.
        this.failures++;
        if (error instanceof Unreachable) {
          this.become('offline');
        }
      }
    } finally {
      this.busy = false;
    }
    this.again(Math.min(SLOWEST_MILLIS, this.seconds * 1000 * 2 ** Math.min(this.failures, 5)));
  }

  private become(line: Line): void {
    if (line !== this.line) {
      this.line = line;
      this.changed(line);
    }
  }
}

/** crypto.randomUUID exists only on secure origins; many offices serve plain HTTP inside. */
function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
