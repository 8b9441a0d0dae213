"use strict";
// The search worker. Its messages:
//
//   SETUP  0  { config: { index }, docs }  index: URL of the index, relative to this script;
//                                          docs: the index itself, over file://
//   READY  1
//   QUERY  2  the text as typed
//   RESULT 3  { pages, found, query }      found: false if the pages are only the nearest ones
//   FAILED 4  error message: the index could not be loaded, or the query failed

(() => {
  const [SETUP, READY, QUERY, RESULT, FAILED] = [0, 1, 2, 3, 4];
  let answer = null;

  async function indexOf({ config, docs }) {
    if (docs && docs.pages) return docs;
    const response = await fetch(new URL(config.index, self.location.href));
    if (!response.ok) throw new Error(`${response.status} for ${config.index}`);
    return response.json();
  }

  function answerFrom(index) {
    const { search } = ranking.Ranking(MiniSearch, index);
    return (query) => {
      const { found, pages, wanted } = search(query);
      return { pages: results.pagesOf(index, pages, wanted), found, query };
    };
  }

  self.addEventListener("message", async ({ data: { type, data } }) => {
    try {
      if (type === SETUP) {
        answer = indexOf(data).then(answerFrom);
        await answer;
        self.postMessage({ type: READY });
      } else if (type === QUERY) {
        const answered = (await answer)(String(data));
        self.postMessage({ type: RESULT, data: answered });
      }
    } catch (error) {
      self.postMessage({ type: FAILED, data: String(error) });
    }
  });
})();
