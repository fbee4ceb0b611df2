package shop.notifications;

import java.nio.file.Path;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.RequestContext;

/** Writes to the people whose orders came through. */
final class NotificationService {
    record OrderCreated(long orderId, String email) {}

    private final Outbox outbox;
    private final Log log;

    private NotificationService(Outbox outbox, Log log) {
        this.outbox = outbox;
        this.log = log;
    }

    public static void main(String[] args) {
        HttpService.run("notifications", service -> {
            var outbox = new Outbox(Path.of(service.settings().text("MAIL_OUTBOX", "data/outbox.txt")));
            service.counters().declare("messages_received", "mails_sent");
            var notifications = new NotificationService(outbox, service.log());
            service.messages().subscribe("order.created", OrderCreated.class, order -> {
                notifications.confirm(order);
                service.counters().count("mails_sent");
            });
        });
    }

    private void confirm(OrderCreated order) {
        log.info("Received order.created event: %d", order.orderId);
        log.info("Sending order confirmation email to %s", order.email);
        outbox.send(order.email, "Thank you for your order " + order.orderId + ".");
        log.info("Confirmed order %d for request %s", order.orderId, RequestContext.currentId());
    }
}
