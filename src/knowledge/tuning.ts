/**
 * Everything that decides what a message means and is neither learned (`knowledge/weights.bin`) nor written down in `knowledge/`:
 * thresholds, sets and regular expressions, in the order in which a message meets them. The logic around them is frozen.
 *
 * How a change here is replayed:
 *
 * 1. `npm run knowledge -- --report` before and after (plain `npm run knowledge` would train). It reports on each set of
 *    `test/knowledge/questions/`, by its open half. In no set may `right`, `right or suggested` and `out of scope refused` fall, or
 *    `wrong` rise. The other halves (`--held-out`) are for the last look at a change, not for choosing a value.
 * 2. `npx mocha --recursive --extension .test.ts test/knowledge`: floors for all sets (quality.test.ts), commands in free words
 *    (commands.test.ts on `questions/commands.txt`), and single messages. Constants that say "tests only" move no figure of any set:
 *    they decide on messages that the sets have none of, and single tests hold them.
 * 3. `node --expose-gc bench/knowledge.ts` where a regular expression or a limit changed: each has to take time by the length of the
 *    text only (limits.test.ts).
 *
 * What training reads as well stands last, and needs more: see there.
 *
 * Not here, because it is no tuning: how a text is cut into words (`classifier/tokens.ts`) and which words are courtesies
 * (`questions.ts`). The keys of stored questions are made with both, so a change would part leads' decisions from their questions.
 */

// ---- verdict.ts: what is looked at as a question at all. Tests only: limits.test.ts.

/** Characters. A longer message is a document that was pasted. Lower: long questions are turned away. Higher: time. */
export const LONGEST_QUESTION = 2_000;

/**
 * A message of more parts is turned away as too long; of more pieces of a list or halves, the first ones count. Lower: long
 * messages are turned away. Higher: time.
 */
export const MOST_PARTS = 6;

// ---- detector.ts: the language that a message is read in. Replayed on the sets of all languages (`--language`).

/** From here on a message is read in the language that it seems to be written in, whatever the reader's. Lower: mixed ones are misread. */
export const SURE_OF_LANGUAGE = 0.6;

/** Words, but for names. So short a message says little of its language: it has to be clear where it is not the reader's. Lower: abbreviations are misread. */
export const SHORT_OF_LANGUAGE = 2;

/** From here on what is answered is said in the language of the message, whatever the reader's. Lower: short questions are answered in a language that nobody spoke. */
export const CLEAR_LANGUAGE = 0.9;

/** A message is read in another language as well, where it is written in that with this probability and the first one makes nothing of it. Lower: time, and near misses that look like something in a language that they are not written in. */
export const ANOTHER_LANGUAGE = 0.25;

// ---- classifier/normalise.ts: an acronym that the notice does not use silences the bot. Those that people use stand in
// ---- `knowledge/words.md`; these are for all others. Tests only: normalise.test.ts and limits.test.ts.

/**
 * Where more than this share of the words is in capitals, the person shouts, and capitals make no acronym. Higher: shouted
 * questions get no answer.
 */
export const SHOUTED_SHARE = 0.5;

/**
 * Words. A shorter message is never taken for shouted. Higher: short shouted questions get no answer. Lower: acronyms alone are
 * classified.
 */
export const FEWEST_SHOUTED_WORDS = 3;

/**
 * Letters. Up to this length a word in capitals is a foreign acronym where the bot's answers do not have it. Higher: names in
 * capitals silence the bot.
 */
export const LONGEST_UNKNOWN_ACRONYM = 6;

/**
 * Letters. A longer word that only the negatives have is a word and no acronym. Lower: acronyms of the negatives are classified.
 */
export const LONGEST_ACRONYM = 5;

// ---- classifier/spelling.ts: which words are repaired. Replayed on all sets (the voice "typos") and normalise.test.ts.

/** Letters. Lower: PPOR is taken for CPOR, which makes wrong answers. Higher: short typos stay unknown, which makes suggestions. */
export const SHORTEST_REPAIRED = 5;

/** Letters. From this length on two slips are forgiven. Lower: other words are taken for ours. */
export const SHORTEST_WITH_TWO_SLIPS = 8;

/** Letters. Longer words are no typos; to try them takes time and memory by the square of their length. Tests only. */
export const LONGEST_REPAIRED = 30;

// ---- decide.ts: one question's meanings to one decision. Replayed on all sets: these weigh `right` against `wrong` and `out of
// ---- scope refused` (docs/decisions/0009-answers.md).

/** How sure a decision is. */
export interface Certainty {
  /** A meaning counts where it is at least this likely. Lower: more wrong answers, which cost trust. Higher: more suggestions, which cost a glance. */
  readonly sure: number;
  /** The same for a topic where training never saw one of the words: nearly every wrong answer with such a word stays below this. */
  readonly sureWithUnknown: number;
  /** A topic answers where it is this much likelier than all that is out of scope together. Lower: out of scope is answered. */
  readonly marginOverSilence: number;
  /**
   * Share of the words. A command may name a customer of many words; with more than this that training never saw it is no language of ours.
   */
  readonly mostUnknownOfCommand: number;
}

export const ENGLISH_CERTAINTY: Certainty = {
  sure: 0.5,
  sureWithUnknown: 0.7,
  marginOverSilence: 0.3,
  mostUnknownOfCommand: 0.85,
};

/** Of a language with fewer phrases, and without a second opinion by what words mean: replayed on the sets of all other languages. */
export const CERTAINTY: Certainty = {
  sure: 0.6,
  sureWithUnknown: 0.75,
  marginOverSilence: 0.45,
  mostUnknownOfCommand: 0.65,
};

/**
 * Share of the words. With more words that training never saw it is another subject or another language. Higher: those are
 * guessed at. Tests only.
 */
export const MOST_UNKNOWN = 0.5;

/**
 * A topic is offered where it is at least this likely. It may be a guess. Lower: more to choose from, of less use. No figure
 * counts how many.
 */
export const WORTH_SUGGESTING = 0.05;

/**
 * Nothing is offered unless the likeliest topic is at least this likely. Lower: suggestions where the notice is silent, which no
 * figure counts.
 */
export const BEST_SUGGESTION = 0.1;

/** What a person reads at a glance, and what a card shows: suggestions, alternatives beside an answer, topics to go on with. */
export const MOST_SUGGESTIONS = 3;

// ---- split.ts: where a message is cut. Replayed on the questions with several topics (`## a + b`: most in pairs, then unseen,
// ---- various and fresh), normalise.test.ts, understand.test.ts and verdict.test.ts. Cut too often: parts without their context,
// ---- hence partial answers and suggestions. Cut too rarely: one answer to two questions. Each of these has to stay linear
// ---- (limits.test.ts).

/** Ends of sentences and lines, a semicolon, and a colon after some preamble. A dot inside a word or number is none. */
export const SENTENCE_END = /(?<=[?!;\n])|(?<=[.:])(?=\s)/u;

/** "…, and when …", "… and who …": a question word after a joining word begins a question of its own. */
export const QUESTION_JOINT =
  /(?:[,:]\s?|\s)(?:and also|and then|and second|and 2nd|and|also|plus|as well as|n|&|\+)[\s,](?=(?:also |btw |by the way |then )?(?:who|whom|what|whats|when|whens|where|wheres|why|how|hows|which|whether|is|are|do|does|can|could|should|am|(?:from|until|by) when|(?:for|to|with|in|from|on) (?:which|whom|what))\b)/iu;

/**
 * "CPOR and OSU", "CPOR + OSU": things asked about in one question. It cuts often; all pieces have to be topics for it to count.
 */
export const LIST_JOINT = /,|\/|\+|&|\b(?:and|or|n)\b/iu;

/**
 * Where one sentence may tell two things: "… want our name off, and at another customer …". Counts where both halves are `CLEAR`.
 */
export const HALVES_JOINT = /[,;]?\s(?:and|n|plus|also|as well as|while|whereas|but)\s/giu;

/** How questions and requests begin. What begins otherwise and ends without a question mark tells the circumstances. */
export const QUESTION_BEGINNING =
  /^\W*(?:(?:and|also|so|ok|hi|hello|please|pls|plus|then|next|finally|lastly|first|firstly|second|secondly|third|thirdly|1st|2nd|3rd|btw|by the way|n|but|oh|if so|if yes|if not|while (?:i|you) (?:am|are|['’]re|['’]m) at it|dumb q|quick q|question)\W+)*(?:who|whom|whose|what|whats|when|whens|where|wheres|why|how|hows|which|whether|is|are|am|do|does|did|can|could|should|shall|may|must|will|would|has|have|from|until|by|for|to|with|in|define|explain|describe|show|tell|give|list|name|remind|summari[sz]e|walk|guide|need|wondering|not sure|no idea|i (?:wonder|need to know|want to know|would like to know|do not know|dont know)|i['’]?d like to know|let me know)\b/iu;

/**
 * Where what is asked for may end and what brought it about begins, or the other way round: "…, can you raise it with support so they
 * take us off, claim is …". A clause counts where it begins like a request and surely is a command.
 */
export const CLAUSE_JOINT =
  /[,;]\s*|\s[-\u2013\u2014]\s|\s(?:and|so|but|then|because|as|since)\s(?=(?:please|pls|plz|kindly|(?:can|could|would|will) (?:you|u|ya|somebody|someone)|i (?:want|need|would like|wish))\b)|\s(?:that|although|because|since)\s/giu;

/** How people ask for something to be done, by the bot: "please …", "can you …", "I want to see …", "raise …". */
export const REQUEST_BEGINNING =
  /^\W*(?:(?:hi|hello|hey|ok|okay|so|and|then|also|now|sorry|good (?:morning|day|afternoon|evening)|dear \w+)\W+)*(?:(?:please|pls|plz|kindly|do the needful)\b|(?:can|could|would|will) (?:you|u|ya|somebody|someone|i|we)\b|(?:i|we) (?:want|need|wish|ask|would (?:like|ask|need|love))\b|i['\u2019]d (?:like|love)\b|i must ask\b|herewith\b|let me\b|(?:give|show|open|list|pull|bring|raise|log|file|create|submit|write|get|send|share|post|circulate|distribute|tell|stop|turn|switch|start|remind|assign|reassign|hand|transfer|move|put|make|pass|mute|quit|find|display|escalate|report)\b)/iu;

/**
 * Words. So short a part is a question in telegram style: "next steps". Higher: greetings and circumstances are read as
 * questions.
 */
export const TELEGRAM_WORDS = 3;

// ---- understand.ts: how the parts of one message are read together. Replayed like split.ts.

/**
 * A part that is so clearly about a topic is asked about, however it is put. Lower: circumstances are answered as if they were
 * questions.
 */
export const CLEAR = 0.9;

/**
 * A clause that begins like a request is carried out where it is so surely a command, and the message as a whole is neither that nor
 * anything that is asked. Lower: what is told on the way is carried out.
 */
export const SURE_REQUEST = 0.7;

/**
 * The same where the message as a whole looks like a question that the notice answers: who asks for a ticket tells what the notice is
 * about. Lower: questions are carried out instead of answered.
 */
export const SURE_REQUEST_OVER_TOPIC = 0.85;

/**
 * Beside a part that is certain the next one may be less so: who asks two questions asks them of the same notice. Lower: wrong
 * second answers.
 */
export const SURE_AS_SECOND = 0.45;

/**
 * From here on a negative makes the message as a whole one about something else. Lower: parts that are topics are not answered.
 * Tests only.
 */
export const ELSEWHERE = 0.45;

/**
 * Where the message as a whole is about something else, a part has to be this certain to be answered. Lower: out of scope is
 * answered.
 */
export const SURE_AGAINST = 0.85;

/**
 * A part is out of scope where a negative is this likely, and the answer says so. With less it is merely not understood, and passed over.
 * Lower: people are told that the notice does not say what it may say. Tests only.
 */
export const SURELY_SILENT = 0.6;

/**
 * Beside an answer, alternatives are offered for a part where the best is at least this likely: more than `BEST_SUGGESTION`. Lower:
 * needless questions back. No figure counts them.
 */
export const WORTH_ASKING = 0.25;

/**
 * Files of `knowledge/negatives/` that have nothing to do with the notice: beside an answer such a part is passed over in
 * silence. Tests only.
 */
export const IDLE_NEGATIVES: ReadonlySet<string> = new Set(['chat', 'junk', 'language', 'injection']);

/** Words that refer to the part before: it is read with that part, unless it is `CLEAR` by itself. */
export const REFERS_BACK = /\b(?:it|that|this|these|those|there|so)\b/iu;

/** Words for people whom only the part before names: it is read with that part, however clear it is. */
export const REFERS_BACK_TO_PEOPLE = /\b(?:they|them|their)\b/iu;

/** A question that names nothing of its own ("… and what's the reason?"): it is read with the part before, however clear it is. */
export const NAMES_NOTHING =
  /^\W*(?:and\s)?(?:why|when|until when|by when|what(?:['’]?s| is| are)? (?:the |their )?(?:reason|deadline|due date|date|point|purpose)\w*)(?: (?:for (?:it|that)|is that|so|though))?\W*$/iu;

/** A question that leans on what was told before it ("What should I do?"): where that is out of scope, so is this. Tests only. */
export const ASKS_BACK =
  /^\W*(?:(?:so|and|then|now|ok)\s)*(?:what (?:now|then|(?:(?:should|shall|must|do|can|could) (?:i|we) (?:do|say|tell (?:her|him|them))))|(?:can|could) (?:you|anybody|somebody) help|is (?:that|this|it) (?:right|normal|true|so|correct)|what (?:does|do|would|is) (?:that|this|it)(?: mean| be for)?)(?: (?:now|then|about (?:it|that|this)))?\W*$/iu;

// ---- verdict.ts: what else is made of a message that no topic answers. Tests only: verdict.test.ts. The sets ask before the
// ---- deadline, and do not look at what is said beside "none".

/**
 * After the deadline a negative that names a topic (`After: …`) gets its answer where it is at least this likely. Lower: wrong
 * answers.
 */
export const SURELY_NONE = 0.4;

/** The file of `knowledge/negatives/` whose questions are told that their language is not understood. */
export const LANGUAGE_NEGATIVES = 'language';

/**
 * What may be the name of a customer: four words at most, and no signs that no name has. Wider: customers are looked up for whole
 * sentences.
 */
export const POSSIBLE_NAME = /^[\p{L}\p{N}.,&'’-]{2,60}(?: [\p{L}\p{N}.,&'’-]{1,60}){0,3}$/u;

// ---- subject.ts: the customer or claim that a command names, behind the words of its `Lead` line. Tests only: verdict.test.ts
// ---- and normalise.test.ts.

/** Signs around a name. A full stop before a name belongs to it (".NET Foundation"). */
export const AROUND_SUBJECT = /^[\s"'“”‘’„«»「」『』#:,]+|[\s"'“”‘’„«»「」『』?!.,。？！]+$/gu;

/** A courtesy after a name. */
export const COURTESY_AFTER_SUBJECT = /\s(?:please|pls|plz|thanks|thx)$/iu;

// ---- classifier/features.ts: what the classifier sees of the words. Training reads this too: after a change raise
// ---- `FEATURES_VERSION`, train (`npm run knowledge`), and replay as above. Old weights are refused at the start.

/** How much single words, pairs of words and runs of letters weigh beside one another. */
export const BLOCK_WEIGHTS = { words: 1, pairs: 0.6, letters: 1 };

/** Letters in a run: shorter runs are in every word, longer ones in one word only. */
export const LETTER_RUNS: readonly number[] = [3, 4];

/** Letters. Of shorter words nothing is taken off: "this", "plus". */
export const SHORTEST_STEMMED = 5;

/** Letters that have to be left. */
export const SHORTEST_STEM = 3;

/** Endings that say nothing of the subject: uploads, uploaded, uploading. In letters without marks. Japanese words have none. */
export const ENDINGS = {
  en: /(?:ings?|ed|es|s|e)$/u,
  de: /(?:ungen|ung|ern|en|er|es|em|e|n|s|t)$/u,
  fr: /(?:ees?|er|ez|ent|es|e|s|x)$/u,
  es: /(?:ando|iendo|ados?|adas?|ar|er|ir|an|en|as|os|es|a|o|e|s)$/u,
  it: /(?:ando|endo|are|ere|ire|at[oaie]|ut[oaie]|i|e|o|a)$/u,
  'pt-BR': /(?:ando|endo|oes|ao|ados?|adas?|ar|er|ir|am|em|as|os|es|a|o|e|s)$/u,
} as const;

/** The same of Japanese, whose words have one to four letters. */
export const JAPANESE_LETTER_RUNS: readonly number[] = [2, 3];

// ---- classifier/model.ts: the second opinion, by what the words mean (`knowledge/vectors.bin`). Training reads the length too.

/** How much the meaning counts beside the features. Higher: words that no phrase has count for more, and frames for less. */
export const MEANING_SHARE = 0.2;

/** To how much the meaning of a question adds up. Higher: the regression over it grows surer. */
export const MEANING_LENGTH = 3;
