import { writeFileSync } from 'node:fs';

/** Writes how many browser tests ran to a file, in the words in which Node's own runner counts. */
export function countReporter(file) {
  return {
    onTestRunFinished({ sessions }) {
      if (!file) return;
      const tests = sessions.flatMap((session) => testsIn(session.testResults));
      const passed = tests.filter((test) => test.passed && !test.skipped).length;
      const skipped = tests.filter((test) => test.skipped).length;
      const broken = sessions.filter(isBroken).length;
      const failed = tests.length - passed - skipped + broken;
      writeFileSync(file, `# pass ${passed}\n# fail ${failed}\n# skipped ${skipped}\n`);
    },
  };
}

/** A file that cannot be loaded, or that holds no test, has nothing to count, yet it has failed. */
function isBroken({ errors, testResults }) {
  return errors.length > 0 || testsIn(testResults).length === 0;
}

function testsIn(suite) {
  return suite ? [...suite.tests, ...suite.suites.flatMap(testsIn)] : [];
}
