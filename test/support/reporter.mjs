/** mocha's `spec` report, closed by what did not run and one line that a script can read: "N passed, N failed". */
import Mocha from 'mocha';

export default class Reporter extends Mocha.reporters.Spec {
  epilogue() {
    super.epilogue();
    const { passes, failures, pending } = this.stats;
    if (!process.env.TEST_MONGODB_URI) console.log('MongoDB half skipped: no TEST_MONGODB_URI');
    console.log(`${passes} passed, ${failures} failed${pending > 0 ? `, ${pending} skipped` : ''}`);
  }
}
