package dev.brummer.logs.query;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.spi.LogBatch;
import dev.brummer.spi.StreamName;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the terms of a query mean. */
class MatchTest {
    private final TestingScope scope = new TestingScope();
    private final Unit line = Written.by("auth").unit("GET /api/users?id=42 failed: connection refused (0:15)");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "refused", "REFUSED", "fus", "/api/users?id=42", "id=42", "failed:", "(0:15)", "connection refused",
                "refused connection", "\"connection refused\"", "\"N REF\"", "/15\\)$/", "/^get .*REFUSED/",
                "/users\\?/", "/api\\/users/", "refused or unheard", "unheard or refused", "not:unheard", "-unheard",
                "not:not:refused", "refused -unheard", "(unheard or refused) (get or post)", "unheard nowhere or get",
                "not:(refused unheard)"
            })
    void isFound(String query) {
        assertThat(matches(query, line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unheard", "\"refused connection\"", "\"connection  refused\"", "/^refused/", "not:refused", "-refused",
                "-(refused or unheard)", "refused unheard", "unheard or nowhere", "refused not:get", "not:not:unheard",
                "unheard (get or refused)", "unheard or get -refused", "not:(refused or x)"
            })
    void isNotFound(String query) {
        assertThat(matches(query, line)).isFalse();
    }

    @Test
    void theCaseOfNoLetterMatters() {
        Unit umlauts = Written.by("auth").unit("Größe ÄNDERT sich, ΣΊΣΥΦΟΣ und 漢字");
        assertThat(List.of("gröSSE", "GRÖßE", "ändert", "σίσυφος", "漢字", "größe ändert", "\"und 漢\"", "/gRÖ.E/"))
                .filteredOn(query -> matches(query, umlauts))
                .containsExactly("GRÖßE", "ändert", "σίσυφος", "漢字", "größe ändert", "\"und 漢\"", "/gRÖ.E/");
    }

    @Test
    void aLetterOfAsciiIsNeverOneBeyondIt() {
        Unit kelvin = Written.by("auth").unit("300 \u212A, \u017Fure");
        assertThat(matches("k", kelvin)).isFalse();
        assertThat(matches("\"300 \u212A\"", kelvin)).isTrue();
        assertThat(matches("/[k]/", kelvin)).isFalse();
        assertThat(matches("sure", kelvin)).isFalse();
    }

    @Test
    void eachTermMayBeInAnotherLineOfTheUnit() {
        Unit trace = Written.by("auth").unit("ERROR cannot save", "lang.IllegalStateException", "\tat a.B.c(B.java:7)");
        assertThat(matches("save IllegalState B.java", trace)).isTrue();
        assertThat(matches("\"cannot save\" /^\\tat/", trace)).isTrue();
        assertThat(matches("/save.*java/", trace)).isFalse();
    }

    @Test
    void whatIsNegatedMayBeInNoLineOfTheUnit() {
        Unit trace = Written.by("auth").unit("ERROR cannot save", "\tat a.B.c(B.java:7)");
        assertThat(matches("not:b.java", trace)).isFalse();
        assertThat(matches("not:c.java", trace)).isTrue();
    }

    @Test
    void coloursDoNotGetInTheWay() {
        Unit coloured = Written.by("auth")
                .unit("\u001b[31mer\u001b[1;32mror\u001b[0m: con\u001b]8;;http://hidden\u001b\\nection "
                        + "l\u0000o\u0007s\u009b1mt\u001b(B!");
        for (String query : List.of("error", "\"error: connection lost\"", "/^error: .*lost!$/", "lost!")) {
            assertThat(matches(query, coloured)).as(query).isTrue();
        }
        for (String query : List.of("31m", "hidden", "1merr", "/\\[/")) {
            assertThat(matches(query, coloured)).as(query).isFalse();
        }
    }

    @Test
    void tabsAreText() {
        Unit tabbed = Written.by("auth").unit("a\tb");
        assertThat(matches("/a\\tb/", tabbed)).isTrue();
        assertThat(matches("\"a\tb\"", tabbed)).isTrue();
        assertThat(matches("ab", tabbed)).isFalse();
    }

    @Test
    void brokenTextIsFoundAsItIsShown() {
        byte[] broken = {'a', (byte) 0xFF, 'b', (byte) 0xC3};
        Unit unit = new Unit(List.of(Written.by("auth").batch(false, broken)));
        assertThat(matches("\"a\ufffdb\ufffd\"", unit)).isTrue();
        assertThat(matches("ab", unit)).isFalse();
    }

    @Test
    void aServiceIsFoundByItsName() {
        assertThat(matches("service:auth", Written.by("auth").unit("x"))).isTrue();
        assertThat(matches("service:\"Auth Service\"", Written.by("auth").copy(2).unit("x"))).isTrue();
        assertThat(matches("service:auth", Written.by("users").unit("auth"))).isFalse();
        assertThat(matches("not:service:auth", Written.by("users").unit("auth"))).isTrue();
    }

    @Test
    void oneCopyIsFoundByItsLabel() {
        assertThat(matches("service:worker-2", Written.by("worker").copy(2).unit("x"))).isTrue();
        assertThat(matches("service:worker-2", Written.by("worker").copy(1).unit("x"))).isFalse();
        assertThat(matches("worker-2", Written.by("worker").copy(2).unit("x"))).isTrue();
        assertThat(matches("service:worker", Written.by("worker").copy(1).unit("x"))).isTrue();
    }

    @Test
    void aBareNameFindsTheServicesLinesAndThoseThatMentionIt() {
        assertThat(matches("auth", Written.by("auth").unit("x"))).isTrue();
        assertThat(matches("auth-service", Written.by("auth").unit("x"))).isTrue();
        assertThat(matches("auth", Written.by("users").unit("calling AUTH"))).isTrue();
        assertThat(matches("auth", Written.by("users").unit("x"))).isFalse();
        assertThat(matches("not:auth", Written.by("auth").unit("x"))).isFalse();
        assertThat(matches("\"auth\"", Written.by("auth").unit("x"))).isFalse();
    }

    @Test
    void aBareNameThatCouldBeSeveralIsText() {
        assertThat(matches("data", Written.by("users").unit("x"))).isFalse();
        assertThat(matches("data", Written.by("auth").unit("no data"))).isTrue();
    }

    @Test
    void aNameOfSeveralWordsFindsTheServicesLinesAndThoseThatMentionIt() throws QueryException {
        assertThat(matches("\"Auth Service\"", Written.by("auth").unit("x"))).isTrue();
        assertThat(matches("\"auth service\"", Written.by("users").unit("calling Auth Service"))).isTrue();
        assertThat(matches("\"Auth Service\"", Written.by("users").unit("auth"))).isFalse();
        assertThat(matches("not:\"Auth Service\"", Written.by("auth").unit("x"))).isFalse();
        assertThat(matches("\"calling Auth Service\"", Written.by("auth").unit("x"))).isFalse();
        assertThat(matches("\" auth service\"", Written.by("auth").unit("x"))).as("text alone").isFalse();
        BoundQuery argument = Query.parse(List.of("Night Shift"), Dialect.COMMAND_LINE).bind(scope);
        assertThat(argument.matches(Written.by("worker").unit("x"))).isTrue();
        assertThat(bind("\"da ta\"").remarks()).hasSize(1);
    }

    @Test
    void thatANameCouldBeSeveralIsSaid() throws QueryException {
        String remark = "'data' may be users or worker, so it is taken as text alone: say which, as in service:users";
        assertThat(bind("data").remarks()).containsExactly(remark);
        assertThat(bind("x or -(data data)").remarks()).containsExactly(remark);
        for (String query : List.of("", "auth", "nobody", "error", "\"data\"", "/data/")) {
            assertThat(bind(query).remarks()).as(query).isEmpty();
        }
    }

    @Test
    void aNameOfSeveralWordsThatBeginsWithAnotherNameIsSaidToLackItsQuotes() throws QueryException {
        String remark = "'Service' behind service:Auth is text of its own: did you mean 'service:\"Auth Service\"'?";
        assertThat(bind("service:Auth Service").remarks()).containsExactly(remark);
        assertThat(bind("x not:service:Auth  Service down").remarks()).containsExactly(remark);
        assertThat(Query.parse(List.of("service:Auth", "Service"), Dialect.COMMAND_LINE).bind(scope).remarks())
                .containsExactly(remark);
        for (String query : List.of(
                "service:auth",
                "service:auth serviced",
                "service:auth down Service",
                "service:\"Auth\" Service",
                "service:\"Auth Service\"",
                "service:users Service")) {
            assertThat(bind(query).remarks()).as(query).isEmpty();
        }
    }

    @Test
    void aBareLevelFindsItsUnitsAndItsText() {
        Unit failed = Written.by("auth").unit("ERROR x", "y");
        assertThat(matches("error", failed)).isTrue();
        assertThat(matches("Error", Written.by("auth").unit("0 errors"))).isTrue();
        assertThat(matches("warn", Written.by("auth").unit("WARN x"))).isTrue();
        assertThat(matches("warning", Written.by("auth").unit("WARN x"))).isTrue();
        assertThat(matches("WARN", failed)).isFalse();
        assertThat(matches("not:error", failed)).isFalse();
        assertThat(matches("\"info\"", Written.by("auth").unit("INFORM"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "level:warn,   TRACE=false DEBUG=false INFO=false WARN=true ERROR=false none=false",
        "level:warn+,  TRACE=false DEBUG=false INFO=false WARN=true ERROR=true none=true",
        "level:trace+, TRACE=true DEBUG=true INFO=true WARN=true ERROR=true none=true",
        "-level:info+, TRACE=true DEBUG=true INFO=false WARN=false ERROR=false none=false",
    })
    void aLevelIsTheOneOfTheFirstLineThatClaimsOne(String query, String expected) {
        for (String each : expected.split(" ")) {
            String[] pair = each.split("=");
            Unit unit = Written.by("auth").unit(pair[0] + " x", "ERROR y");
            assertThat(matches(query, unit)).as(each).isEqualTo(Boolean.parseBoolean(pair[1]));
        }
    }

    @Test
    void stagesStreamsAndRunsAreFound() {
        assertThat(matches("stage:core", Written.by("users").unit("x"))).isTrue();
        assertThat(matches("stage:core", Written.by("worker").unit("x"))).isFalse();
        assertThat(matches("stream:stderr", Written.by("auth").to(StreamName.STDERR).unit("x"))).isTrue();
        assertThat(matches("stream:stderr", Written.by("auth").unit("x"))).isFalse();
        assertThat(matches("run:2", Written.by("auth").inRun(2).unit("x"))).isTrue();
        assertThat(matches("run:2", Written.by("auth").unit("x"))).isFalse();
        assertThat(matches("not:run:2", Written.by("auth").unit("x"))).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "since:5m,                        2026-11-22T14:25:00Z",
        "since:1h30m,                     2026-11-22T13:00:00Z",
        // It is half past three in Berlin.
        "since:15:05,                     2026-11-22T14:05:00Z",
        "since:15:30,                     2026-11-22T14:30:00Z",
        "since:15:31,                     2026-11-21T14:31:00Z",
        "since:9:05:06.5,                 2026-11-22T08:05:06.5Z",
        "since:2026-11-20,                2026-11-19T23:00:00Z",
        "since:2026-07-20T10:00,          2026-07-20T08:00:00Z",
        "since:\"2026-07-20 10:00:01\",   2026-07-20T08:00:01Z",
        "since:2026-07-20T10:00:00Z,      2026-07-20T10:00:00Z",
        "since:2026-07-20T10:00:00+05:30, 2026-07-20T04:30:00Z",
        "since:mark,                      2026-11-22T01:02:03Z",
    })
    void timesBoundWhatIsFound(String query, String moment) throws QueryException {
        scope.marked(java.time.Instant.parse("2026-11-22T01:02:03Z"));
        var from = java.time.Instant.parse(moment);
        Unit then = Written.by("auth").at(moment).unit("x");
        Unit before = Written.by("auth").at(from.minusNanos(1).toString()).unit("x");

        BoundQuery since = bind(query);
        assertThat(since.from()).isEqualTo(from);
        assertThat(since.until()).isEqualTo(java.time.Instant.MAX);
        assertThat(since.matches(then)).isTrue();
        assertThat(since.matches(before)).isFalse();

        BoundQuery until = bind(query.replace("since", "until"));
        assertThat(until.from()).isEqualTo(java.time.Instant.MIN);
        assertThat(until.until()).isEqualTo(from);
        assertThat(until.matches(then)).isFalse();
        assertThat(until.matches(before)).isTrue();
    }

    @Test
    void boundsComeTogether() throws QueryException {
        assertThat(bind("since:5m since:1h until:1m x").from()).isEqualTo("2026-11-22T14:25:00Z");
        assertThat(bind("since:5m or since:1h").from()).isEqualTo("2026-11-22T13:30:00Z");
        assertThat(bind("since:5m or x").from()).isEqualTo(java.time.Instant.MIN);
        assertThat(bind("not:since:5m").until()).isEqualTo("2026-11-22T14:25:00Z");
        assertThat(bind("not:(x or until:5m)").from()).isEqualTo("2026-11-22T14:25:00Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1b2c3", "x [A1B2C3] y", "id=a1b2c3,", "req_a1b2c3", "→a1b2c3←", "xa1b2c3 a1b2c3", "order 12345"
            })
    void anIdIsFoundWithAllThatIsLinkedToIt(String text) {
        scope.linked("a1b2c3", "12345");
        assertThat(matches("id:a1b2c3", Written.by("auth").unit(text))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2c", "xa1b2c3", "a1b2c34", "éa1b2c3", "a1b2c3é", "123456", "a1b2 c3"})
    void anIdIsNoPartOfALongerWord(String text) {
        scope.linked("a1b2c3", "12345");
        assertThat(matches("id:a1b2c3", Written.by("auth").unit(text))).isFalse();
    }

    @Test
    void whatBelongsToARequestIsFoundThoughItDoesNotSaySo() throws QueryException {
        scope.linked("a1b2c3").probable("a1b2c3", 1, "12345");
        Unit probable = Written.by("auth").unit("paying", "for order \u001b[1m12345\u001b[0m");
        LogBatch lines = probable.pieces().getFirst();
        BoundQuery query = bind("id:a1b2c3");

        assertThat(query.matches(probable)).isTrue();
        assertThat(query.matches(new Unit(List.of(lines.lines(1, 2))))).as("another unit").isFalse();
        assertThat(bind("not:id:a1b2c3").matches(probable)).isFalse();
        assertThat(query.lineTest().orElseThrow().passes(lines, 0)).isTrue();
        BoundQuery.Needle needle = query.needle().orElseThrow();
        int hit = needle.next(lines.bytes(), lines.offset(0), lines.bytes().length);
        assertThat(hit).isGreaterThanOrEqualTo(lines.offset(1));
        assertThat(needle.confirms(lines, 1)).isTrue();
        assertThat(query.probable()).containsExactly(1L);
        assertThat(bind("paying or x id:a1b2c3").probable()).containsExactly(1L);
        assertThat(bind("paying").probable()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth-1  | listening", "auth  | listening", "\u001b[36mauth-1  | \u001b[0mlistening",
                "\u001b[34m[auth]\u001b[39m listening", "[\u001b[1mauth\u001b[0m] x", "[Auth Service] x",
                "[auth] listening", "auth_1  | x", "auth-1  |"
            })
    void aPrefixNamesTheSource(String text) {
        Unit unit = Written.by("compose").unit(text, "and more");
        assertThat(matches("service:auth", unit)).isTrue();
        assertThat(matches("stage:core", unit)).isTrue();
        assertThat(matches("service:compose", unit)).isFalse();
        assertThat(matches("not:service:compose", unit)).isTrue();
        assertThat(matches("compose", unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nobody-1  | listening", "[INFO] auth", "auth|x", "auth: x", "data-1  | x", "[auth]x", " auth-1 | x",
                "| x", "[] x", "[auth", "auth-1  "
            })
    void whatNamesNoServiceIsNoPrefix(String text) {
        Unit unit = Written.by("compose").unit(text);
        assertThat(matches("service:compose", unit)).isTrue();
        assertThat(matches("service:auth", unit)).isFalse();
    }

    @Test
    void aWordIsFoundAcrossTheCutOfALongLine() {
        byte[] first = ("x".repeat(65_533) + "con").getBytes(UTF_8);
        Unit pieces = Written.by("auth").inPieces(first, "nec".getBytes(UTF_8), "tion refused".getBytes(UTF_8));
        assertThat(matches("connection", pieces)).isTrue();
        assertThat(matches("/xconnection refused$/", pieces)).isTrue();
        assertThat(matches("/^nec/", pieces)).isFalse();
        assertThat(matches("not:connection", pieces)).isFalse();
    }

    @Test
    void aWordIsFoundAcrossAnyCutOfAVeryLongLine() {
        byte[][] pieces = new byte[40][];
        for (int i = 0; i < pieces.length; i++) {
            pieces[i] = (i + "b" + "x".repeat(65_500) + i + "e").getBytes(UTF_8);
        }
        Unit unit = Written.by("auth").inPieces(pieces);
        for (int i = 0; i < 39; i++) {
            assertThat(matches("\"x" + i + "e" + (i + 1) + "bx\"", unit)).as("cut " + i).isTrue();
        }
        assertThat(matches("x39e", unit)).isTrue();
        assertThat(matches("e40b", unit)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/(x+x+)+y/", "/^(([a-z])+.)+[A-Z]([a-z])+$/", "/(.*)*(.*)*[^x]z/"})
    void aRegexThatWouldNeverEndIsStopped(String query) throws QueryException {
        BoundQuery bound = bind(query);
        Unit unit = Written.by("auth").unit("x".repeat(300) + "a".repeat(300) + "!");
        assertThatThrownBy(() -> bound.matches(unit))
                .isInstanceOf(SlowQueryException.class)
                .hasMessageContaining(query)
                .hasMessageContaining("takes too long");
    }

    @Test
    void aRegexThatIsTooDeepForTheStackIsStopped() throws QueryException {
        BoundQuery bound = bind("/(x|y|z)*w/");
        Unit unit = Written.by("auth").unit("x".repeat(60_000));
        assertThatThrownBy(() -> bound.matches(unit)).isInstanceOf(SlowQueryException.class);
    }

    @Test
    void streamsThatCannotMatchAreToldApart() throws QueryException {
        assertThat(mayMatch("stream:stderr", Written.by("auth"))).isFalse();
        assertThat(mayMatch("stream:stderr x", Written.by("auth").to(StreamName.STDERR))).isTrue();
        assertThat(mayMatch("not:stream:stderr", Written.by("auth").to(StreamName.STDERR))).isFalse();
        assertThat(mayMatch("not:(stream:stderr x)", Written.by("auth").to(StreamName.STDERR))).isTrue();
        assertThat(mayMatch("run:2 or stream:stderr", Written.by("auth").inRun(2))).isTrue();
        assertThat(mayMatch("run:2 or stream:stderr", Written.by("auth").inRun(3))).isFalse();
        assertThat(mayMatch("service:auth", Written.by("compose"))).as("a prefix may name it").isTrue();
    }

    private boolean mayMatch(String query, Written by) throws QueryException {
        return bind(query).mayMatch(by.instance(), by.run(), by.stream());
    }

    private boolean matches(String query, Unit unit) {
        try {
            return bind(query).matches(unit);
        } catch (QueryException wrong) {
            throw new AssertionError(wrong.rendering(), wrong);
        }
    }

    private BoundQuery bind(String query) throws QueryException {
        return Query.parse(query, Dialect.PROMPT).bind(scope);
    }
}
