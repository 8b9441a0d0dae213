"use strict";
// The files of an index: reads its root, and each other file when it is needed first. Pure, except for
// the function that reads a file.

const indexFiles = (() => {
  const isModule = typeof require === "function";
  const { decode } = isModule ? require("./number_codec.js") : numberCodec;

  const HASH = 10; // length of the hash in a name

  /**
   * The prefix sums of a list of numbers: `[0, first, first + second, ...]`.
   *
   * @param {number[]} list
   */
  function sumsOf(list) {
    const sums = [0];
    for (const number of list) sums.push(sums[sums.length - 1] + number);
    return sums;
  }

  /**
   * Open an index: `{ root, starts, shard, textsOf, readTexts, words }`.
   *
   * `starts` are the first section of each page, and the number of all sections. `shard` and `words`
   * read a file. `readTexts(page, positions)` reads the texts of sections; `textsOf(page)` returns those that have
   * been read, `{ url, title, step, sections }`, or undefined; `sections` is undefined at the positions of the others.
   *
   * @param {string} name of the root.
   * @param {(name: string) => Promise<unknown>} read the content of a file.
   * @returns {Promise<OpenIndex>}
   */
  async function open(name, read) {
    const root = /** @type {IndexRoot} */ (await read(name));
    const chunksOf = sumsOf(decode(root.pages)); // the first chunk of each page
    const cuts = sumsOf(decode(root.chunks)); // the first section of each chunk
    const starts = chunksOf.map((chunk) => cuts[chunk]);
    const isJoined = root.names.postings.length === HASH; // all shards are in one file
    /** @type {Map<string, Promise<unknown>>} */
    const reading = new Map(); // by name
    /** @type {Map<number, PageTexts>} */
    const texts = new Map(); // what has been read, by page

    /**
     * @template {keyof IndexContents} Kind
     * @param {Kind} kind
     * @param {number} [number]
     * @returns {Promise<IndexContents[Kind]>}
     */
    function file(kind, number = 0) {
      const own = `${root.language}.${kind}.${root.names[kind].slice(number * HASH, (number + 1) * HASH)}`;
      if (root.files[own]) return Promise.resolve(/** @type {IndexContents[Kind]} */ (root.files[own]));
      if (!reading.has(own)) {
        const promise = read(own);
        reading.set(own, promise);
        promise.catch(() => reading.delete(own)); // is read again the next time
      }
      return /** @type {Promise<IndexContents[Kind]>} */ (reading.get(own));
    }

    /**
     * @param {number} page
     * @param {number} chunk
     */
    async function readChunk(page, chunk) {
      const { url, title, step, sections } = await file("texts", chunk);
      if (!texts.has(page)) texts.set(page, { url, title, step, sections: Array.from({ length: starts[page + 1] - starts[page] }) });
      const own = /** @type {PageTexts} */ (texts.get(page));
      sections.forEach((section, i) => { own.sections[cuts[chunk] - starts[page] + i] = section; });
    }

    /**
     * @param {number} page
     * @param {number[]} positions
     */
    function readTexts(page, positions) {
      /** @type {Set<number>} */
      const chunks = new Set();
      for (const position of positions) {
        let chunk = chunksOf[page];
        while (cuts[chunk + 1] <= starts[page] + position) chunk += 1;
        chunks.add(chunk);
      }
      return Promise.all(Array.from(chunks, (chunk) => readChunk(page, chunk)));
    }

    return {
      root,
      starts,
      shard: (number) => file("postings", isJoined ? 0 : number),
      textsOf: (page) => texts.get(page),
      readTexts,
      words: () => file("words"),
    };
  }

  return { open };
})();

if (typeof module === "object") module.exports = indexFiles;
