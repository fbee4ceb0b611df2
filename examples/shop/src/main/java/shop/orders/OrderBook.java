package shop.orders;

import java.util.Optional;
import shop.shared.Database;

/** The orders in the database. */
final class OrderBook {
    record Order(long id, long productId, int quantity, long totalCents, String status) {}

    private final Database database;

    OrderBook(Database database) {
        this.database = database;
    }

    long open(long user, long product, int quantity, long totalCents) {
        return database.insert(
                "insert into customer_order (user_id, product_id, quantity, total_cents, status)"
                        + " values (?, ?, ?, ?, 'open')",
                user,
                product,
                quantity,
                totalCents);
    }

    void paid(long order) {
        status(order, "paid");
    }

    void unpaid(long order) {
        status(order, "unpaid");
    }

    Optional<Order> find(long order, long user) {
        return database.find(
                "select id, product_id, quantity, total_cents, status from customer_order where id = ? and user_id = ?",
                row -> new Order(row.getLong(1), row.getLong(2), row.getInt(3), row.getLong(4), row.getString(5)),
                order,
                user);
    }

    private void status(long order, String status) {
        database.update("update customer_order set status = ? where id = ?", status, order);
    }
}
