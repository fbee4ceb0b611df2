package dev.brummer.insight.report;

import dev.brummer.insight.error.ErrorBook;
import dev.brummer.insight.error.ErrorSearch;
import dev.brummer.insight.id.IdFinder;
import dev.brummer.insight.kit.Script;
import dev.brummer.insight.name.NameBook;
import dev.brummer.insight.request.RequestTrace;
import dev.brummer.insight.request.TracedRequest;
import dev.brummer.logs.query.BoundQuery;
import dev.brummer.spi.ServiceId;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Results to report. */
final class Reports {
    static final String GUIDE =
            """
            gateway 0 [a1b2c3] POST /api/orders - Start
            auth 12 [auth-service] Validating token for request a1b2c3
            users 57 [user-service] Loading user profile for request a1b2c3
            orders 135 [order-service] Creating order for request a1b2c3
            payments 369 [payment-service] Processing payment for order 12345
            gateway 523 [a1b2c3] POST /api/orders - 201 (523ms)
            """;

    static final String FAILURE =
            """
            gateway 0 [a1b2c3] POST /api/orders - Start
            orders 15 Creating order 12345 for user 42, request a1b2c3
            payments 18 Charging order 12345, see https://provider.example/x.
            payments 1230 ERROR payment for order 12345 failed
            payments 1230 java.lang.IllegalStateException: the provider has refused
            payments 1230 ⇥at shop.Provider.charge(Provider.java:88)
            payments 1230 Caused by: java.net.SocketTimeoutException: Read timed out
            payments 1230 ⇥... 14 more
            orders 1235 WARN order 12345 failed, request a1b2c3
            gateway 1240 [a1b2c3] POST /api/orders - 500 (1240ms)
            users 3000 user 42 asks, request bbbb01
            users 3010 user 42 asks, request bbbb02
            users 3020 user 42 asks, request bbbb03
            users 3030 user 42 asks, request bbbb04
            users 3040 user 42 asks, request bbbb05
            """;

    static final String ERRORS = FAILURE
            + """
            payments 4000 [cccc01] ERROR card 1 declined
            orders 4001 [cccc01] ERROR order failed
            payments 5000 [cccc02] ERROR card 2 declined
            orders 5001 [cccc02] ERROR order failed
            database 99000 FATAL: could not write to file "x": No space left on device
            """;

    private Reports() {}

    static TracedRequest traced(String log, String id) throws IOException {
        return new RequestTrace(Script.of(log), Script.LITERALS, new IdFinder(List.of()), names()).trace(id);
    }

    static ErrorBook errors(String log) throws IOException {
        return new ErrorSearch(Script.of(log), Script.LITERALS, new IdFinder(List.of()), names()).read(BoundQuery.ALL);
    }

    private static NameBook names() {
        return new NameBook(Map.of(new ServiceId("auth"), Set.of(), new ServiceId("users"), Set.of()));
    }
}
