"use strict";
// Makes elements from text alone, never from HTML.

const elements = (() => {
  /**
   * An element with a class and these contents.
   *
   * @template {keyof HTMLElementTagNameMap} Name
   * @param {Name} name
   * @param {string} className
   * @param {...(Node | string)} contents
   */
  function element(name, className, ...contents) {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...contents);
    return made;
  }

  /**
   * A link with a text.
   *
   * @param {string} className
   * @param {string} url
   * @param {Node | string} text
   */
  function link(className, url, text) {
    const made = element("a", className, text);
    made.href = url;
    return made;
  }

  /**
   * Mark the language of an element if it is not the one of the page around it.
   *
   * @template {HTMLElement} Made
   * @param {Made} made
   * @param {string} [language]
   */
  function inLanguage(made, language) {
    if (language) {
      made.lang = language;
      made.dir = "auto";
    }
    return made;
  }

  return { element, inLanguage, link };
})();
