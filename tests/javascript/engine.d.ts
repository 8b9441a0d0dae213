// What the scripts of the search engine share, on a page and in a worker: the build joins them, so each
// finds what others declare.

declare const analyzer: typeof import("../../overrides/assets/javascripts/search/analyzer.js");
declare const romaji: typeof import("../../overrides/assets/javascripts/search/romaji.js");
declare const hashes: typeof import("../../overrides/assets/javascripts/search/hashes.js");
declare const keys: typeof import("../../overrides/assets/javascripts/search/keys.js");
declare const numberCodec: typeof import("../../overrides/assets/javascripts/search/number_codec.js");
declare const postings: typeof import("../../overrides/assets/javascripts/search/postings.js");
declare const lexicon: typeof import("../../overrides/assets/javascripts/search/lexicon.js");
declare const query: typeof import("../../overrides/assets/javascripts/search/query.js");
declare const spelling: typeof import("../../overrides/assets/javascripts/search/spelling.js");
declare const linearSvm: typeof import("../../overrides/assets/javascripts/search/linear_svm.js");
declare const danger: typeof import("../../overrides/assets/javascripts/search/danger.js");
declare const queryFeatures: typeof import("../../overrides/assets/javascripts/search/query_features.js");
declare const pageClassifierFit: typeof import("../../overrides/assets/javascripts/search/page_classifier_fit.js");
declare const pageClassifier: typeof import("../../overrides/assets/javascripts/search/page_classifier.js");
declare const tally: typeof import("../../overrides/assets/javascripts/search/tally.js");
declare const noResults: typeof import("../../overrides/assets/javascripts/search/no_results.js");
declare const concepts: typeof import("../../overrides/assets/javascripts/search/concepts.js");
declare const ranking: typeof import("../../overrides/assets/javascripts/search/ranking.js");
declare const scoring: typeof import("../../overrides/assets/javascripts/search/scoring.js");
declare const highlighter: typeof import("../../overrides/assets/javascripts/search/highlighter.js");
declare const results: typeof import("../../overrides/assets/javascripts/search/results.js");
declare const indexFiles: typeof import("../../overrides/assets/javascripts/search/index_files.js");
declare const answers: typeof import("../../overrides/assets/javascripts/search/answers.js");

/** Whether Node has loaded the script, for the tests: it has these two, a browser has neither. */
declare const require: (path: string) => unknown;
declare let module: { exports: unknown };
