"use strict";
// Answers queries from the files of an index, step by step: titles first, then texts. Pure.

/** @typedef {(part: AnswerPart, isWhole: boolean) => void} OnPart */

const answers = (() => {
  const isModule = typeof require === "function";
  const { textFeatures, classifierOf } = isModule ? require("./page_classifier.js") : pageClassifier;
  const { Lexicon } = isModule ? require("./lexicon.js") : lexicon;
  const { groupsIn, thesaurus } = isModule ? require("./query.js") : query;
  const { inKana } = isModule ? require("./romaji.js") : romaji;
  const { folded, runs } = isModule ? require("./analyzer.js") : analyzer;
  const { Ranking, moveUp, shortestPrefix } = isModule ? require("./ranking.js") : ranking;

  const FIRST_PAGES = 5; // pages whose texts are read first
  const READ_SECTIONS = [5, 3]; // sections of which the text is read: of the first page, of each other one
  const MAX_CHECKED = 20; // maximum number of sections whose text is checked for the whole query
  const CONNECTIONS = 6; // shards: browsers limit the connections to a host
  const TIMEOUT = 100; // milliseconds to wait for the texts before titles alone are shown

  const pause = (/** @type {number} */ milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
  /** How long to wait for the next files: not at all if those before took longer, because these will too. */
  const timeoutSince = (/** @type {number} */ begun) => (performance.now() - begun < TIMEOUT ? TIMEOUT : 0);

  /**
   * The search of an index: `{ search }`, as Ranking() returns it; `settings` replaces the default ones.
   *
   * @param {OpenIndex} files
   * @param {typeof import("./ranking.js").SETTINGS} [settings]
   */
  function searchOf(files, settings) {
    const { root, starts } = files;
    const words = Lexicon({ ...root, pages: starts.length - 1 }, files.shard, files.words, shortestPrefix(starts));
    const known = thesaurus(root.synonyms, root.subjects);
    const classify = classifierOf(root.asked);
    const kind = root.asked && root.asked.unrelated !== null ? root.asked.kind : "";
    const { search } = Ranking({ ...root, starts, known }, words, (text, read) => {
      const isForeign = Boolean(kind) && runs(text).every((run) => run.isPaired !== (kind === "pairs"));
      return { ...classify(textFeatures(text, groupsIn(text, known)), read), kind, isForeign, length: text.length };
    }, settings);
    // In other languages, romaji is converted word by word only: query.js.
    if (!/^ja\b/.test(root.language)) return { search };
    return { search: async (/** @type {string} */ typed, /** @type {number | undefined} */ shards) => {
      const read = inKana(typed);
      // The name of something may look like romaji.
      const asTyped = read === typed || !/\s/.test(typed.trim()) ? await search(typed, shards) : undefined;
      if (asTyped && (read === typed || asTyped.pages[0]?.isExact)) return asTyped;
      const answer = await search(read, shards);
      return answer.found ? answer : asTyped ?? search(typed, shards);
    } };
  }

  /**
   * A function that answers a query by calling `onPart` with each part; it stops once `isCurrent()` is false.
   *
   * @param {OpenIndex} files
   * @returns {(query: string, isCurrent: () => boolean, onPart: OnPart) => Promise<void>}
   */
  function start(files) {
    const { search } = searchOf(files);
    const { titles } = files.root;

    const read = (/** @type {RankedPage[]} */ pages, from = 0) => Promise.all(pages.map(({ page, sections }, i) => (
      files.readTexts(page, sections.slice(0, READ_SECTIONS[Math.min(from + i, READ_SECTIONS.length - 1)]).map(([position]) => position))
    )));

    /**
     * The pages of an answer; those with a section that contains the whole query as typed are moved up.
     *
     * @param {string} query
     * @param {Awaited<ReturnType<ReturnType<typeof searchOf>["search"]>>} answer
     */
    async function withWholeQueryFirst(query, { found, pages, candidates: all }) {
      if (!found || !all.length) return pages;
      const candidates = all.slice(0, MAX_CHECKED);
      await Promise.all(candidates.map(([page, section]) => files.readTexts(page, [section])));
      const parts = folded(query).split(/\s+/u);
      const confirmed = candidates.filter(([page, section]) => {
        const { title = "", text = "" } = files.textsOf(page)?.sections[section] ?? {};
        const whole = folded(`${title}\n${text}`);
        return parts.every((part) => whole.includes(part));
      });
      const further = confirmed.filter(([page]) => !pages.some((each) => each.page === page));
      const settled = [...pages, ...further.map(([page, section]) => (
        /** @type {RankedPage} */ ({ page, score: 0, isExact: false, isSure: false, sections: [[section, 1]] })))];
      moveUp(settled, confirmed.map(([page]) => page));
      return settled.slice(0, Math.max(pages.length, FIRST_PAGES));
    }

    /** @param {number[]} pages */
    function textsOf(pages) {
      /** @type {AnswerPart["texts"]} */
      const texts = {};
      for (const page of pages) {
        const own = files.textsOf(page) || (titles && { ...titles[page], step: "", sections: [] });
        if (own) texts[page] = own;
      }
      return texts;
    }

    /**
     * The part of an answer that can be shown yet: the pages whose titles are known.
     *
     * @param {Pick<AnswerPart, "found" | "isForeign" | "pages" | "nearest" | "highlight">} answer
     * @returns {AnswerPart}
     */
    function partOf({ found, isForeign, pages, nearest, highlight }) {
      const texts = textsOf([...pages.map(({ page }) => page), ...nearest]);
      return { found, isForeign, pages: pages.filter(({ page }) => texts[page]), nearest: nearest.filter((page) => texts[page]), highlight, texts };
    }

    /**
     * Search with all shards. If they take long, first send the titles found with a few shards; that nothing is
     * found is only known at the end.
     *
     * @param {string} query
     * @param {() => boolean} isCurrent
     * @param {OnPart} onPart
     */
    async function searchInSteps(query, isCurrent, onPart) {
      const begun = performance.now();
      const whole = search(query);
      const done = whole.then(() => true);
      if (await Promise.race([done, pause(0)])) return whole;
      const soon = search(query, CONNECTIONS); // of the files that `whole` asked for first
      if (!await Promise.race([done, soon.then(() => pause(timeoutSince(begun)))]) && isCurrent()) {
        const answer = await soon;
        if (answer.found) onPart(partOf(answer), false);
      }
      return whole;
    }

    return async (query, isCurrent, onPart) => {
      const begun = performance.now();
      const result = await (titles ? searchInSteps(query, isCurrent, onPart) : search(query));
      const timeout = timeoutSince(begun);
      let { pages } = result;
      const part = (/** @type {boolean} */ isWhole) => { if (isCurrent()) onPart(partOf({ ...result, pages }), isWhole); };
      if (!isCurrent()) return;
      const settle = async () => {
        pages = await withWholeQueryFirst(query, result);
        await read(pages.slice(0, FIRST_PAGES));
        if (!titles) await Promise.all(result.nearest.map((page) => files.readTexts(page, [0])));
      };
      const first = settle();
      if (titles && await Promise.race([first.then(() => true), pause(timeout)]) !== true) part(false);
      await first;
      const rest = pages.slice(FIRST_PAGES);
      if (rest.length && isCurrent()) {
        const reading = read(rest, FIRST_PAGES);
        if (await Promise.race([reading, pause(0).then(() => TIMEOUT)]) === TIMEOUT) part(false);
        await reading;
      }
      part(true);
    };
  }

  return { searchOf, start };
})();

if (typeof module === "object") module.exports = answers;
