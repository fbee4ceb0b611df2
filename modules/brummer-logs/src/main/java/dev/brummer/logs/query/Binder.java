package dev.brummer.logs.query;

import dev.brummer.core.text.Suggestion;
import dev.brummer.logs.query.QueryScope.Named;
import dev.brummer.logs.query.QueryScope.Related;
import dev.brummer.logs.scan.Literal;
import dev.brummer.logs.scan.RegexLiterals;
import dev.brummer.spi.ServiceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks up what the names, times and ids of a query mean. For one use. */
final class Binder {
    private static final int TEXT_PRICE = 3;
    private static final int REGEX_PRICE = 10;
    // Of a name that a service may have.
    private static final int MOST_WORDS = 5;

    private final QueryScope scope;
    private final String text;
    private final Sources sources;
    private final Lines lines = new Lines();
    private final Set<String> remarks = new LinkedHashSet<>();
    private final Set<Long> probables = new HashSet<>();

    Binder(QueryScope scope, String text) {
        this.scope = scope;
        this.text = text;
        this.sources = scope.sources();
    }

    BoundQuery bind(Term root) throws QueryException {
        Meaning meaning = meaning(root);
        return Bound.of(meaning, remarks, probables);
    }

    private Meaning meaning(Term term) throws QueryException {
        return switch (term) {
            case Term.All(var terms) -> new Meaning.Every(meanings(terms));
            case Term.Any(var terms) -> new Meaning.Some(meanings(terms));
            case Term.Not(var negated) -> meaning(negated).negated();
            case Term.Leaf(var condition, var place) -> meaning(condition, place);
        };
    }

    private List<Meaning> meanings(List<Term> terms) throws QueryException {
        List<Meaning> meanings = new ArrayList<>();
        for (Term term : terms) {
            meanings.add(meaning(term));
        }
        return meanings;
    }

    private Meaning meaning(Condition condition, Place place) throws QueryException {
        return switch (condition) {
            case Condition.Word(var word) -> word(word);
            case Condition.Phrase(var phrase) -> phrase(phrase);
            case Condition.Regex(var source) -> regex(source);
            case Condition.Service(var name) -> service(name, place);
            case Condition.Stage(var name) -> new SourceMeaning(sources, stage(name, place), -1, true);
            case Condition.Stream(var stream) -> new StreamMeaning(origin -> origin.stream() == stream);
            case Condition.AtLevel(var level, var orWorse) -> new LevelMeaning(level, orWorse);
            case Condition.Run(var run) -> new StreamMeaning(origin -> origin.run() == run);
            case Condition.Since(var moment) -> new TimeMeaning(when(moment, place), true);
            case Condition.Until(var moment) -> new TimeMeaning(when(moment, place), false);
            case Condition.Id(var id) -> id(id);
        };
    }

    /** A word stands for itself and, where it is the name of one, for a service, a level or a request. */
    private Meaning word(String word) {
        List<Meaning> any = new ArrayList<>();
        any.add(text(word));
        named(word).ifPresent(any::add);
        LevelName.find(word).ifPresent(level -> any.add(new LevelMeaning(level, false)));
        if (scope.isRequest(word)) {
            any.add(id(word));
        }
        return any.size() == 1 ? any.getFirst() : new Meaning.Some(any);
    }

    /** Words in a row stand for a service too, if it is called so; a single one is in quotes to be text alone. */
    private Meaning phrase(String phrase) {
        Optional<Meaning> named = isOfWords(phrase) ? named(phrase) : Optional.empty();
        Meaning text = text(phrase);
        return named.<Meaning>map(service -> new Meaning.Some(List.of(text, service))).orElse(text);
    }

    private static boolean isOfWords(String phrase) {
        return phrase.equals(phrase.strip()) && phrase.chars().anyMatch(c -> WordShape.isBlank((char) c));
    }

    /** The lines of a service that text names as well; where it could be several, that is remarked, not guessed. */
    private Optional<Meaning> named(String name) {
        Optional<Meaning> named = copyOf(name);
        if (named.isEmpty() && scope.service(name) instanceof Named.Ambiguous(var candidates)) {
            remarks.add("'" + name + "' may be " + listed(candidates) + ", so it is taken as text alone: say which, as in "
                    + "service:" + candidates.getFirst());
        }
        return named;
    }

    private Meaning text(String phrase) {
        var test = new TextMatch(phrase);
        return new LineMeaning(lines, test, test.literal().stream().toList(), TEXT_PRICE);
    }

    private Meaning regex(String source) {
        List<Literal> literals = RegexLiterals.of(source);
        return new LineMeaning(lines, new RegexMatch(source, literals), literals, REGEX_PRICE);
    }

    private Meaning id(String id) {
        Related related = scope.related(id);
        List<Literal> ids = literals(related.ids().isEmpty() ? Set.of(id) : related.ids());
        Meaning named = new LineMeaning(lines, new IdMatch(ids), ids, TEXT_PRICE);
        Map<Long, String> probable = related.probable();
        probables.addAll(probable.keySet());
        return probable.isEmpty()
                ? named
                : new Meaning.Some(
                        List.of(named, new UnitsMeaning(probable.keySet(), literals(Set.copyOf(probable.values())))));
    }

    private static List<Literal> literals(Set<String> ids) {
        return ids.stream().filter(each -> !each.isEmpty()).sorted().map(Literal::of).toList();
    }

    private Meaning service(String name, Place place) throws QueryException {
        Meaning named = copyOf(name).orElseThrow(() -> unresolved(name, place));
        unquoted(place).ifPresent(whole -> remarks.add("'" + whole.substring(whole.indexOf(' ') + 1) + "' behind service:"
                + name + " is text of its own: " + question(quoted(whole))));
        return named;
    }

    /** The lines of a service, or of the one copy of it that a label as {@code worker-2} names. */
    private Optional<Meaning> copyOf(String name) {
        String base = LinePrefix.unnumbered(name);
        String number = name.substring(base.length()).replaceFirst("^-", "");
        Optional<Meaning> all = scope.exactly(name).map(service -> source(service, -1));
        return all.isPresent() || !number.matches("[0-9]{1,4}")
                ? all
                : scope.exactly(base).map(service -> source(service, Integer.parseInt(number)));
    }

    private Meaning source(ServiceId service, int copy) {
        return new SourceMeaning(sources, Set.of(service), copy, true);
    }

    private QueryException unresolved(String name, Place place) {
        return switch (scope.service(name)) {
            case Named.Ambiguous(var candidates) -> fault(
                    "'" + name + "' may be " + listed(candidates), "say which: service:" + candidates.getFirst(),
                    place);
            case Named.Unknown(var near) -> fault(
                    "there is no service '" + name + "'",
                    unquoted(place)
                            .map(whole -> question(quoted(whole)))
                            .or(() -> near.map(Binder::question))
                            .orElse(""),
                    place);
            case Named.Service service -> throw new IllegalStateException(name + " has become a name");
        };
    }

    private static String listed(List<ServiceId> services) {
        String last = services.getLast().name();
        return services.subList(0, services.size() - 1).stream().map(ServiceId::name).collect(Collectors.joining(", "))
                + " or " + last;
    }

    /** The name of several words that begins there, if a service has one: it is cut at its first blank without quotes. */
    private Optional<String> unquoted(Place place) {
        String[] words = text.substring(place.at()).split("\\s+", MOST_WORDS + 1);
        return IntStream.rangeClosed(2, Math.min(MOST_WORDS, words.length))
                .mapToObj(count -> String.join(" ", Arrays.asList(words).subList(0, count)))
                .filter(name -> scope.exactly(name).isPresent())
                .findFirst();
    }

    private static String quoted(String name) {
        return "service:\"" + name + "\"";
    }

    private static String question(String near) {
        return "did you mean '" + near + "'?";
    }

    private Set<ServiceId> stage(String name, Place place) throws QueryException {
        Optional<Set<ServiceId>> services = scope.stage(name);
        if (services.isEmpty()) {
            List<String> stages = scope.stages();
            String known = stages.isEmpty() ? "; there are none" : ": " + String.join(", ", stages);
            throw fault("there is no stage '" + name + "'" + known, Suggestion.hint(name, stages), place);
        }
        return Set.copyOf(services.get());
    }

    private Instant when(Moment moment, Place place) throws QueryException {
        Optional<Instant> when = moment.in(scope);
        if (when.isEmpty()) {
            throw fault("there is no mark", "Enter on an empty line at the prompt sets one", place);
        }
        return when.get();
    }

    private QueryException fault(String message, String hint, Place place) {
        return new QueryException(message, hint, text, place);
    }
}
