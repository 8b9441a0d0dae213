// Leads from an old address to the new one, with the anchor that was asked for.
"use strict";

(function () {
  const { to, anchors } = document.currentScript.dataset;
  const asked = decodeURIComponent(location.hash.slice(1));
  const known = JSON.parse(anchors);
  const address = Object.hasOwn(known, asked) ? known[asked] : to.includes("#") ? to : to + location.hash;
  const [page, anchor] = address.split("#");
  location.replace(page + location.search + (anchor ? "#" + anchor : ""));
})();
