/** Code → data of what people can put right. `undefined`: the code says it all. */
export interface AnnouncementProblems {
  readonly 'announcement.not-found': undefined;
  readonly 'announcement.leads-only': undefined;
  /** What is wrong with the form. */
  readonly 'announcement.no-audience': undefined;
  readonly 'announcement.no-program': undefined;
  readonly 'announcement.no-customer': undefined;
  readonly 'announcement.customer-too-long': undefined;
  /** No claim is of this program. */
  readonly 'announcement.unknown-program': undefined;
  /** No claim is of this customer, or has this ID; `customer` as it was entered. */
  readonly 'announcement.unknown-customer': { readonly customer: string };
  readonly 'announcement.line-too-long': undefined;
}
