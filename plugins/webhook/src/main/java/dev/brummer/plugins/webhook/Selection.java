package dev.brummer.plugins.webhook;

import dev.brummer.spi.FoundFact;
import dev.brummer.spi.ServiceState;
import dev.brummer.spi.StateChange;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is sent. Immutable.
 *
 * @param facts kinds of facts
 * @param states the states whose beginnings are sent
 * @param notices whether what Brummer itself has to say is sent
 */
record Selection(Set<String> facts, Set<ServiceState> states, boolean notices) {
    Selection {
        facts = Set.copyOf(facts);
        states = Set.copyOf(states);
    }

    /**
     * @param facts kinds, several of them in one text separated by commas
     * @param states words for states, in the same way
     * @throws IllegalArgumentException if there is no such state; the message is for the user
     */
    static Selection of(List<String> facts, List<String> states, boolean notices) {
        Set<ServiceState> chosen = EnumSet.noneOf(ServiceState.class);
        words(states).forEach(word -> chosen.add(state(word)));
        return new Selection(new HashSet<>(words(facts)), chosen, notices);
    }

    private static List<String> words(List<String> texts) {
        List<String> words = new ArrayList<>();
        for (String text : texts) {
            Arrays.stream(text.split("[,\\s]+")).filter(word -> !word.isEmpty()).forEach(words::add);
        }
        return words;
    }

    private static ServiceState state(String word) {
        for (ServiceState state : ServiceState.values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        String all = Arrays.stream(ServiceState.values()).map(ServiceState::word).collect(Collectors.joining(", "));
        throw new IllegalArgumentException("webhook: there is no state '" + word + "'; there are: " + all);
    }

    boolean has(FoundFact found) {
        return facts.contains(found.fact().kind());
    }

    // Where only the reason is new, the state has begun before.
    boolean has(StateChange change) {
        return states.contains(change.to()) && change.from() != change.to();
    }
}
