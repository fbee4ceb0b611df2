package dev.brummer.plugins.parsers;

import dev.brummer.spi.Fact;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Plain sentences: {@code Publishing order.created event: 12345}, {@code Sent message 17 to topic orders}, {@code Event
 * order.created emitted}. What is no name of an event beyond doubt is none: servers receive shutdown events and close
 * events all day.
 */
final class MessagePhrase {
    private static final int LONGEST_WORD = 12;
    private static final String PUBLISHED =
            "published|publishing|emitted|emitting|sent|sending|produced|producing|enqueued";
    private static final String RECEIVED = "received|receiving|consumed|consuming|processing";
    private static final Set<String> VERBS = Set.of((PUBLISHED + "|" + RECEIVED).split("\\|"));
    private static final Set<String> NOUNS = Set.of("event", "domain", "message", "kafka");
    private static final Set<String> AFTERWARDS = Set.of("processing");
    private static final String VERB = "(?:(" + PUBLISHED + ")|(" + RECEIVED + "))";

    /** {@code order.created}, {@code orders:paid}, {@code OrderCreated}; or anything in quotes. */
    private static final String EVENT = "(?:(?-i:([a-z][\\w-]{0,60}+(?:[.:][a-zA-Z][\\w-]{0,60}+){1,5}+"
            + "|[A-Z][a-z0-9]{1,40}+(?:[A-Z][a-z0-9]{1,40}+){1,5}+))"
            + "|['\"]([\\w.:/-]{1,100}+)['\"])";

    private static final String PLACE = "(?:topic|queue|exchange|channel|subject)";
    private static final String PLACE_NAME = "['\"\\[]?((?:[\\w./-]|:(?=\\w)){1,249}+)['\"\\]]?";
    private static final String TO_PLACE =
            "(?: (?:to|from|on|via) (?:the )?(?:" + PLACE + " )?" + PLACE_NAME + ")?";

    /** Ids have a digit; a word behind the name says what became of it. */
    private static final String KEY = "[:,]? (?:with |for )?\\(?(?:message |order |user |correlation |event )?"
            + "(?:(?:id|key)[ :=]{1,2}+)?#?['\"]?(?=[\\w@.-]{0,63}?\\d)([\\w@.-]{1,64}+)['\"]?\\)?[.!]?\\s*+$";

    private static final String END = "(?:[.!]?\\s*+$|[:,;]? ?[{\\[(].*+|: .*+| [-–—] .*+)";
    private static final String KEY_OR_END = "(?:" + KEY + "|" + END + ")";

    /** {@code Publishing order.created event: 12345}. */
    private static final Pattern NAME_FIRST = phrase(
            VERB + "(?: an?| the| new)? " + EVENT + " (?:domain )?(?:event|message)" + TO_PLACE + KEY_OR_END);

    /** {@code Published event 'order.created' to topic orders}. */
    private static final Pattern NAME_LAST =
            phrase(VERB + "(?: an?| the| new)? (?:domain )?event:? " + EVENT + TO_PLACE + KEY_OR_END);

    /** {@code Sent message 17 to topic orders}. */
    private static final Pattern BY_PLACE = phrase(
            VERB + "(?: an?| the| new| kafka){0,2}+ messages?(?: (?!to |from |on )['\"]?([\\w@.-]{1,64}+)['\"]?)?"
                    + " (to|from|on) (?:the )?(?:kafka |rabbitmq )?(?:" + PLACE + " " + PLACE_NAME + "|" + EVENT + ")"
                    + END);

    /** {@code Message sent to topic orders}. */
    private static final Pattern PASSIVE = phrase(
            "(?:kafka )?message(?: ['\"]?([\\w@.-]{1,64}+)['\"]?)?(?: was)?(?: successfully)? " + VERB
                    + "(?: successfully)? (to|from|on) (?:the )?" + PLACE + " " + PLACE_NAME + END);

    /** {@code Event order.created emitted}. */
    private static final Pattern EVENT_PASSIVE =
            phrase("(?:domain )?event:? " + EVENT + "(?: was)? " + VERB + KEY_OR_END);

    private MessagePhrase() {}

    private static Pattern phrase(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }

    /**
     * A message, and how far it is.
     *
     * @param fact published or received
     */
    record Told(Fact fact, MessageSteps.Step step) {
        private static @Nullable Told of(@Nullable Fact fact, String verb) {
            return fact == null ? null : new Told(fact, step(verb.toLowerCase(Locale.ROOT)));
        }

        private static MessageSteps.Step step(String verb) {
            if (AFTERWARDS.contains(verb)) {
                return MessageSteps.Step.AFTERWARDS;
            }
            return verb.endsWith("ing") ? MessageSteps.Step.BEGINS : MessageSteps.Step.DONE;
        }
    }

    static @Nullable Told in(String said) {
        int from = Head.end(said);
        String word = word(said, from);
        if (VERBS.contains(word)) {
            return Told.of(active(said, from), word);
        }
        return NOUNS.contains(word) ? passive(said, from) : null;
    }

    /** The first word in small letters; empty if none of those that count is as long. */
    private static String word(String said, int from) {
        int end = from;
        while (end < said.length() && Character.isLetter(said.charAt(end)) && end - from <= LONGEST_WORD) {
            end++;
        }
        return end - from > LONGEST_WORD ? "" : said.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static @Nullable Fact active(String said, int from) {
        Matcher matcher = NAME_FIRST.matcher(said).region(from, said.length());
        if (matcher.lookingAt() || matcher.usePattern(NAME_LAST).lookingAt()) {
            return MessageParser.fact(matcher.group(1) != null, either(matcher, 3, 4), matcher.group(6));
        }
        if (matcher.usePattern(BY_PLACE).lookingAt()) {
            String event = matcher.group(5) == null ? either(matcher, 6, 7) : matcher.group(5);
            return at(matcher.group(1) != null, matcher.group(4), event, matcher.group(3));
        }
        return null;
    }

    private static @Nullable Told passive(String said, int from) {
        Matcher matcher = PASSIVE.matcher(said).region(from, said.length());
        if (matcher.lookingAt()) {
            Fact fact = at(matcher.group(2) != null, matcher.group(4), matcher.group(5), matcher.group(1));
            return Told.of(fact, either(matcher, 2, 3));
        }
        if (matcher.usePattern(EVENT_PASSIVE).lookingAt()) {
            Fact fact = MessageParser.fact(matcher.group(3) != null, either(matcher, 1, 2), matcher.group(5));
            return Told.of(fact, either(matcher, 3, 4));
        }
        return null;
    }

    private static String either(Matcher matcher, int one, int other) {
        String first = matcher.group(one);
        return first == null ? matcher.group(other) : first;
    }

    /** One sends to a place, and receives from it. */
    private static @Nullable Fact at(boolean published, String preposition, String event, @Nullable String key) {
        boolean fits = preposition.equalsIgnoreCase("on") || preposition.equalsIgnoreCase("to") == published;
        return fits ? MessageParser.fact(published, event, key) : null;
    }
}
