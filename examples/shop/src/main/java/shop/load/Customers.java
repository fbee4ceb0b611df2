package shop.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** A crowd of customers who browse, look at their profile and order. */
final class Customers {
    private static final List<String> EMAILS = List.of(
            "ada@example.com", "grace@example.com", "alan@example.com", "edsger@example.com", "barbara@example.com");
    private static final int PRODUCTS = 5;

    private record Customer(String address, String token) {}

    private final Shop shop;
    private final int count;
    private final List<Customer> customers = new ArrayList<>();
    private final AtomicLong visits = new AtomicLong();

    Customers(Shop shop, int count) {
        this.shop = shop;
        this.count = count;
    }

    void logIn() {
        for (int i = 0; i < count; i++) {
            String address = "192.168.1." + (100 + i);
            customers.add(new Customer(address, shop.logIn(address, EMAILS.get(i % EMAILS.size()))));
        }
    }

    /** Sends so many requests a second, and returns when the last of them was answered. */
    void visit(int perSecond, Duration duration) throws InterruptedException {
        ScheduledExecutorService crowd = Executors.newScheduledThreadPool(count);
        var pending = new ArrayList<Future<?>>();
        long total = duration.toMillis() * perSecond / 1000;
        for (long i = 0; i < total; i++) {
            pending.add(crowd.schedule(this::act, i * 1_000_000 / perSecond, TimeUnit.MICROSECONDS));
        }
        try {
            for (Future<?> visit : pending) {
                visit.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a visit to the shop failed", e.getCause());
        } finally {
            crowd.shutdownNow();
        }
    }

    // Every other visit is an order, so that an outage of the payments shows at once.
    private void act() {
        long visit = visits.getAndIncrement();
        Customer customer = customers.get((int) (visit % customers.size()));
        switch ((int) (visit % 4)) {
            case 0 -> shop.browse(customer.address);
            case 2 -> shop.profile(customer.address, customer.token);
            default -> shop.order(customer.address, customer.token, 1 + visit / 2 % PRODUCTS);
        }
    }
}
