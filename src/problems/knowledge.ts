/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface KnowledgeProblems {
  /** An old button names a topic that has gone since. */
  readonly 'knowledge.no-topic': undefined;
  /** Its askings have expired, and no topic is attached to it. */
  readonly 'knowledge.no-question': undefined;
  readonly 'knowledge.leads-only': undefined;
}
