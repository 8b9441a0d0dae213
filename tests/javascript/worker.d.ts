// What service_worker.js finds beside the browser's own globals.

/** A file of the precache: path from the worker's folder, version, bytes. */
type StoredFile = [path: string, version: string, bytes: number];

interface StoredLanguage {
  folder: string;
  files: StoredFile[];
  /** HTML that is shown in place of a page that is not kept. */
  missing: string;
}

/** Put before the worker by the build: worker_script in publish/service_worker.py. */
declare const BUILD: {
  version: string;
  cap: number;
  shared: StoredFile[];
  languages: StoredLanguage[];
};

interface Navigator {
  /** The Network Information API, which not every browser has. */
  connection?: { saveData?: boolean };
}
interface WorkerNavigator {
  connection?: { saveData?: boolean };
}
