package shop.products;

import shop.shared.Database;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;

/** Knows the catalogue, and takes from the stock what was ordered. */
final class ProductService {
    record Product(long id, String name, long priceCents, long stock) {}

    record OrderCreated(long orderId, long productId, int quantity) {}

    private static final String SELECT = "select id, name, price_cents, stock from product ";
    private static final Database.Row<Product> ROW =
            row -> new Product(row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4));

    private final Database database;
    private final Log log;

    private ProductService(Database database, Log log) {
        this.database = database;
        this.log = log;
    }

    public static void main(String[] args) {
        HttpService.run("products", service -> {
            var products = new ProductService(service.database(), service.log());
            service.route("GET", "/products", products::catalogue);
            service.route("GET", "/products/{id}", products::product);
            service.messages().subscribe("order.created", OrderCreated.class, products::takeFromStock);
        });
    }

    private Response catalogue(Request request) {
        log.info("Listing products for request %s", RequestContext.currentId());
        return Response.ok(database.list(SELECT + "order by id", ROW));
    }

    private Response product(Request request) {
        long id = request.id("id");
        log.info("Loading product %d for request %s", id, RequestContext.currentId());
        return database.find(SELECT + "where id = ?", ROW, id)
                .map(Response::ok)
                .orElseThrow(() -> new HttpError(404, "there is no product " + id));
    }

    private void takeFromStock(OrderCreated order) {
        log.info("Received order.created event: %d", order.orderId);
        log.info("Updating inventory for products: %d", order.productId);
        database.update("update product set stock = stock - ? where id = ?", order.quantity, order.productId);
    }
}
