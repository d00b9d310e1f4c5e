/** What `/api/reading/<text>` and its neighbours say. */
export type Tone = 'neutral' | 'red' | 'done' | 'doing' | 'late';

export type Kind = 'KEY_POINT' | 'CHANGE' | 'LOCAL_NOTE' | 'SLIDE' | 'QUESTION' | 'MY_NOTE';

export interface Item {
  clause: string;
  kind: Kind;
  label: string;
  aside: string | null;
  /** Sanitised by the server; the only text that goes in as HTML. */
  html: string;
  href: string | null;
  /** Set where this reader may edit and delete it. */
  editId: number | null;
  /** The note as it was written, for editing; without it the text of `html` is taken. */
  body?: string | null;
  unit?: number | null;
}

export interface NoteUnit {
  id: number;
  name: string;
}

/** Something that can be asked about a clause: its id belongs after the address. */
export interface Further {
  label: string;
  address: string;
}

export interface Progress {
  /** Share read per clause, 0 to 1; a clause that is missing was not read. */
  progress: Record<string, number>;
  read: number;
  readable: number;
  completed: boolean;
}

export interface ReadingState extends Progress {
  position: string | null;
  due: { label: string; tone: string } | null;
  completedLabel: string | null;
  quiz: { href: string; label: string; tone?: string } | null;
  items: Item[];
  further: Further[];
  noteUnits: NoteUnit[];
  beatSeconds: number;
  problems: { place: string; text: string }[];
}

export interface Beat extends Progress {
  superseded: boolean;
}
