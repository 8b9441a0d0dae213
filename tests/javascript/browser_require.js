"use strict";
// Stands in for Node where a browser runs the tests: `require` and what they use of node:test and
// node:assert/strict. Not a test itself.

/**
 * Run test files; resolves to the number of tests and what went wrong, one text for each failed test.
 *
 * @param {Record<string, string>} files source texts by path.
 * @param {string[]} tests paths of the test files.
 */
globalThis.runTests = async (files, tests) => {
  const loaded = new Map();
  const registered = [];

  function fail(message, ...values) {
    throw new Error([message, ...values.map((value) => JSON.stringify(value))].filter(Boolean).join(" "));
  }

  function same(actual, wanted, message) {
    if (JSON.stringify(actual) !== JSON.stringify(wanted)) fail(message, actual, wanted);
  }

  const builtIn = {
    "node:test": (name, check) => registered.push({ name, check }),
    "node:assert/strict": { equal: same, deepEqual: same, ok: (value, message) => value || fail(message, value) },
  };

  function load(path) {
    if (path.endsWith(".json")) return JSON.parse(files[path]);
    if (!loaded.has(path)) {
      const module = { exports: {} };
      const require = (name) => builtIn[name] ?? load(new URL(name, `file:///${path}`).pathname.slice(1));
      new Function("module", "exports", "require", files[path])(module, module.exports, require);
      loaded.set(path, module.exports);
    }
    return loaded.get(path);
  }

  for (const path of tests) load(path);
  const failed = [];
  for (const { name, check } of registered) {
    try {
      await check();
    } catch (error) {
      failed.push(`${name}: ${error}`);
    }
  }
  return { count: registered.length, failed };
};
