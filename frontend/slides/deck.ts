/** What the address in `src` answers. The HTML is sanitised by the server. */
export interface Slide {
  number: number;
  title: string;
  html: string;
  cites: { label: string; href: string }[];
  notes: string | null;
}

export interface Deck {
  title: string;
  slides: Slide[];
}
