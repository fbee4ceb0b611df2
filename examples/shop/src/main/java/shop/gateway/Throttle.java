package shop.gateway;

import shop.shared.Counters;
import shop.shared.Filter;
import shop.shared.Handler;
import shop.shared.Log;
import shop.shared.RateLimiter;
import shop.shared.Request;
import shop.shared.Response;

/** Answers 429 to a client that asks too often. */
final class Throttle implements Filter {
    private final RateLimiter limiter;
    private final Log log;
    private final Counters counters;

    Throttle(RateLimiter limiter, Log log, Counters counters) {
        this.limiter = limiter;
        this.log = log;
        this.counters = counters;
        counters.declare("rate_limit_reached", "rate_limited");
    }

    @Override
    public Response handle(Request request, Handler next) {
        String client = client(request);
        var verdict = limiter.ask(client);
        if (!verdict.allowed()) {
            return refuse(client, verdict);
        }
        if (verdict.worthTelling()) {
            tell(client, verdict);
        }
        return next.handle(request);
    }

    private void tell(String client, RateLimiter.Verdict verdict) {
        if (verdict.exhausted()) {
            counters.count("rate_limit_reached");
        }
        String remark = verdict.exhausted() ? " (limit reached)" : "";
        log.info("[Rate Limit] Client %s - %d/%d requests%s", client, verdict.used(), verdict.limit(), remark);
    }

    private Response refuse(String client, RateLimiter.Verdict verdict) {
        counters.count("rate_limited");
        log.info("[Rate Limit] Client %s - Request blocked (429)", client);
        long seconds = Math.max(1, verdict.windowLeft().plusMillis(999).toSeconds());
        return Response.error(429, "too many requests, please wait").with("Retry-After", Long.toString(seconds));
    }

    // The gateway listens on the loopback only, so whoever sets this header is on this machine.
    private static String client(Request request) {
        return request.header("X-Forwarded-For")
                .map(header -> header.split(",", 2)[0].trim())
                .orElse(request.remoteAddress());
    }
}
