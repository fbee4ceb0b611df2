package dev.brummer.insight.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.insight.error.ErrorBook;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorsTextTest {
    @Test
    void causesComeFirstAndTheirConsequencesBelow() throws IOException {
        assertThat(text(80, 3)).isEqualTo("""
                2×  card 1 declined
                    payments · 15:04:09 to 15:04:10 · brum trace cccc02
                    ↳ 2× orders  order failed

                1×  IllegalStateException: the provider has refused ← SocketTimeoutException:
                    Read timed out
                    payments · Provider.java:88 · 15:04:06

                1×  could not write to file "x": No space left on device
                    database · 15:05:44

                … and 3 errors of further kinds
                """);
    }

    @ParameterizedTest
    @ValueSource(ints = {30, 50, 80, 120})
    void noLineIsLongerThanTheTerminalAndPaintChangesNoText(int columns) throws IOException {
        ErrorBook book = Reports.errors(Reports.ERRORS);
        var painted = new ErrorsText(new Angular(), columns, ZoneOffset.UTC, service -> Links.ABSOLUTE);

        assertThat(text(columns, 0).lines()).allMatch(line -> Cells.width(line) <= columns, "within " + columns);
        assertThat(Angular.without(painted.of(book.groups(), 0))).isEqualTo(text(columns, 0));
    }

    @Test
    void thePlaceLeadsToTheFileThatTheTraceNamesInFull() throws IOException {
        ErrorBook book = Reports.errors("""
                orders 0 TypeError: no price
                orders 0 ⇥at price (/srv/shop/routes/pay.js:12:3)
                stock 5 Traceback (most recent call last):
                stock 5   File "/srv/my stock/app.py", line 4, in take
                stock 5 KeyError: 'tea'
                users 9 java.lang.IllegalStateException: who?
                users 9 ⇥at shop.Users.find(Users.java:7)
                """);
        var links = new Links(path -> path.equals("shop/Users.java") ? Optional.of(Path.of("/srv", path)) : Optional.empty());

        assertThat(new ErrorsText(new Angular(), 80, ZoneOffset.UTC, service -> links).of(book.groups(), 0))
                .contains("<file:///srv/shop/routes/pay.js#12|routes/pay.js:12>")
                .contains("<file:///srv/my%20stock/app.py#4|my stock/app.py:4>")
                .contains("<file:///srv/shop/Users.java#7|Users.java:7>");
    }

    @Test
    void nothingIsNothing() {
        var text = new ErrorsText(Paint.NONE, 80, ZoneOffset.UTC, service -> Links.ABSOLUTE);

        assertThat(text.of(List.of(), 0)).isEmpty();
    }

    private static String text(int columns, long untold) throws IOException {
        return new ErrorsText(Paint.NONE, columns, ZoneOffset.UTC, service -> Links.ABSOLUTE)
                .of(Reports.errors(Reports.ERRORS).groups(), untold);
    }
}
