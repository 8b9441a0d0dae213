// What the scripts of a page share: the build joins them, so each finds what others declare.

declare var openingHours: {
  isOpen(text: string, closedDays: string[], moment: Date): boolean;
};

interface Navigator {
  /** The Network Information API, which not every browser has. */
  readonly connection?: { saveData?: boolean };
}

/** Our templates have HTML elements only, but for the icons, which no script looks for. */
interface ParentNode {
  querySelector<E extends HTMLElement = HTMLElement>(selectors: string): E | null;
  querySelectorAll<E extends HTMLElement = HTMLElement>(selectors: string): NodeListOf<E>;
}

/** The readings of each run of kanji: one, or the usual one and then exceptions with their neighbours. */
declare var furiganaLexicon: Record<string, string | [string, ...[before: string, after: string, reading: string][]]>;
declare var furigana: { show(): void; hide(): void };

/** What search.js gives the search box. */
interface BoxOptions {
  dialog: HTMLDialogElement;
  entry: SearchEntry;
  /** URL of the engine that fits the page. */
  engine: string;
  /** Its worker, if it is started already. */
  worker: Worker | undefined;
  /** URL of the site's root. */
  root: URL;
  /** Loads a classic script. */
  script(url: string): Promise<unknown>;
  /** Shows a text about the results, and has a screen reader say it. */
  tell(text: string, said?: string): void;
  /** Whether files can be read as classic scripts only. */
  isCopy: boolean;
}
declare var searchBox: (options: BoxOptions) => void;

/** What scripts of the offline copy define: the entry, the weights of the dangers, the engine, and files of an index by name. */
declare var searchEntry: SearchEntry;
declare var dangerWeights: DangerWeights[];
declare var searchEngine: (() => void) | undefined;
declare var searchFiles: Record<string, unknown>;
