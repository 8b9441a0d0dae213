"use strict";
// Makes elements from text alone, never from HTML.

const elements = (() => {
  /** An element with a class and these contents. */
  function element(name, className, ...contents) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...contents);
    return made;
  }

  /** A link with a text. */
  function link(className, url, text) {
    const made = element("a", className, text);
    made.href = url;
    return made;
  }

  return { element, link };
})();
