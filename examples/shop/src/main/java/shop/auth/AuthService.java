package shop.auth;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import shop.shared.Database;
import shop.shared.HttpError;
import shop.shared.HttpService;
import shop.shared.Log;
import shop.shared.Request;
import shop.shared.RequestContext;
import shop.shared.Response;

/** Logs people in, and tells the gateway whose token it holds. */
final class AuthService {
    record Login(String email, String password) {}

    record Presented(String token) {}

    private record Account(long userId, byte[] salt, byte[] passwordHash) {}

    private final Database database;
    private final Tokens tokens;
    private final Log log;

    private AuthService(Database database, Tokens tokens, Log log) {
        this.database = database;
        this.tokens = tokens;
        this.log = log;
    }

    public static void main(String[] args) {
        HttpService.run("auth", service -> {
            var settings = service.settings();
            var tokens = new Tokens(
                    settings.required("AUTH_SECRET"),
                    settings.duration("TOKEN_LIFETIME", Duration.ofMinutes(60)),
                    InstantSource.system());
            var auth = new AuthService(service.database(), tokens, service.log());
            service.route("POST", "/login", auth::login);
            service.route("POST", "/validate", auth::validate);
        });
    }

    private Response login(Request request) {
        Login login = request.body(Login.class);
        if (login.email == null || login.password == null) {
            throw new HttpError(400, "a login has an email and a password");
        }
        return account(login.email)
                .filter(account -> Passwords.matches(login.password, account.salt, account.passwordHash))
                .map(account -> granted(login, account))
                .orElseGet(() -> refused(login));
    }

    private Optional<Account> account(String email) {
        return database.find(
                "select user_id, salt, password_hash from account where email = ?",
                row -> new Account(row.getLong(1), row.getBytes(2), row.getBytes(3)),
                email);
    }

    private Response granted(Login login, Account account) {
        log.info("Logged in %s for request %s", login.email, RequestContext.currentId());
        return Response.ok(Map.of("token", tokens.issue(account.userId), "userId", account.userId));
    }

    private Response refused(Login login) {
        log.warn("Refused login of %s for request %s", login.email, RequestContext.currentId());
        return Response.error(401, "email or password is wrong");
    }

    private Response validate(Request request) {
        log.info("Validating token for request %s", RequestContext.currentId());
        return tokens.userOf(request.body(Presented.class).token())
                .map(user -> Response.ok(Map.of("userId", user)))
                .orElseThrow(() -> new HttpError(401, "the token is not valid, or not any more"));
    }
}
