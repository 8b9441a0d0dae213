"use strict";
// The search worker. Its messages, `{ type, ... }`:
//
//   from the page   start   { folder, name, root, isRead }  the folder of the index and the name of its root,
//                           or its content; isRead: the page reads the files, because a worker cannot
//                           over file://
//                   ask     { id, query }
//                   file    { name, content, error }  what was needed
//   to the page     answer  { id, isWhole, pages: shown, found, query }  found: false if the pages are only the
//                           nearest ones; isWhole: no further part follows
//                   need    { name }
//                   failed  { id, error }
//
// A query is not answered if a later one has arrived.

(() => {
  const needed = new Map(); // name of a file -> [resolve, reject]
  let starting = null;
  let latest = 0;

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

  async function ask({ id, query }) {
    latest = id;
    const { answer, language } = await starting;
    await answer(query, () => id === latest, ({ found, pages, wanted, texts }, isWhole) => {
      const shown = results.pagesOf({ language, pages: texts }, pages, wanted);
      self.postMessage({ type: "answer", id, isWhole, pages: shown, found, query });
    });
  }

  const handlers = {
    async start(message) {
      const read = readerOf(message);
      starting = indexFiles.open(message.name, (name) => (name === message.name && message.root) || read(name))
        .then((files) => ({ answer: answers.start(files), language: files.root.language }));
      await starting;
    },
    ask,
    file({ name, content, error }) {
      const [resolve, reject] = needed.get(name);
      needed.delete(name);
      if (error) reject(new Error(error));
      else resolve(content);
    },
  };

  self.addEventListener("message", async ({ data }) => {
    try {
      await handlers[data.type](data);
    } catch (error) {
      self.postMessage({ type: "failed", id: data.id, error: String(error) });
    }
  });
})();
