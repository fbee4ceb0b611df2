package shop.payments;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import shop.shared.Database;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;
import shop.shared.Settings;

/** Takes the money for orders, unless it was told to fail. */
final class PaymentService {
    record Charge(long orderId, long amountCents) {}

    private final Database database;
    private final CardProvider provider;
    private final Log log;

    private PaymentService(Database database, CardProvider provider, Log log) {
        this.database = database;
        this.provider = provider;
        this.log = log;
    }

    public static void main(String[] args) {
        HttpService.run("payments", service -> {
            var provider = new CardProvider(InstantSource.system());
            Duration outage = service.settings().duration("PAYMENTS_FAIL_FOR", Duration.ZERO);
            if (!outage.isZero()) {
                provider.failFor(outage);
                service.log().warn("Payments fail for the next %s seconds", outage.toSeconds());
            }
            service.dependency("card_provider", provider::isAvailable);
            var payments = new PaymentService(service.database(), provider, service.log());
            service.route("POST", "/payments", payments::charge);
            service.operatorRoute("POST", "/admin/fail", payments::fail);
            service.operatorRoute("DELETE", "/admin/fail", payments::recover);
        });
    }

    private Response charge(Request request) {
        Charge charge = request.body(Charge.class);
        log.info("Processing payment for order %d", charge.orderId);
        try {
            provider.charge(charge.orderId);
        } catch (CardProvider.UnavailableException e) {
            log.error(e, "Payment for order %d failed for request %s", charge.orderId, RequestContext.currentId());
            return Response.error(503, "the card provider does not answer");
        }
        long payment = database.insert(
                "insert into payment (order_id, amount_cents) values (?, ?)", charge.orderId, charge.amountCents);
        log.info("Took payment %d for request %s", payment, RequestContext.currentId());
        return Response.created(Map.of("paymentId", payment));
    }

    private Response fail(Request request) {
        Duration outage = outage(request.query().getOrDefault("for", "15s"));
        provider.failFor(outage);
        log.warn("Payments fail for the next %d seconds", outage.toSeconds());
        return Response.ok(Map.of("failing", true, "seconds", outage.toSeconds()));
    }

    private Response recover(Request request) {
        provider.recover();
        log.info("Payments work again");
        return Response.ok(Map.of("failing", false));
    }

    private static Duration outage(String text) {
        try {
            return Settings.parseDuration(text);
        } catch (IllegalArgumentException e) {
            throw new HttpError(400, e.getMessage(), e);
        }
    }
}
