/** The notices that the bot serves, a row each. What it answers about one, and how it tells it in short, lies in `knowledge/` under its name. */

/** What a campaign is about, whatever its dates. */
export interface Notice {
  /** Names it in records, and its folder in `knowledge/`. */
  readonly name: string;
  /** What people call it, in few words: cards say it where there are several. */
  readonly label: string;
  /** What it is on, as answers cite it: "Microsoft’s notice on …". */
  readonly subject: string;
  /** The name of each claim that it is about holds this. A claim with the marks of several counts for the first of them. */
  readonly nameMark: string;
  /** Its own dates, `YYYY-MM-DD`: the last day to update by, and from when on the most recent POE is reviewed. */
  readonly deadline: string;
  readonly effective: string;
}

export type Notices = readonly [Notice, ...Notice[]];

export const CPOR_2020: Notice = {
  name: 'cpor-2020',
  label: 'CPOR and POE 2020',
  subject: 'Claims Partner of Record and Proof of Execution',
  nameMark: 'FRP Migrated FRP',
  deadline: '2020-06-30',
  effective: '2020-07-01',
};

export const NOTICES: Notices = [CPOR_2020];
