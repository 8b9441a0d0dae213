"use strict";
// What is a label without scripts becomes a button with them: a name, a state, and keys.

/** The button in a label's place. It keeps `for`, by which the theme's script looks for it. */
globalThis.asButton = (label, controlled) => {
  const button = document.createElement("button");
  button.type = "button";
  button.className = label.className;
  button.setAttribute("for", label.htmlFor);
  button.setAttribute("aria-controls", controlled);
  button.setAttribute("aria-expanded", "false");
  button.append(...label.childNodes);
  label.replaceWith(button);
  return button;
};
