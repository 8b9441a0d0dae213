// The shapes that several scripts share. Offsets are in UTF-16 units, of a folded text unless said.

/** A part of a text in one script; `isPaired` where it is split into pairs of characters. */
interface Run {
  text: string;
  start: number;
  isPaired: boolean;
}

/** What of a term its weight depends on: mostly grammar, or half of a word. */
type TermKind = "kana" | "ending" | "loose" | "short" | "";

interface Term {
  term: string;
  start: number;
  end: number;
  isPaired: boolean;
  kind: TermKind;
}

/** A term of a query; `isLast` marks a word that may still be being typed. */
interface WeightedTerm {
  term: string;
  weight: number;
  start: number;
  isPaired: boolean;
  isLast: boolean;
}

/** A word of a group of synonyms, analyzed. */
interface Synonym {
  text: string;
  isPaired: boolean;
  stems: string[];
  terms: WeightedTerm[];
}

/** A group of synonyms; one that only a reading makes has no number. */
interface SynonymGroup {
  number?: number;
  words: Synonym[];
}

/** A group of the lists of synonyms, by its position. */
interface ListedGroup extends SynonymGroup {
  number: number;
}

/** The lookup table of synonyms: longest first, by the first character, by the stem of the first word; words of the subject. */
interface Thesaurus {
  groups: ListedGroup[];
  paired: [word: string, group: SynonymGroup][];
  begun: Map<string, [word: string, group: SynonymGroup][]>;
  spaced: Map<string, [stems: string[], group: SynonymGroup][]>;
  subjects: string[][];
}

/** One meaning in a query: what was typed, then readings of it; and its groups of synonyms. */
interface Concept {
  alternatives: { terms: WeightedTerm[]; weight: number }[];
  groups: ListedGroup[];
}

/** What the highlighter marks: terms, and the beginning of a word that is being typed, or "". */
interface HighlightedTerms {
  terms: Set<string>;
  prefix: string;
}

/** A piece of a text in which matches are marked. */
type Piece = [text: string, isMarked: boolean];

/** A section of a page in the index; `id` is "" for the page itself. */
interface IndexSection {
  id: string;
  title: string;
  path: string[];
  text: string;
}

interface IndexPage {
  url: string;
  title: string;
  weight: number;
  /** What to do first; empty on a page without steps. */
  step: string;
  sections: IndexSection[];
  entries: IndexSection[];
}

/** The weights of a feature of a text in the classifier of pages: page_classifier_fit.js. */
interface FeatureWeights {
  /** The number of phrasings that have the feature. */
  count: number;
  /** The pages that it speaks for or against, by position. */
  pages: number[];
  /** By how much, of the same length. */
  levels: number[];
}

/** The weights of a feature, by its key; undefined if it has none, null if its shard is not read. */
type ReadFeature = (key: string) => FeatureWeights | undefined | null;

/** The classifier of pages, without the weights of its features: page_classifier_fit.js. */
interface PhrasingModel {
  kind: Writing;
  /** The number of all. */
  phrasings: number;
  /** The greatest weight. */
  step: number;
  /** By position of a page; null for one without phrasings. */
  biases: (number | null)[];
  /** The bias of what wants something else, the group after the last page; null without such texts. */
  unrelated: number | null;
}

/** What people type, and the words of a language: hooks/knowledge/search/indexer.py names these fields too. */
interface Phrasings {
  synonyms: string[][];
  subjects: string[];
  /** What people type who want a page, by its position. */
  asked: string[][];
  /** Whether these phrasings are another variety's of the language. */
  isBorrowed: boolean;
  unrelated: string[];
}

/** The trained classifier of pages, ready for JSON: page_classifier_fit.js. */
interface TrainedPhrasings {
  model: PhrasingModel | null;
  features: [key: string, feature: FeatureWeights][];
}

/** What is in the index of a language, as hooks/knowledge/search/index.py writes it. */
interface SearchIndex extends Phrasings {
  language: string;
  pages: IndexPage[];
  /** The position of the page that queries of these words alone want, or -1. */
  home: number;
}

/** A section with a term, how much the term says about it, and a further number, or 0: see postings.js. */
type Posting = [section: number, score: number, note: number];

/** A term or a key of keys.js, its postings by section, and its weights in the classifier of pages. */
type TermPostings = [term: string, postings: Posting[], feature?: FeatureWeights];

/** Sections and their scores, of the same length. */
interface ScoredSections {
  ids: number[];
  scores: number[];
}

/** The postings of a term as they are read; `notes` may be empty. */
interface Postings extends ScoredSections {
  notes: number[];
}

/** A shard of postings as it is written: postings.js. */
interface PackedShard {
  terms: string;
  bases: string;
  gaps: string;
  levels: string;
  notes: string;
  asked: string;
}

interface Shard {
  terms: string[];
  listOf(position: number): Postings;
  featureOf(position: number): FeatureWeights | undefined;
}

/** What lexicon.js finds in the shards of an index. */
interface Lookup {
  corrected(text: string, wanted: WeightedTerm[], isGuessed?: boolean): string;
  count(term: string): number;
  exactly(term: string): Postings | undefined;
  find(wanted: WeightedTerm): ScoredSections & { certainty: number };
  followed(word: string, term: string): Set<number>;
  prepare(wanted: WeightedTerm[], keys: string[]): Promise<ReadFeature>;
  limitShards(wanted: WeightedTerm[], keys: string[], most: number): WeightedTerm[];
}

/** Pairs of numbers by the id of a section or page: tally.js. */
interface Tally {
  ids: number[];
  first: Float64Array;
  second: Float64Array;
  add(id: number, one: number, two: number): void;
  raise(id: number, one: number, two: number): void;
  raiseEach(id: number, one: number, two: number): void;
  taken(): TakenTally;
}

/** A compact copy of a tally: three lists of the same length. */
interface TakenTally {
  ids: number[];
  first: number[];
  second: number[];
}

/** A section as it is shown. */
interface SectionText {
  id: string;
  title: string;
  text: string;
}

/** A chunk of the texts of a page. */
interface TextChunk {
  url: string;
  title: string;
  step: string;
  sections: SectionText[];
}

/** The texts of a page as far as they are read: the position of a section that is not is empty. */
interface PageTexts extends Omit<TextChunk, "sections"> {
  sections: (SectionText | undefined)[];
}

/** The root of an index, as indexer.js builds it. */
interface BuiltRoot {
  language: string;
  /** The number of chunks of each page, as postings.js writes numbers. */
  pages: string;
  /** The number of sections of each chunk. */
  chunks: string;
  /** By page, the factor of its score, if it has one. */
  weights: Record<number, number>;
  titles: { url: string; title: string }[] | null;
  synonyms: string[][];
  subjects: string[];
  /** Null without phrasings. */
  asked: PhrasingModel | null;
  /** With what the keys of each shard begin. */
  bounds: string[];
  /** The shards that most queries need, by position: a page loads them with the root of its language. */
  common: number[];
}

/** The other files of an index, by their kind. */
interface IndexContents {
  postings: PackedShard;
  texts: TextChunk;
  words: string[];
}

/** The root of an index, as it is published. */
interface IndexRoot extends BuiltRoot {
  /** The hashes in the names of the other files, one after the other. */
  names: Record<keyof IndexContents, string>;
  /** The contents of files that need no reading, by name. */
  files: Record<string, unknown>;
}

/** An index whose files are read when they are needed: index_files.js. */
interface OpenIndex {
  root: IndexRoot;
  starts: number[];
  shard(number: number): Promise<PackedShard>;
  textsOf(page: number): PageTexts | undefined;
  readTexts(page: number, positions: number[]): Promise<unknown>;
  words(): Promise<string[]>;
}

/** How a language is written: "pairs" without spaces between words; "" if nothing tells. */
type Writing = "pairs" | "words" | "";

/** How the classifier of pages rates a text: page_classifier.js. Votes by page. */
interface Classification {
  votes: number[];
  /** How surely it wants nothing else, about -1 to 1; 0 if nothing tells. */
  related: number;
  kind: Writing;
  /** Whether no word of the text is written like the language. */
  isForeign: boolean;
  /** Of the text, in characters. */
  length: number;
}

/** A concept of a query, as typed; in each of the sections that match, the share of it that they contain. */
interface MatchedConcept {
  weight: number;
  /** Whether it is a word with synonyms. */
  hasSynonyms: boolean;
  ids: number[];
  shares: number[];
}

/** What speaks for and against a query: no_results.js. */
interface Features {
  related: number;
  sectionShare: number;
  pageShare: number;
  synonymShare: number;
  topVote: number;
}

/** A page that matches a query; sections are [position, score], best first. */
interface RankedPage {
  page: number;
  score: number;
  /** Whether the query equals one of its headings. */
  isExact: boolean;
  /** Whether the phrasings are sure of it. */
  isSure: boolean;
  sections: [position: number, score: number][];
}

/** What is found, and by page the texts that have been read. */
interface AnswerPart {
  found: boolean;
  /** Whether no word of the query is in the writing of the language, and it has no more than some of it. */
  isForeign: boolean;
  pages: RankedPage[];
  /** The pages that come nearest, if none is found. */
  nearest: number[];
  highlight: HighlightedTerms;
  texts: Record<number, PageTexts>;
}

/** A passage of a page that is found; `id` is "" for the beginning of the page. */
interface FoundPassage {
  id: string;
  title: string;
  text: Piece[];
  /** Whether it is shown at once. */
  isOpen: boolean;
}

/** A page that is found, as results.js makes it. */
interface FoundPage {
  url: string;
  title: string;
  passages: FoundPassage[];
}

/** A passage as the box draws it. */
interface DrawnPassage extends FoundPassage {
  href: string;
}

/** A page as the box draws it; with a language and a label if it is in another language than the page. */
interface DrawnPage extends FoundPage {
  passages: DrawnPassage[];
  language?: string;
  label?: string;
}

/** A message of some kinds, by their `type`. */
type Message<Messages, Type extends keyof Messages = keyof Messages> = {
  [Each in Type]: { type: Each } & Messages[Each];
}[Type];

/** What the page tells the search worker: worker.js. */
interface PageMessages {
  start: { folder: string; name: string; root?: IndexRoot; isRead: boolean; id?: undefined };
  ask: { id: number; query: string };
  file: { name: string; content?: unknown; error?: string; id?: undefined };
}

/** An answer of the search worker, or a part of it. */
interface Answer {
  id: number;
  isWhole: boolean;
  pages: FoundPage[];
  found: boolean;
  /** As in AnswerPart. */
  isForeign: boolean;
  /** The pages that come nearest, if none is found. */
  nearest: { url: string; title: string }[];
  query: string;
}

/** What the search worker tells the page. */
interface WorkerMessages {
  answer: Answer;
  need: { name: string };
  failed: { id?: number; error: string };
}

/**
 * The linear classifier of a danger, as danger_fit.js writes it. Its features are the hashed parts of a query
 * (query_features.js); number_codec.js encodes the lists.
 */
interface DangerWeights {
  /** The integer that stands for a weight of 1. */
  unit: number;
  /** The constant term of the score. */
  bias: number;
  /** Differences between the sorted hashes of the parts that have a weight. */
  steps: string;
  /** The weight of each of them: twice its absolute value, plus 1 if it is negative. */
  weights: string;
}

/** A text of the search box: in another language than the page if it has a `lang`. */
type BoxText = string | { text: string; lang: string };

interface ShownContact {
  name: BoxText;
  hours: BoxText;
  /** The date of the opening hours if they may be out of date; else empty. */
  note: string;
  /** The number to try first; empty if there is none. */
  number: string;
  /** Whether a link cannot dial the number. */
  isTyped: boolean;
}

/** What the search shows to people in danger: danger_entries() in hooks/knowledge/search/danger.py. */
interface DangerEntry {
  text: BoxText;
  contacts: ShownContact[];
  /** Their URLs are relative to the folder of the reader's language. */
  links: { label: BoxText; url: string }[];
}

/** What the search of a language begins with: index_files() in hooks/knowledge/search/files.py. */
interface SearchEntry {
  /** The path of the engine that the indexes are for. */
  engine: string;
  /** By language, the path of the root of its index, without its file extension. */
  indexes: Record<string, string>;
  /** The root of the index of the language; the offline copy has it elsewhere. */
  root?: IndexRoot;
  language: string;
  bases: Record<string, string>;
  names: Record<string, string>;
  tags: Record<string, string>;
  texts: Record<"none" | "one" | "other" | "moreOne" | "moreOther", string>;
  dangers: DangerEntry[];
  /** By danger; the offline copy has them once, beside the search box. */
  dangerWeights?: DangerWeights[];
}
