/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface TabProblems {
  /** There is no token, or it is not good. */
  'tab.not-signed-in': undefined;
  /** The keys to check tokens by cannot be had. */
  'tab.sign-in-away': undefined;
  /** Signed in, and never seen in the chat. */
  'tab.unknown-person': undefined;
  /** In local mode, where one chooses who one is. */
  'tab.nobody-chosen': undefined;
  /** In local mode: a page of elsewhere asks. */
  'tab.foreign-page': undefined;
  'tab.too-many': { readonly seconds: number };
  /** What was asked for is written in a way that nothing here reads. */
  'tab.bad-query': undefined;
  /** What was sent is not of the form that it should have. */
  'tab.bad-request': undefined;
  /** More than the server takes in one body. */
  'tab.too-large': undefined;
  /** In one press. */
  'tab.too-many-claims': { readonly most: number };
  'tab.no-such-address': undefined;
  'tab.store-away': undefined;
  'tab.our-fault': undefined;
}
