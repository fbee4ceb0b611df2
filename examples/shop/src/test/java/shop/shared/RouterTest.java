package shop.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router router = new Router();

    @BeforeEach
    void routes() {
        router.add("GET", "/orders/{id}", request -> Response.ok("order " + request.id("id")));
        router.add("POST", "/orders", request -> Response.created("new"));
    }

    @Test
    void findsAHandlerAndTheVariablesOfThePath() {
        assertEquals("order 7", router.dispatch(request("GET", "/orders/7")).body());
    }

    @Test
    void refusesWhatIsNoNumberWhereANumberBelongs() {
        assertEquals(400, refusal("GET", "/orders/seven"));
    }

    @Test
    void tellsAnUnknownPathFromAMethodItDoesNotTake() {
        assertEquals(404, refusal("GET", "/orders/7/lines"));
        assertEquals(405, refusal("DELETE", "/orders"));
    }

    private int refusal(String method, String path) {
        return assertThrows(HttpError.class, () -> router.dispatch(request(method, path)))
                .status();
    }

    private static Request request(String method, String path) {
        return new Request(method, path, Map.of(), Map.of(), name -> Optional.empty(), "127.0.0.1", new byte[0]);
    }
}
