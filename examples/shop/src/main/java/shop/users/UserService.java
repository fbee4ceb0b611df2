package shop.users;

import shop.shared.Database;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;

/** Knows the customers' profiles. */
final class UserService {
    record Profile(long id, String name, String email, String city) {}

    private final Database database;
    private final Log log;

    private UserService(Database database, Log log) {
        this.database = database;
        this.log = log;
    }

    public static void main(String[] args) {
        HttpService.run("users", service -> {
            var users = new UserService(service.database(), service.log());
            service.route("GET", "/users/{id}", users::profile);
        });
    }

    private Response profile(Request request) {
        log.info("Loading user profile for request %s", RequestContext.currentId());
        long id = request.id("id");
        return database.find(
                        "select id, name, email, city from customer where id = ?",
                        row -> new Profile(row.getLong(1), row.getString(2), row.getString(3), row.getString(4)),
                        id)
                .map(Response::ok)
                .orElseThrow(() -> new HttpError(404, "there is no user " + id));
    }
}
