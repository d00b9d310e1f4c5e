import { Drafts } from '../reader/drafts';
import { Refused, send, SignedOut, Unreachable } from '../reader/api';

/** @property leaving whether they were sent when the page was left, so that they have most likely arrived */
export interface Unsent {
  version: number;
  text: string;
  leaving: boolean;
}

export type SaveState = 'saved' | 'saving' | 'waiting' | 'unreachable' | 'expired' | 'refused' | 'elsewhere';

interface SaveAnswer {
  version: number;
  elsewhere: string | null;
}

const PAUSE = 1_500;
const RETRY = 5_000;
/** Browsers send at most 64 KB for a page that is going. */
const MOST_WHILE_LEAVING = 60_000;

/**
 * Keeps one file of a draft: in this browser at each change, on the server after a pause. What the browser holds and the server has
 * not got yet is sent when the file is opened again.
 */
export class Saving {
  private timer = 0;
  private running: Promise<boolean> | null = null;
  private dirty = false;
  private blocked = false;
  private stopped = false;
  /** Words that were sent and never answered: they may have arrived. */
  private unsure: string | null = null;

  constructor(
    private readonly url: string,
    private readonly path: string,
    private version: number,
    private readonly drafts: Drafts,
    private text: () => string,
    private readonly tell: (state: SaveState, words: string) => void,
  ) {}

  /** Words that this browser holds and the server never got, with the version they were made from. */
  static unsent(drafts: Drafts, path: string): Unsent | null {
    try {
      const kept = JSON.parse(drafts.read(path) || 'null') as Partial<Unsent> | null;
      return kept && typeof kept.text === 'string' ? { version: Number(kept.version), text: kept.text, leaving: kept.leaving === true } : null;
    } catch {
      return null;
    }
  }

  /** Has the server put words aside that are older than what it holds; they may have reached it before. */
  static async putAside(url: string, path: string, drafts: Drafts, unsent: Unsent): Promise<void> {
    await send<SaveAnswer>('POST', url, { path, text: unsent.text, version: unsent.version, replace: false });
    drafts.write(path, '');
  }

  changed(): void {
    this.dirty = true;
    this.note(false);
    if (!this.blocked) {
      this.tell('waiting', '');
      this.plan(PAUSE);
    }
  }

  /** Everything is on the server when this is true. */
  async flush(): Promise<boolean> {
    window.clearTimeout(this.timer);
    while (this.running) {
      await this.running;
    }
    return !this.blocked && (!this.dirty || this.save());
  }

  /**
   * The page may be going; the last words go with a request that outlives it, where they are short enough. What was written while a
   * save is under way goes after it: only its answer says from which version.
   */
  leave(): void {
    window.clearTimeout(this.timer);
    if (this.running) {
      void this.running.then(() => this.leave());
    } else if (this.dirty && !this.blocked) {
      this.note(true);
      void this.save(false, true);
    }
  }

  /** What was changed elsewhere has been seen: these words take its place. */
  async replace(): Promise<boolean> {
    this.blocked = false;
    this.dirty = true;
    return this.save(true);
  }

  /** Another file is opened, or the page left: from now on the editor's words are not this file's. */
  stop(): void {
    const last = this.text();
    this.text = () => last;
    this.stopped = true;
    window.clearTimeout(this.timer);
  }

  forget(): void {
    this.drafts.write(this.path, '');
  }

  private note(leaving: boolean): void {
    this.drafts.write(this.path, JSON.stringify({ version: this.version, text: this.text(), leaving }));
  }

  private plan(delay: number): void {
    window.clearTimeout(this.timer);
    if (this.stopped) {
      return;
    }
    this.timer = window.setTimeout(() => void this.flush(), delay);
  }

  private save(replace = false, leaving = false): Promise<boolean> {
    this.running = this.post(replace, leaving).finally(() => {
      this.running = null;
    });
    return this.running;
  }

  private async post(replace: boolean, leaving: boolean): Promise<boolean> {
    const text = this.text();
    const body = { path: this.path, text, version: this.version, replace };
    const keepalive = leaving && new Blob([JSON.stringify(body)]).size < MOST_WHILE_LEAVING;
    this.dirty = false;
    this.tell('saving', '');
    try {
      const answer = await send<SaveAnswer>('POST', this.url, body, undefined, keepalive);
      if (answer.elsewhere !== null && answer.elsewhere !== undefined && answer.elsewhere === this.unsure) {
        this.version = answer.version;
        this.unsure = null;
        return this.post(replace, leaving);
      }
      if (answer.elsewhere !== null && answer.elsewhere !== undefined) {
        this.blocked = true;
        this.dirty = true;
        this.tell('elsewhere', answer.elsewhere);
        return false;
      }
      this.version = answer.version;
      this.unsure = null;
      if (this.dirty) {
        this.note(false);
        this.plan(PAUSE);
      } else {
        this.forget();
        this.tell('saved', '');
      }
      return true;
    } catch (error) {
      this.dirty = true;
      if (error instanceof Unreachable) {
        this.unsure = text;
        this.tell('unreachable', '');
        this.plan(RETRY);
      } else if (error instanceof SignedOut) {
        this.tell('expired', '');
      } else {
        this.tell('refused', error instanceof Refused ? error.message : String(error));
      }
      return false;
    }
  }
}
