package shop.gateway;

import java.util.Map;
import shop.shared.Filter;
import shop.shared.Handler;
import shop.shared.Hop;
import shop.shared.Log;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;

/** Logs the start and the end of every request, and between them the way it took through the services. */
final class AccessLog implements Filter {
    private static final Map<String, String> TITLES = Map.of(
            "auth", "Auth Service",
            "users", "User Service",
            "products", "Product Service",
            "orders", "Order Service",
            "payments", "Payment Service");

    private final Log log;
    private final boolean tracing;

    AccessLog(Log log, boolean tracing) {
        this.log = log;
        this.tracing = tracing;
    }

    @Override
    public Response handle(Request request, Handler next) {
        var context = RequestContext.current().orElseThrow();
        long start = System.nanoTime();
        log.info("[%s] %s %s - Start", context.id(), request.method(), request.path());
        Response response = next.handle(request);
        long millis = (System.nanoTime() - start) / 1_000_000;
        if (tracing && !context.hops().isEmpty()) {
            trace(context, millis);
        }
        log.info("[%s] %s %s - %d (%dms)", context.id(), request.method(), request.path(), response.status(), millis);
        return response;
    }

    private void trace(RequestContext context, long millis) {
        String trace = RequestContext.hex(8);
        log.info("[%s] Trace %s", context.id(), trace);
        log.info("[Trace: %s] Start: API Gateway", trace);
        for (Hop hop : context.hops()) {
            String title = TITLES.getOrDefault(hop.service(), hop.service());
            log.info("[Trace: %s] → %s (%dms)", trace, title, hop.millis());
        }
        log.info("[Trace: %s] Complete: %dms total", trace, millis);
    }
}
