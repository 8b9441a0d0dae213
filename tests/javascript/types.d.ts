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

/** The lookup table of synonyms: by their text, by the stem of their first word; words of the subject. */
interface Thesaurus {
  groups: SynonymGroup[];
  paired: [word: string, group: SynonymGroup][];
  spaced: Map<string, [stems: string[], group: SynonymGroup][]>;
  subjects: string[][];
}

/** One meaning in a query: what was typed, then readings of it; and its groups of synonyms. */
interface Concept {
  alternatives: { terms: WeightedTerm[]; weight: number }[];
  groups: SynonymGroup[];
}

/** What the highlighter marks: terms, and the beginning of a word that is being typed, or "". */
interface Wanted {
  terms: Set<string>;
  prefix: string;
}

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
  sections: IndexSection[];
  entries: IndexSection[];
}

/** The index of a language, as hooks/knowledge/search/index.py writes it. */
interface SearchIndex {
  language: string;
  pages: IndexPage[];
  synonyms: string[][];
  subjects: string[];
  asked: string[];
}

/** A section with a term, how much the term says about it, and a further number, or 0: see postings.js. */
type Posting = [section: number, score: number, note: number];

/** A term, or a key of keys.js, with its postings by section. */
type TermPostings = [term: string, postings: Posting[]];

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
}

interface Shard {
  terms: string[];
  listOf(position: number): Postings;
}

/** What lexicon.js finds in the shards of an index. */
interface Lookup {
  count(term: string): number;
  exactly(term: string): Postings | undefined;
  find(wanted: WeightedTerm): ScoredSections;
  followed(word: string, term: string): Set<number>;
  prepare(wanted: WeightedTerm[], keys: string[]): Promise<void>;
  within(wanted: WeightedTerm[], most: number): WeightedTerm[];
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

/** A page that matches a query; sections are [position, score], best first. */
interface RankedPage {
  page: number;
  score: number;
  sections: [position: number, score: number][];
}

/** What the parts of a query say about a danger: DangerWeights in hooks/knowledge/search/danger.py. */
interface DangerWeights {
  unit: number;
  bias: number;
  steps: number[];
  weights: number[];
}
