// The last lines of `.ci/run`: what each part counted, then `N passed, N failed, N skipped` of the whole run.
// Called with the report and the exit code of one part after the other. A part that left no report, or that failed
// without naming a failure (an error outside of any test), counts as one failure.
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";

const given = process.argv.slice(2);
const total = { passed: 0, failed: 0, skipped: 0 };
for (let at = 0; at < given.length; at += 2) {
  const [report = "", code = ""] = given.slice(at, at + 2);
  const counts = countsOf(report);
  if (code !== "0" && counts.failed === 0) counts.failed = 1;
  console.log(
    `${basename(report, ".json")}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`,
  );
  total.passed += counts.passed;
  total.failed += counts.failed;
  total.skipped += counts.skipped;
}
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

/** @param {string} file written by vitest's json reporter or by check.mjs */
function countsOf(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 };
  const report = JSON.parse(readFileSync(file, "utf8"));
  if (!("numTotalTests" in report)) return /** @type {typeof total} */ (report);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + filesThatFailedOutsideTests(report),
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report */
function filesThatFailedOutsideTests(report) {
  return report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((test) => test.status === "failed"),
  ).length;
}
