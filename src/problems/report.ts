/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface ReportProblems {
  readonly 'report.leads-only': undefined;
}
