"use strict";
// Starts the engine of a language in a worker and asks it. Loaded when the search is opened.
//
// Over file:// a worker cannot be started from a URL: there the engine is loaded as a classic script,
// and the worker is started from a blob of its source.

const client = (() => {
  const [SETUP, QUERY, RESULT, FAILED] = [0, 2, 3, 4]; // types of messages, as in worker.js

  async function started({ engine, index, language, script }) {
    if (window.location.protocol !== "file:") {
      const worker = new Worker(engine);
      worker.postMessage({ type: SETUP, data: { config: { index: `${index}.json` }, docs: [] } });
      return worker;
    }
    if (!window.searchEngine) await script(engine);
    await script(`${index}.js`);
    const source = new Blob([`(${window.searchEngine})()`], { type: "text/javascript" });
    const worker = new Worker(URL.createObjectURL(source));
    worker.postMessage({ type: SETUP, data: { docs: window.searchIndexes[language] } });
    return worker;
  }

  /**
   * Start an engine: `{ answer }`; `answer(query)` resolves to its result, or rejects if it failed.
   *
   * `engine`: URL of the engine; `index`: URL of the index without its file extension; `script`: the
   * function that loads a classic script.
   */
  function start(options) {
    const waiting = new Map(); // query -> what takes its result
    let fail;
    const failure = new Promise((_, reject) => { fail = reject; });
    failure.catch(() => {});
    const starting = started(options).then((worker) => {
      worker.addEventListener("message", ({ data: { type, data } }) => {
        if (type === RESULT) waiting.get(data.query)?.(data);
        if (type === FAILED) fail(new Error(data));
      });
      worker.addEventListener("error", (event) => fail(new Error(event.message)));
      return worker;
    });
    starting.catch(fail);

    function answer(query) {
      const answered = new Promise((resolve) => {
        waiting.set(query, resolve);
        starting.then((worker) => worker.postMessage({ type: QUERY, data: query }), () => {});
      });
      return Promise.race([answered, failure]).finally(() => waiting.delete(query));
    }

    return { answer };
  }

  return { start };
})();
