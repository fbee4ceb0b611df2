package shop.load;

import java.time.Duration;
import shop.shared.Log;
import shop.shared.ServiceProcess;
import shop.shared.Settings;

/**
 * Sends traffic through the gateway for a while and prints what came back. In the second quarter of its time the
 * payments fail, and twice a greedy client runs into the rate limit.
 */
final class Load {
    private static final Duration SHORTEST = Duration.ofSeconds(8);

    private Load() {}

    public static void main(String[] args) {
        ServiceProcess.runTask("load", process -> run(process.settings(), process.log()));
    }

    private static void run(Settings settings, Log log) throws InterruptedException {
        var quarter = duration(settings).dividedBy(4);
        var shop = new Shop(settings.address("GATEWAY_URL"), settings.address("PAYMENTS_URL"));
        var customers = new Customers(shop, settings.number("LOAD_CLIENTS", 8));
        int rate = settings.number("LOAD_RATE", 20);
        customers.logIn();

        log.info("Load: customers as usual, %d requests a second", rate);
        customers.visit(rate, quarter);
        log.info("Load: payments fail for %d seconds", quarter.toSeconds());
        shop.failPayments(quarter);
        customers.visit(rate, quarter);
        shop.recoverPayments();
        log.info("Load: payments work again");
        customers.visit(rate, quarter);
        for (int burst = 1; burst <= 2; burst++) {
            log.info("Load: burst %d of a greedy client", burst);
            int sent = shop.burst("192.168.1." + (200 + burst), settings.number("LOAD_BURST_REFUSALS", 20));
            log.info("Load: the burst took %d requests", sent);
            customers.visit(rate, quarter.dividedBy(2));
        }
        shop.tally().print(log);
    }

    private static Duration duration(Settings settings) {
        var duration = Duration.ofSeconds(settings.number("LOAD_SECONDS", 24));
        if (duration.compareTo(SHORTEST) < 0) {
            throw new IllegalArgumentException(
                    "LOAD_SECONDS must be " + SHORTEST.toSeconds() + " or more, for the breaker needs time to close");
        }
        return duration;
    }
}
