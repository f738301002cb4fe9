/**
 * Mocha as it is made for browsers: it needs nothing of Node, so that one bundle runs in the Node host and in the worker host.
 * Imported before any test file: it is what gives them `describe` and `it`.
 */
import 'mocha/mocha.js';

/** What starts each line meant for whoever runs the suite (scripts/lib/host.mjs). */
const marker = '@@standpoint ';

/** Prints each result as it comes, and at the end the totals as JSON. */
class LineReporter {
  public constructor(runner: Mocha.Runner) {
    const print = (line: string): void => console.log(marker + line);
    let passed = 0;
    let failed = 0;
    runner.on('pass', (test) => {
      passed += 1;
      print(`  ✔ ${test.fullTitle()}`);
    });
    // A skipped test counts as failed: a suite that does not run is not a suite that passes.
    runner.on('pending', (test) => {
      failed += 1;
      print(`  ✘ ${test.fullTitle()} (skipped)`);
    });
    runner.on('fail', (test, error: Error & { readonly expected?: unknown; readonly actual?: unknown }) => {
      failed += 1;
      print(`  ✘ ${test.fullTitle()}\n${error.stack ?? error.message}`);
      if ('expected' in error) {
        print(
          `    expected: ${JSON.stringify(error.expected)}\n    actual:   ${JSON.stringify(error.actual)}`,
        );
      }
    });
    runner.on('end', () => print(JSON.stringify({ passed, failed })));
  }
}

mocha.setup({ ui: 'bdd', timeout: 20_000, reporter: LineReporter as unknown as Mocha.ReporterConstructor });

declare const __ONLY__: string;

/**
 * Runs all the tests that were imported. VS Code calls it.
 * @throws if a test failed, which VS Code turns into the host's exit code
 */
export function run(): Promise<void> {
  if (__ONLY__ !== '') mocha.grep(__ONLY__);
  return new Promise((resolve, reject) => {
    // The browser's own run() reads the page's address, and a Node host has none.
    Mocha.prototype.run.call(mocha, (failures) =>
      failures === 0 ? resolve() : reject(new Error(`${failures} failed`)),
    );
  });
}
