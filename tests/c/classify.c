/* Reads messages through the C interface and checks what a help desk would look at.
 * A function for the Rust test that links it; with -DSTANDALONE also a program of its own, for other
 * compilers and for valgrind. Returns the first check that does not hold, or NULL. */

#include "unruffled.h"

#include <stdio.h>
#include <string.h>

const char *classify_through_c(void);

#define TEXT_OF(macro) TEXT(macro)
#define TEXT(source) #source
#define CHECK(condition) \
  do { \
    if (!(condition)) return "classify.c:" TEXT_OF(__LINE__) ": " #condition; \
  } while (0)

static bool has_flag(const unruffled_classification *message, unruffled_flag flag) {
  return (unruffled_classification_flags(message) >> flag & 1) != 0;
}

/* Says whether any evidence of this kind covers these words, and not half of the message with them. */
static bool has_evidence(const unruffled_classification *message, const char *kind, const char *text,
                         const char *words) {
  size_t index, count = unruffled_classification_evidence_count(message);
  size_t start = (size_t)(strstr(text, words) - text), end = start + strlen(words);
  for (index = 0; index < count; index++) {
    unruffled_evidence one;
    if (unruffled_classification_evidence(message, index, &one, NULL) != UNRUFFLED_OK) return false;
    if (strcmp(one.kind.ptr, kind) == 0 && one.start <= start && end <= one.end &&
        one.end - one.start < strlen(text) / 2) {
      return true;
    }
  }
  return false;
}

/* Swearing at a system is no insult, and the insult is one: the line between them is the product. */
static const char *reads_two_messages(void) {
  static const char fury[] = "Why is this damn system always broken? Nothing ever works!";
  static const char insult[] = "You are an idiot.";
  const unruffled_policy *policy = unruffled_policy_standard();
  unruffled_classification *message = NULL;
  unruffled_error error;

  CHECK(unruffled_classify_message(policy, fury, strlen(fury), &message, &error) == UNRUFFLED_OK);
  CHECK(message != NULL);
  CHECK(unruffled_classification_heat(message) == UNRUFFLED_HEAT_UPSET);
  CHECK(unruffled_classification_heat_milli(message) > 0);
  CHECK(unruffled_classification_heat_milli(message) <= 1000);
  CHECK(unruffled_classification_conduct(message) == UNRUFFLED_CONDUCT_FINE);
  CHECK(unruffled_classification_severe_kind(message) == UNRUFFLED_SEVERE_KIND_NONE);
  CHECK(unruffled_classification_line_milli(message) < 500);
  CHECK(!unruffled_classification_crosses_line(message));
  CHECK(unruffled_classification_temperature(message) == 2);
  CHECK(unruffled_classification_target(message) == UNRUFFLED_TARGET_SITUATION);
  CHECK(unruffled_classification_crisis(message) == UNRUFFLED_CRISIS_NONE);
  CHECK(unruffled_classification_language(message) == UNRUFFLED_LANGUAGE_ENGLISH);
  CHECK(unruffled_classification_read(message) == strlen(fury));
  CHECK(has_flag(message, UNRUFFLED_FLAG_PROFANITY_UNDIRECTED));
  CHECK(!has_flag(message, UNRUFFLED_FLAG_PROFANITY_DIRECTED));
  CHECK(has_evidence(message, "profanity", fury, "damn"));
  CHECK(!has_evidence(message, "profanity", fury, "Nothing"));
  CHECK(!has_evidence(message, "degrading", fury, "damn"));
  unruffled_classification_free(message);

  message = NULL;
  CHECK(unruffled_classify_message(policy, insult, strlen(insult), &message, &error) == UNRUFFLED_OK);
  CHECK(unruffled_classification_conduct(message) == UNRUFFLED_CONDUCT_CROSSING);
  CHECK(unruffled_classification_crosses_line(message));
  CHECK(unruffled_classification_line_milli(message) >= 500);
  CHECK(unruffled_classification_temperature(message) == 4);
  CHECK(unruffled_classification_target(message) == UNRUFFLED_TARGET_AGENT);
  unruffled_classification_free(message);
  return NULL;
}

/* Evidence is copied, its texts are lent, and an index past the end is an answer. */
static const char *lends_evidence_and_json(void) {
  static const char text[] = "You are an idiot.";
  unruffled_classification *message = NULL;
  unruffled_evidence one;
  unruffled_text *json = NULL;
  unruffled_error error;
  unruffled_str view;
  size_t count;

  CHECK(unruffled_classify_message(unruffled_policy_standard(), text, strlen(text), &message, NULL) ==
        UNRUFFLED_OK);
  count = unruffled_classification_evidence_count(message);
  CHECK(count > 0);
  CHECK(unruffled_classification_evidence(message, 0, &one, &error) == UNRUFFLED_OK);
  CHECK(one.start < one.end && one.end <= strlen(text));
  CHECK(one.kind.len > 0 && one.kind.ptr[one.kind.len] == '\0');
  CHECK(one.by.len > 0 && one.by.ptr[one.by.len] == '\0');
  CHECK(strchr(one.by.ptr, ':') != NULL);
  CHECK(one.weight != 0);

  one.weight = 12345;
  CHECK(unruffled_classification_evidence(message, count, &one, &error) == UNRUFFLED_OUT_OF_RANGE);
  CHECK(one.weight == 12345);
  CHECK(error.status == UNRUFFLED_OUT_OF_RANGE && error.offset == count);
  CHECK(strlen(error.message) > 0);

  CHECK(unruffled_classification_json(message, &json, &error) == UNRUFFLED_OK);
  view = unruffled_text_view(json);
  CHECK(view.ptr[0] == '{' && view.ptr[view.len - 1] == '}' && view.ptr[view.len] == '\0');
  CHECK(strstr(view.ptr, "\"conduct\":\"crossing\"") != NULL);
  CHECK(strstr(view.ptr, "\"crosses_line\":true") != NULL);
  unruffled_text_free(json);
  unruffled_classification_free(message);
  return NULL;
}

/* What the caller does wrong is a status, and nothing is written. */
static const char *answers_mistakes(void) {
  static const char latin[] = "caf\xe9 closed";
  const unruffled_policy *policy = unruffled_policy_standard();
  unruffled_classification *message = NULL;
  unruffled_error error;

  CHECK(unruffled_classify_message(policy, latin, strlen(latin), &message, &error) ==
        UNRUFFLED_NOT_UTF8);
  CHECK(error.status == UNRUFFLED_NOT_UTF8 && error.offset == 3 && message == NULL);
  CHECK(unruffled_classify_message(policy, NULL, 1, &message, &error) == UNRUFFLED_NULL);
  CHECK(unruffled_classify_message(NULL, "a", 1, &message, &error) == UNRUFFLED_NULL);
  CHECK(unruffled_classify_message(policy, "a", 1, NULL, &error) == UNRUFFLED_NULL);
  CHECK(unruffled_classify_message(policy, NULL, 1, NULL, NULL) == UNRUFFLED_NULL);
  CHECK(message == NULL);

  CHECK(unruffled_classify_message(policy, NULL, 0, &message, NULL) == UNRUFFLED_OK);
  CHECK(unruffled_classification_heat(message) == UNRUFFLED_HEAT_CALM);
  CHECK(unruffled_classification_read(message) == 0);
  unruffled_classification_free(message);
  unruffled_classification_free(NULL);
  unruffled_text_free(NULL);
  CHECK(unruffled_classification_severe_kind(NULL) == UNRUFFLED_SEVERE_KIND_NONE);
  CHECK(unruffled_text_view(NULL).ptr != NULL);

  CHECK(unruffled_abi() == UNRUFFLED_ABI);
  CHECK(strcmp(unruffled_version(), UNRUFFLED_VERSION) == 0);
  CHECK(strlen(unruffled_data_digest()) == 16);
  CHECK(strcmp(unruffled_status_name(UNRUFFLED_NOT_UTF8), "UNRUFFLED_NOT_UTF8") == 0);
  CHECK(strcmp(unruffled_status_name(4000000000u), "UNRUFFLED_UNKNOWN_STATUS") == 0);
  return NULL;
}

const char *classify_through_c(void) {
  const char *failed = reads_two_messages();
  if (failed == NULL) failed = lends_evidence_and_json();
  if (failed == NULL) failed = answers_mistakes();
  return failed;
}

#ifdef STANDALONE
int main(void) {
  const char *failed = classify_through_c();
  if (failed != NULL) {
    fprintf(stderr, "%s\n", failed);
    return 1;
  }
  printf("unruffled %s, abi %u: every check holds\n", unruffled_version(), (unsigned)unruffled_abi());
  return 0;
}
#endif
