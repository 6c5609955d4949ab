// The last lines of `.ci/run`: what each part counted, then `N passed, N failed, N skipped` of the whole run.
// A part that left no count behind has crashed, which is one failure.
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const total = { passed: 0, failed: 0, skipped: 0 };
for (const file of process.argv.slice(2)) {
  const counts = countsOf(file);
  console.log(
    `${basename(file, ".json")}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @param {string} file */
function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (!("numTotalTests" in report)) return /** @type {typeof total} */ (report);

  // A test file that fails to load, and an error outside any test, count no test.
  const failedOutsideTests =
    report.success === false && report.numFailedTests === 0
      ? Math.max(1, emptyFailures(report))
      : emptyFailures(report);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + failedOutsideTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
function emptyFailures(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
}
