/** Something that goes wrong while people work, and what is looked at afterwards. */
export interface Scene {
  readonly name: string;
  /** Why it cannot be tried here, a sentence. */
  readonly impossible?: (options: SceneOptions) => string | undefined;
  play(options: SceneOptions): Promise<Outcome>;
}

export interface SceneOptions {
  /** Of MongoDB; undefined: SQLite. */
  readonly uri: string | undefined;
  readonly seed: number;
  /** Of the scene of that name. */
  readonly kills: number;
  /** The least that shows anything. */
  readonly short?: true;
  /** How far it is, a line. */
  readonly say: (line: string) => void;
}

export interface Outcome {
  /** What was seen, by what it is. */
  readonly figures: Readonly<Record<string, string>>;
  /** What should not be, a sentence each. */
  readonly wrong: readonly string[];
}
