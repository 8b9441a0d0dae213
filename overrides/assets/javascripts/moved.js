// Leads from an old address to the new one, with the anchor that was asked for.
"use strict";

(function () {
  const { to = "", anchors = "{}" } = /** @type {HTMLElement} */ (document.currentScript).dataset;
  let asked = location.hash.slice(1);
  try { asked = decodeURIComponent(asked); } catch { /* a "%" that encodes nothing: no anchor of ours */ }
  const known = JSON.parse(anchors);
  const address = Object.hasOwn(known, asked) ? known[asked] : to.includes("#") ? to : to + location.hash;
  const [page, anchor] = address.split("#");
  location.replace(page + location.search + (anchor ? "#" + anchor : ""));
})();
