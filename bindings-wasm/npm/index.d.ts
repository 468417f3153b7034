// Hand-written. A test of the workspace compares the unions and the fields with the Rust library.
// All values are plain data: they survive JSON, `postMessage` and a database column.
// Offsets count UTF-16 units, so that `text.slice(it.start, it.end)` cuts out the words.

/**
 * Loads the WebAssembly module, once; later calls answer with the same instance.
 *
 * @param source where the module is, if not in the package: an address, a path (in Node), its bytes
 *   or the compiled module.
 */
export default function load(
  source?: URL | string | Response | BufferSource | WebAssembly.Module,
): Promise<Unruffled>;

/** The library. */
export interface Unruffled {
  /** The library's version. */
  readonly version: string;
  /** A digest of the word tables: two hosts that disagree can see why. */
  readonly dataDigest: string;
  /** Reads a message; any text has an answer, and nothing of it is kept. */
  classifyMessage(text: string): Classification;
}

/** A call that went wrong: to catch, not to make. */
export class UnruffledError extends Error {
  private constructor();
  /** `internal` is a bug of ours; the instance is replaced and the next call works. */
  readonly code: "internal" | "not_a_string" | "not_loaded";
}

/** Everything found in one message. */
export interface Classification {
  /** What it was judged as; with `not_judged` nothing else is claimed. */
  readonly language: Language;
  /** The band: calm, tense, upset, heated. */
  readonly heat: Heat;
  /** The score behind the band, 0 to 1000. */
  readonly heat_milli: number;
  /** How people are treated. */
  readonly conduct: Conduct;
  /** Which kind of severe, if it is. */
  readonly severe_kind: SevereKind | null;
  /** The confidence that the line is crossed, 0 to 1000. */
  readonly line_milli: number;
  /** Whether conduct is crossing or severe. */
  readonly crosses_line: boolean;
  /** The headline number, derived from heat and conduct. */
  readonly temperature: Temperature;
  /** Who or what the hottest words are about. */
  readonly target: Target;
  /** Signs of self-harm. */
  readonly crisis: Crisis;
  /** Risk, rights, needs and pressure. */
  readonly flags: readonly Flag[];
  /** Every signal that counted, in the order of the text. */
  readonly evidence: readonly Evidence[];
  /** Each separate grievance, in the order of the text. */
  readonly issues: readonly Issue[];
  /** The whole message cut into stretches that tile it. */
  readonly segments: readonly Segment[];
  /** How many UTF-16 units were read: all, unless the message has more than 64 KiB. */
  readonly read: number;
}

/** A stretch of the message, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** One signal that counted. */
export interface Evidence extends Span {
  /** What it is evidence of. */
  readonly kind: Signal | Flag;
  /** How much it counted, in thousandths; negative cools. */
  readonly weight: number;
  /** What found it: `phrase:…`, `rule:…`, `weight:…` or `host:…`. */
  readonly by: string;
}

/** One grievance or request. */
export interface Issue extends Span {
  readonly kind: IssueKind;
  /** A noun phrase in the customer's own nouns, cleaned of swearing: "your internet". */
  readonly title: string;
  readonly time: IssueTime;
}

/** One stretch of the message and what it is. */
export interface Segment extends Span {
  readonly kind: SegmentKind;
}

/** 0 calm, 1 tense, 2 upset, 3 heated. */
export type Heat = 0 | 1 | 2 | 3;

/** 0 calm, 1 tense, 2 upset, 3 heated, 4 crossing, 5 severe. */
export type Temperature = 0 | 1 | 2 | 3 | 4 | 5;

/** How the customer treats people. The line lies between sharp and crossing. */
export type Conduct = "fine" | "sharp" | "crossing" | "severe";

/** The severe kinds of conduct, each with its own immediate path. */
export type SevereKind =
  | "violence"
  | "hate"
  | "sexual"
  | "stalking"
  | "extortion"
  | "device";

/** Who or what the hottest words are about. */
export type Target =
  | "none"
  | "situation"
  | "organisation"
  | "role"
  | "agent"
  | "third_party"
  | "self";

/** Signs of self-harm by or about anyone. */
export type Crisis =
  | "none"
  | "possible"
  | "explicit"
  | "imminent";

/** What a message was judged as. */
export type Language =
  | "en"
  | "not_judged";

/** What a stretch of a message is. */
export type SegmentKind =
  | "fact"
  | "feeling"
  | "ask"
  | "courtesy"
  | "other";

/** What a grievance is about. */
export type IssueKind =
  | "delay"
  | "fault"
  | "billing"
  | "refund"
  | "delivery"
  | "access"
  | "service"
  | "cancellation"
  | "information"
  | "other";

/** Whether a grievance is about now or about earlier. */
export type IssueTime =
  | "current"
  | "past";

/** One thing a message says besides how hot it is. */
export type Flag =
  | "data_request"
  | "formal_complaint"
  | "legal"
  | "regulator"
  | "press"
  | "public"
  | "chargeback"
  | "churn"
  | "supervisor_request"
  | "reported_abuse"
  | "fraud_or_security"
  | "safety_hazard"
  | "bereavement"
  | "health_disclosed"
  | "financial_hardship"
  | "domestic_abuse_hint"
  | "disability_disclosed"
  | "tic_disclosed"
  | "limited_english"
  | "caps_baseline"
  | "minor"
  | "deadline"
  | "repeat_contact"
  | "outage"
  | "money_at_stake"
  | "broken_promise"
  | "threat_possible"
  | "discriminatory"
  | "ill_wish"
  | "profanity_undirected"
  | "profanity_directed"
  | "profanity_positive"
  | "ultimatum"
  | "delay"
  | "human_request"
  | "thanks"
  | "shouting"
  | "sarcasm"
  | "apology_rejected";

/** A kind of evidence for heat, conduct or risk. */
export type Signal =
  | "chasing"
  | "irritation"
  | "disappointment"
  | "sarcasm"
  | "exclamation"
  | "resignation"
  | "repeated_effort"
  | "anger"
  | "hyperbole"
  | "emphasis"
  | "shouting"
  | "profanity"
  | "demand"
  | "ultimatum"
  | "impact"
  | "repeat_contact"
  | "broken_promise"
  | "delay"
  | "fault"
  | "thanks"
  | "performance_criticism"
  | "accusation"
  | "mockery"
  | "degrading"
  | "directed_expletive"
  | "belittling"
  | "ill_wish"
  | "harm"
  | "hate"
  | "sexual"
  | "stalking"
  | "extortion"
  | "device"
  | "veiled_threat"
  | "self_harm"
  | "weight";
