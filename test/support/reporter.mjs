/** mocha's `spec` report, closed by what did not run, what failed, each in a line, and one line that a script can read: "N passed, N failed". */
import Mocha from 'mocha';

export default class Reporter extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    for (const test of this.failures) console.log(`Failed: ${test.fullTitle()}: ${oneLine(test.err?.message)}`);
    if (!process.env.TEST_MONGODB_URI) console.log('MongoDB half skipped: no TEST_MONGODB_URI');
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  }
}

/** The end of a long message says least. */
function oneLine(message = '') {
  return message.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}
