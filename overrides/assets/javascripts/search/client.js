"use strict";
// Starts the engine of a language in a worker and asks it. Loaded when the search is opened.
//
// In the offline copy, over file://, a worker can neither be started from a URL nor read a file: there
// the engine is loaded as a classic script and the worker started from a blob of its source, and the
// page reads the files of the index as classic scripts. Nothing else differs.

/**
 * @typedef {object} EngineOptions
 * @property {string} engine URL of the engine.
 * @property {string} index URL of the root of the index without its file extension.
 * @property {IndexRoot} [root] its content, if it is known already.
 * @property {Worker} [worker] one that runs the engine already.
 * @property {BoxOptions["script"]} script loads a classic script.
 * @property {boolean} isCopy whether files can be read as classic scripts only.
 */
/** @typedef {MessageEvent<Message<WorkerMessages>>} FromWorker */

const client = (() => {
  /** @param {EngineOptions} options */
  async function workerOf({ engine, worker, script, isCopy }) {
    if (worker) return worker;
    if (!isCopy) return new Worker(engine);
    if (!window.searchEngine) await script(engine);
    const source = new Blob([`(${window.searchEngine})()`], { type: "text/javascript" });
    return new Worker(URL.createObjectURL(source));
  }

  /**
   * Read a file of an index as a classic script: the message with its content.
   *
   * @param {string} folder
   * @param {string} name
   * @param {BoxOptions["script"]} script
   * @returns {Promise<Message<PageMessages, "file">>}
   */
  async function fileOf(folder, name, script) {
    try {
      await script(`${folder}${name}.js`);
      return { type: "file", name, content: window.searchFiles[name] };
    } catch {
      return { type: "file", name, error: `${name} could not be read` };
    }
  }

  /** @param {EngineOptions} options */
  async function started(options) {
    const folder = new URL(".", options.index).href;
    const name = options.index.slice(folder.length);
    const worker = await workerOf(options);
    worker.addEventListener("message", async (/** @type {FromWorker} */ { data }) => {
      if (data.type === "need") worker.postMessage(await fileOf(folder, data.name, options.script));
    });
    worker.postMessage({ type: "start", folder, name, root: options.root, isRead: options.isCopy });
    return worker;
  }

  /**
   * Start an engine: `{ answer }`.
   *
   * `answer(query, onPart)` resolves to the whole answer; `onPart` is called with each part of it that
   * is known earlier: titles without texts, then the texts of the best pages. It rejects if the engine
   * failed, and never settles if a later query is asked before: that one is answered alone.
   *
   * @param {EngineOptions} options
   */
  function start(options) {
    /** @type {{ id: number, resolve?: (answer: Answer) => void, onPart?: (part: Answer) => void }} */
    let current = { id: 0 };
    /** @type {(error: unknown) => void} */
    let fail = () => {};
    /** @type {Promise<never>} */
    const failure = new Promise((_, reject) => { fail = reject; });
    failure.catch(() => {});
    const starting = started(options).then((worker) => {
      worker.addEventListener("message", (/** @type {FromWorker} */ { data }) => {
        if (data.type === "failed" && (!data.id || data.id === current.id)) fail(new Error(data.error));
        if (data.type !== "answer" || data.id !== current.id) return;
        if (data.isWhole) current.resolve?.(data);
        else current.onPart?.(data);
      });
      worker.addEventListener("error", (event) => fail(new Error(event.message)));
      return worker;
    });
    starting.catch(fail);

    /**
     * @param {string} query
     * @param {(part: Answer) => void} [onPart]
     */
    function answer(query, onPart = () => {}) {
      /** @type {Promise<Answer>} */
      const answered = new Promise((resolve) => { current = { id: current.id + 1, resolve, onPart }; });
      const { id } = current;
      starting.then((worker) => worker.postMessage({ type: "ask", id, query }), () => {});
      return Promise.race([answered, failure]);
    }

    return { answer };
  }

  return { start };
})();
