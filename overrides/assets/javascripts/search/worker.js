"use strict";
// The search worker. Its messages, `{ type, ... }`:
//
//   from the page   start   { folder, name, root, isRead }  the folder of the index and the name of its root,
//                           or its content; isRead: the page reads the files, because a worker cannot
//                           over file://
//                   ask     { id, query }
//                   file    { name, content, error }  what was needed
//   to the page     answer  { id, isWhole, pages: shown, found, isForeign, nearest, query }  nearest: URLs and titles of
//                           the pages that come nearest, if none is found; isWhole: no further part follows
//                   need    { name }
//                   failed  { id, error }
//
// A query is not answered if a later one has arrived.

/** @typedef {[resolve: (content: unknown) => void, reject: (error: Error) => void]} Settle */

(() => {
  /** @type {Map<string, Settle>} */
  const needed = new Map(); // by name of a file
  /** @type {Promise<{ answer: ReturnType<typeof answers.start>, language: string }>} */
  let starting;
  let latest = 0;

  /**
   * @param {PageMessages["start"]} message
   * @returns {(name: string) => Promise<unknown>}
   */
  function readerOf({ folder, isRead }) {
    if (isRead) {
      return (name) => new Promise((...settle) => {
        needed.set(name, settle);
        self.postMessage({ type: "need", name });
      });
    }
    return async (name) => {
      const response = await fetch(`${folder}${name}.json`);
      if (!response.ok) throw new Error(`${response.status} for ${name}`);
      return response.json();
    };
  }

  /** @param {PageMessages["ask"]} message */
  async function ask({ id, query }) {
    latest = id;
    const { answer, language } = await starting;
    await answer(query, () => id === latest, ({ found, isForeign, pages, nearest, highlight, texts }, isWhole) => {
      const shown = results.pagesOf({ language, pages: texts }, pages, highlight);
      const near = nearest.map((page) => ({ url: texts[page].url, title: texts[page].title }));
      self.postMessage({ type: "answer", id, isWhole, pages: shown, found, isForeign, nearest: near, query });
    });
  }

  /** @type {{ [Type in keyof PageMessages]: (message: PageMessages[Type]) => void | Promise<void> }} */
  const handlers = {
    async start(message) {
      const read = readerOf(message);
      starting = indexFiles.open(message.name, async (name) => (name === message.name && message.root) || read(name))
        .then((files) => ({ answer: answers.start(files), language: files.root.language }));
      await starting;
    },
    ask,
    file({ name, content, error }) {
      const [resolve, reject] = /** @type {Settle} */ (needed.get(name));
      needed.delete(name);
      if (error) reject(new Error(error));
      else resolve(content);
    },
  };

  /**
   * @template {keyof PageMessages} Type
   * @param {MessageEvent<Message<PageMessages, Type>>} event
   */
  async function handle({ data }) {
    try {
      await handlers[data.type](data);
    } catch (error) {
      self.postMessage({ type: "failed", id: data.id, error: String(error) });
    }
  }

  self.addEventListener("message", handle);
})();
