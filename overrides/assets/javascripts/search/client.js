"use strict";
// Starts the engine of a language in a worker and asks it. Loaded when the search is opened.
//
// In the offline copy, over file://, a worker can neither be started from a URL nor read a file: there
// the engine is loaded as a classic script and the worker started from a blob of its source, and the
// page reads the files of the index as classic scripts. Nothing else differs.

const client = (() => {
  async function workerOf({ engine, script, isCopy }) {
    if (!isCopy) return new Worker(engine);
    if (!window.searchEngine) await script(engine);
    const source = new Blob([`(${window.searchEngine})()`], { type: "text/javascript" });
    return new Worker(URL.createObjectURL(source));
  }

  /** Read a file of an index as a classic script: the message with its content. */
  async function fileOf(folder, name, script) {
    try {
      await script(`${folder}${name}.js`);
      return { type: "file", name, content: window.searchFiles[name] };
    } catch {
      return { type: "file", name, error: `${name} could not be read` };
    }
  }

  async function started(options) {
    const folder = new URL(".", options.index).href;
    const name = options.index.slice(folder.length);
    const worker = await workerOf(options);
    worker.addEventListener("message", async ({ data }) => {
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
   * `engine`: URL of the engine; `index`: URL of the root of the index without its file extension; `root`:
   * its content, if it is known already; `script`: the function that loads a classic script; `isCopy`:
   * whether files can be read as classic scripts only.
   */
  function start(options) {
    let current = { id: 0 };
    let fail;
    const failure = new Promise((_, reject) => { fail = reject; });
    failure.catch(() => {});
    const starting = started(options).then((worker) => {
      worker.addEventListener("message", ({ data }) => {
        if (data.type === "failed" && (!data.id || data.id === current.id)) fail(new Error(data.error));
        if (data.type !== "answer" || data.id !== current.id) return;
        if (data.isWhole) current.resolve(data);
        else current.onPart(data);
      });
      worker.addEventListener("error", (event) => fail(new Error(event.message)));
      return worker;
    });
    starting.catch(fail);

    function answer(query, onPart = () => {}) {
      const answered = new Promise((resolve) => { current = { id: current.id + 1, resolve, onPart }; });
      const { id } = current;
      starting.then((worker) => worker.postMessage({ type: "ask", id, query }), () => {});
      return Promise.race([answered, failure]);
    }

    return { answer };
  }

  return { start };
})();
