// unruffled: helps support agents handle difficult customers. C99 and C++.
//
// Made by cbindgen from bindings-c; do not edit. The law of this interface:
//
// 1. Status. A call that can fail returns an unruffled_status, UNRUFFLED_OK (0) on success. Pointers
//    named `out` are written on UNRUFFLED_OK only. The last parameter `error` may be NULL; it points
//    to memory of yours, filled on failure. There is nothing to free and no state of a thread.
// 2. Ownership. What you get through `unruffled_X **out` you free with `unruffled_X_free`, once;
//    freeing NULL is fine. Never use free(). An unruffled_str is lent by the handle you asked and dies
//    with it; its `ptr[len]` is always NUL.
// 3. Text in is a pointer and a length in bytes, UTF-8, inner NULs allowed, NULL only with length 0.
//    It is never kept. Offsets are bytes.
// 4. Panics never cross: UNRUFFLED_PANIC, and whatever handle you passed is as it was.
// 5. Threads. An unruffled_policy may be shared freely. Any other handle: one thread at a time, any
//    thread. There are no globals.
// 6. Codes are uint32_t and are never renumbered or reused; a newer library may return codes that
//    this header does not name: have a default.
// 7. Versions. UNRUFFLED_ABI is this header's, unruffled_abi() the library's; equal is compatible.
//    The shared library's name is libunruffled.so.<ABI>. Within an ABI functions are only added, and
//    structures do not change.

#ifndef UNRUFFLED_H
#define UNRUFFLED_H

#include <stddef.h>
#include <stdint.h>
#include <stdbool.h>

#define UNRUFFLED_VERSION_MAJOR 0
#define UNRUFFLED_VERSION_MINOR 1
#define UNRUFFLED_VERSION_PATCH 0
#define UNRUFFLED_VERSION "0.1.0"

// The length of an error's message, its final NUL included.
#define UNRUFFLED_MESSAGE_SIZE 240

// The number of the binary interface. A library and a header with the same number fit.
#define UNRUFFLED_ABI 1

// Everything that `unruffled_classify_message` found.
typedef struct unruffled_classification unruffled_classification;

// An organisation's decisions. May be shared by any number of threads.
typedef struct unruffled_policy unruffled_policy;

// Text of its own: read it with `unruffled_text_view`, free it with `unruffled_text_free`.
typedef struct unruffled_text unruffled_text;

// How a call went: `UNRUFFLED_OK` or why not.
typedef uint32_t unruffled_status;

// What went wrong, in memory of the caller's: nothing to free. Filled only when a call fails.
typedef struct unruffled_error {
  // The status that the call returned.
  unruffled_status status;
  // Zero; room for a detail of a later version.
  uint32_t reserved;
  // Where in the text, in bytes; zero where there is no place to name.
  size_t offset;
  // One sentence in English, UTF-8, ending in NUL.
  char message[UNRUFFLED_MESSAGE_SIZE];
} unruffled_error;

// How upset the customer is.
typedef uint32_t unruffled_heat;

// How the customer treats people. The line lies between sharp and crossing.
typedef uint32_t unruffled_conduct;

// The severe kinds of conduct, each with its own immediate path.
typedef uint32_t unruffled_severe_kind;

// Who or what the hottest words are about.
typedef uint32_t unruffled_target;

// Signs of self-harm by or about anyone.
typedef uint32_t unruffled_crisis;

// The language a message was judged as.
typedef uint32_t unruffled_language;

// Text lent by a handle: UTF-8, valid until that handle is freed. `ptr[len]` is NUL and `ptr` is
// never NULL; the text itself may hold NULs.
typedef struct unruffled_str {
  // The first byte.
  const char *ptr;
  // The number of bytes, without the final NUL.
  size_t len;
} unruffled_str;

// One signal that counted; the texts are lent by the classification.
typedef struct unruffled_evidence {
  // What it is evidence of: the name of a signal or of a flag, such as "anger".
  struct unruffled_str kind;
  // What found it, such as "phrase:ridiculous" or "rule:degrading_noun".
  struct unruffled_str by;
  // The first byte of the words in the message.
  size_t start;
  // One past their last byte.
  size_t end;
  // How much it counted, in thousandths; negative cools.
  int32_t weight;
  // Zero; room for a detail of a later version.
  uint32_t reserved;
} unruffled_evidence;

// One thing a message says besides how hot it is: bit `UINT64_C(1) << flag` of a set.
typedef uint32_t unruffled_flag;

// No displeasure beyond stating a need.
#define UNRUFFLED_HEAT_CALM 0

// Controlled displeasure, one marker.
#define UNRUFFLED_HEAT_TENSE 1

// Open frustration or anger at the situation.
#define UNRUFFLED_HEAT_UPSET 2

// Intense or sustained anger.
#define UNRUFFLED_HEAT_HEATED 3

// Nothing aimed at a person.
#define UNRUFFLED_CONDUCT_FINE 0

// Aimed at people's work, words or honesty, or at the company.
#define UNRUFFLED_CONDUCT_SHARP 1

// A degrading expression aimed at a person.
#define UNRUFFLED_CONDUCT_CROSSING 2

// A threat, hate, sexual harassment, stalking, extortion or a device: see the severe kind.
#define UNRUFFLED_CONDUCT_SEVERE 3

// A threat of violence.
#define UNRUFFLED_SEVERE_KIND_VIOLENCE 0

// Hate at a protected group.
#define UNRUFFLED_SEVERE_KIND_HATE 1

// Sexual harassment.
#define UNRUFFLED_SEVERE_KIND_SEXUAL 2

// Stalking, or publishing a person's details.
#define UNRUFFLED_SEVERE_KIND_STALKING 3

// Demands under a threat.
#define UNRUFFLED_SEVERE_KIND_EXTORTION 4

// A bomb or other device: stay on the line.
#define UNRUFFLED_SEVERE_KIND_DEVICE 5

// The conduct is not severe.
#define UNRUFFLED_SEVERE_KIND_NONE UINT32_MAX

// Nothing hot was found.
#define UNRUFFLED_TARGET_NONE 0

// A product, an event, a delay.
#define UNRUFFLED_TARGET_SITUATION 1

// The company as such.
#define UNRUFFLED_TARGET_ORGANISATION 2

// Staff in the plural: "you people", "your team".
#define UNRUFFLED_TARGET_ROLE 3

// The person who reads this.
#define UNRUFFLED_TARGET_AGENT 4

// A colleague, a courier, someone else.
#define UNRUFFLED_TARGET_THIRD_PARTY 5

// The customer.
#define UNRUFFLED_TARGET_SELF 6

// None seen.
#define UNRUFFLED_CRISIS_NONE 0

// Could be meant: a person checks.
#define UNRUFFLED_CRISIS_POSSIBLE 1

// Said outright.
#define UNRUFFLED_CRISIS_EXPLICIT 2

// Means or moment named.
#define UNRUFFLED_CRISIS_IMMINENT 3

// Asks for a copy, correction or deletion of personal data.
#define UNRUFFLED_FLAG_DATA_REQUEST 0

// Makes a formal complaint.
#define UNRUFFLED_FLAG_FORMAL_COMPLAINT 1

// Mentions a lawyer, court or claim.
#define UNRUFFLED_FLAG_LEGAL 2

// Mentions a regulator or ombudsman.
#define UNRUFFLED_FLAG_REGULATOR 3

// Mentions the press.
#define UNRUFFLED_FLAG_PRESS 4

// Mentions a review or a public post.
#define UNRUFFLED_FLAG_PUBLIC 5

// Mentions disputing the charge with the bank.
#define UNRUFFLED_FLAG_CHARGEBACK 6

// Means to cancel or leave.
#define UNRUFFLED_FLAG_CHURN 7

// Asks for a manager.
#define UNRUFFLED_FLAG_SUPERVISOR_REQUEST 8

// Reports that our staff abused someone.
#define UNRUFFLED_FLAG_REPORTED_ABUSE 9

// Reports fraud, theft of an account or a leak.
#define UNRUFFLED_FLAG_FRAUD_OR_SECURITY 10

// Reports something that can hurt someone.
#define UNRUFFLED_FLAG_SAFETY_HAZARD 11

// Discloses a death.
#define UNRUFFLED_FLAG_BEREAVEMENT 12

// Discloses an illness.
#define UNRUFFLED_FLAG_HEALTH_DISCLOSED 13

// Discloses that money is short.
#define UNRUFFLED_FLAG_FINANCIAL_HARDSHIP 14

// Hints at abuse at home.
#define UNRUFFLED_FLAG_DOMESTIC_ABUSE_HINT 15

// Discloses a disability or an access need.
#define UNRUFFLED_FLAG_DISABILITY_DISCLOSED 16

// Discloses tics.
#define UNRUFFLED_FLAG_TIC_DISCLOSED 17

// Says that English is hard for them.
#define UNRUFFLED_FLAG_LIMITED_ENGLISH 18

// Writes everything in capitals, the neutral lines too.
#define UNRUFFLED_FLAG_CAPS_BASELINE 19

// Is, or writes for, a child.
#define UNRUFFLED_FLAG_MINOR 20

// States a deadline.
#define UNRUFFLED_FLAG_DEADLINE 21

// Has asked before.
#define UNRUFFLED_FLAG_REPEAT_CONTACT 22

// Reports that the service is down.
#define UNRUFFLED_FLAG_OUTAGE 23

// States an amount or a loss.
#define UNRUFFLED_FLAG_MONEY_AT_STAKE 24

// Says that we promised and did not do it.
#define UNRUFFLED_FLAG_BROKEN_PROMISE 25

// May be a threat: a person looks now.
#define UNRUFFLED_FLAG_THREAT_POSSIBLE 26

// Belittles an accent, origin or group.
#define UNRUFFLED_FLAG_DISCRIMINATORY 27

// Wishes a person harm.
#define UNRUFFLED_FLAG_ILL_WISH 28

// Swears at nothing or at a thing.
#define UNRUFFLED_FLAG_PROFANITY_UNDIRECTED 29

// Swears at a person.
#define UNRUFFLED_FLAG_PROFANITY_DIRECTED 30

// Swears in praise.
#define UNRUFFLED_FLAG_PROFANITY_POSITIVE 31

// Sets a condition with a consequence.
#define UNRUFFLED_FLAG_ULTIMATUM 32

// Has been kept waiting.
#define UNRUFFLED_FLAG_DELAY 33

// Wants a person, of any rank.
#define UNRUFFLED_FLAG_HUMAN_REQUEST 34

// Thanks us.
#define UNRUFFLED_FLAG_THANKS 35

// Writes in capitals for force.
#define UNRUFFLED_FLAG_SHOUTING 36

// Says the opposite of what is meant.
#define UNRUFFLED_FLAG_SARCASM 37

// Asks us to stop apologising.
#define UNRUFFLED_FLAG_APOLOGY_REJECTED 38

// English of any kind.
#define UNRUFFLED_LANGUAGE_ENGLISH 0

// Not enough English to judge: nobody is accused.
#define UNRUFFLED_LANGUAGE_NOT_JUDGED 1

// The call did what it says.
#define UNRUFFLED_OK 0

// A pointer that must not be NULL is NULL.
#define UNRUFFLED_NULL 1

// A text is not UTF-8; the error's offset is the first byte that is not.
#define UNRUFFLED_NOT_UTF8 2

// An index is past the end; the error's offset is the number of items.
#define UNRUFFLED_OUT_OF_RANGE 3

// A text is longer than a signed size can say; nothing was read.
#define UNRUFFLED_TOO_LONG 4

// The library has a bug: please report it. Every handle is as it was.
#define UNRUFFLED_PANIC 255

#ifdef __cplusplus
extern "C" {
#endif // __cplusplus

// Reads a message; any text has an answer, and nothing of it is kept. On success `*out` is yours:
// free it with `unruffled_classification_free`.
unruffled_status unruffled_classify_message(const struct unruffled_policy *policy,
                                            const char *text,
                                            size_t len,
                                            struct unruffled_classification **out,
                                            struct unruffled_error *error);

// Returns the band of heat. For NULL it is calm.
unruffled_heat unruffled_classification_heat(const struct unruffled_classification *it);

// Returns the score behind the band, 0 to 1000.
uint32_t unruffled_classification_heat_milli(const struct unruffled_classification *it);

// Returns how people are treated. For NULL it is fine.
unruffled_conduct unruffled_classification_conduct(const struct unruffled_classification *it);

// Returns the kind of severe conduct, or `UNRUFFLED_SEVERE_KIND_NONE`.
unruffled_severe_kind unruffled_classification_severe_kind(const struct unruffled_classification *it);

// Returns the confidence that the line is crossed, 0 to 1000.
uint32_t unruffled_classification_line_milli(const struct unruffled_classification *it);

// Says whether the line is crossed: conduct is crossing or severe.
bool unruffled_classification_crosses_line(const struct unruffled_classification *it);

// Returns the headline number, 0 to 5, derived from heat and conduct.
uint32_t unruffled_classification_temperature(const struct unruffled_classification *it);

// Returns who or what the hottest words are about.
unruffled_target unruffled_classification_target(const struct unruffled_classification *it);

// Returns how much the message speaks of self-harm.
unruffled_crisis unruffled_classification_crisis(const struct unruffled_classification *it);

// Returns the flags: bit `UINT64_C(1) << flag` for each.
uint64_t unruffled_classification_flags(const struct unruffled_classification *it);

// Returns the language it was judged as. If that is `UNRUFFLED_LANGUAGE_NOT_JUDGED`, nothing else
// is claimed. For NULL it is not judged.
unruffled_language unruffled_classification_language(const struct unruffled_classification *it);

// Returns how many bytes of the message were read: all, up to a limit of 65536.
size_t unruffled_classification_read(const struct unruffled_classification *it);

// Returns the number of signals that counted.
size_t unruffled_classification_evidence_count(const struct unruffled_classification *it);

// Copies one signal to `*out`, in the order of the text; its texts are lent by the classification.
unruffled_status unruffled_classification_evidence(const struct unruffled_classification *it,
                                                   size_t index,
                                                   struct unruffled_evidence *out,
                                                   struct unruffled_error *error);

// Writes the classification, complete, as one line of JSON; offsets are bytes. On success `*out` is
// yours: free it with `unruffled_text_free`.
unruffled_status unruffled_classification_json(const struct unruffled_classification *it,
                                               struct unruffled_text **out,
                                               struct unruffled_error *error);

// Frees a classification; NULL is fine.
void unruffled_classification_free(struct unruffled_classification *it);

// Returns the standard policy. Static: never free it.
const struct unruffled_policy *unruffled_policy_standard(void);

// Lends the text. For NULL it is empty.
struct unruffled_str unruffled_text_view(const struct unruffled_text *it);

// Frees a text; NULL is fine.
void unruffled_text_free(struct unruffled_text *it);

// Returns the number of the library's binary interface: compare it with `UNRUFFLED_ABI`.
uint32_t unruffled_abi(void);

// Returns the library's version, such as "0.1.0". Static: never free it.
const char *unruffled_version(void);

// Returns a digest of the library's word tables: two hosts that disagree can see why. Static: never
// free it.
const char *unruffled_data_digest(void);

// Returns the name of a status, such as "UNRUFFLED_NOT_UTF8". Static: never free it. For a status
// of a newer library it is "UNRUFFLED_UNKNOWN_STATUS".
const char *unruffled_status_name(unruffled_status status);

#ifdef __cplusplus
}  // extern "C"
#endif  // __cplusplus

#endif  /* UNRUFFLED_H */
