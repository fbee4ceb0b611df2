package shop.orders;

import jakarta.jms.JMSException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import shop.shared.CircuitBreaker;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.MessageBus;
import shop.shared.Peer;
import shop.shared.PeerException;
import shop.shared.Reply;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;

/** Takes orders: asks users and products, has payments charge for it, and tells everybody who wants to know. */
final class OrderService {
    record NewOrder(long productId, int quantity) {}

    record Customer(long id, String email) {}

    record Product(long id, long priceCents, long stock) {}

    private record OrderCreated(long orderId, long userId, String email, long productId, int quantity) {}

    private final Peer users;
    private final Peer products;
    private final Payments payments;
    private final OrderBook book;
    private final MessageBus messages;
    private final Log log;

    private OrderService(HttpService service, Peer users, Peer products, Payments payments) {
        this.users = users;
        this.products = products;
        this.payments = payments;
        this.book = new OrderBook(service.database());
        this.messages = service.messages();
        this.log = service.log();
        service.counters().declare("messages_published");
    }

    public static void main(String[] args) {
        HttpService.run("orders", service -> {
            var settings = service.settings();
            var breaker = new CircuitBreaker(
                    settings.number("BREAKER_FAILURES", 3),
                    settings.duration("BREAKER_COOLDOWN", Duration.ofSeconds(3)),
                    InstantSource.system(),
                    new BreakerLog(service.log(), service.counters()));
            var payments = new Payments(service.peer("payments", "PAYMENTS_URL"), breaker);
            var users = service.peer("users", "USERS_URL");
            var products = service.peer("products", "PRODUCTS_URL");
            service.dependency("payments_circuit", breaker::isClosed);
            var orders = new OrderService(service, users, products, payments);
            service.route("POST", "/orders", orders::create);
            service.route("GET", "/orders/{id}", orders::show);
        });
    }

    private Response create(Request request) {
        String id = RequestContext.currentId();
        log.info("Creating order for request %s", id);
        NewOrder wanted = request.body(NewOrder.class);
        Customer customer = found(users, "/users/" + user(request)).as(Customer.class);
        Product product = found(products, "/products/" + wanted.productId).as(Product.class);
        if (wanted.quantity < 1 || wanted.quantity > product.stock) {
            throw new HttpError(409, "between 1 and " + product.stock + " of these can be ordered");
        }
        long total = product.priceCents * wanted.quantity;
        long order = book.open(customer.id, product.id, wanted.quantity, total);
        log.info("Order %d belongs to request %s", order, id);
        return pay(new OrderCreated(order, customer.id, customer.email, product.id, wanted.quantity), total);
    }

    private Response pay(OrderCreated order, long total) {
        try {
            payments.charge(order.orderId, total);
        } catch (CircuitBreaker.OpenException e) {
            book.unpaid(order.orderId);
            log.warn("Order %d not paid: payments are not asked at the moment", order.orderId);
            return Response.error(503, "payments are not available").with("Retry-After", seconds(e.retryAfter()));
        } catch (PeerException e) {
            book.unpaid(order.orderId);
            log.error(e, "Order %d not paid for request %s", order.orderId, RequestContext.currentId());
            return Response.error(502, "the payment failed");
        }
        book.paid(order.orderId);
        publish(order);
        return Response.created(Map.of("orderId", order.orderId, "status", "paid", "totalCents", total));
    }

    // The order is paid: that it could not be announced is for the operator to see, not for the customer.
    private void publish(OrderCreated order) {
        log.info("Publishing order.created event: %d", order.orderId);
        try {
            messages.publish("order.created", order);
        } catch (JMSException e) {
            log.error(e, "Order %d was not announced", order.orderId);
        }
    }

    private Response show(Request request) {
        long id = request.id("id");
        log.info("Loading order %d for request %s", id, RequestContext.currentId());
        return book.find(id, user(request))
                .map(Response::ok)
                .orElseThrow(() -> new HttpError(404, "there is no order " + id + " of yours"));
    }

    private static Reply found(Peer peer, String path) {
        var reply = peer.get(path).orThrow();
        if (!reply.succeeded()) {
            throw new HttpError(422, peer.name() + " does not know " + path);
        }
        return reply;
    }

    private static long user(Request request) {
        return request.header("X-User-Id")
                .map(Long::valueOf)
                .orElseThrow(() -> new HttpError(401, "orders belong to somebody"));
    }

    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.plusMillis(999).toSeconds()));
    }
}
