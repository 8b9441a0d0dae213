"use strict";
// Replaces the label of a checkbox toggle by a button, which has a state and works with the keyboard.

/**
 * Replace a label by a button, and return the button.
 *
 * It keeps the `for` attribute, by which the theme's script finds it.
 *
 * @param {HTMLLabelElement} label
 * @param {string} controlled id of the element that the button opens and closes.
 */
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
