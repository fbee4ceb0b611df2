package dev.brummer.insight.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutePathTest {
    @ParameterizedTest
    @CsvSource({
        "/api/orders/12345, /api/orders/:id",
        "/api/orders/12345/, /api/orders/:id/",
        "/api/orders/12345/items/7, /api/orders/:id/items/:id",
        "/api/orders?full=1, /api/orders",
        "/api/orders/1?full=1&next=/a/b, /api/orders/:id",
        "/users/9f1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9, /users/:id",
        "/traces/5f3a2b1c, /traces/:id",
        "/orders/ORD-12345, /orders/:id",
        "/customers/cus_9s6XKzkNRiz8i3, /customers/:id",
        "/videos/01ARZ3NDEKTSV4RRFFQ69G5FAV, /videos/:id",
        "/assets/index-4f3a2b1c.js, /assets/:id",
        "/reports/2026-11-22, /reports/:id",
        "/users/ann@example.com, /users/:id",
        "/page;jsessionid=1A2B3C, /page",
    })
    void whatDiffersFromRequestToRequestIsFolded(String path, String route) {
        assertThat(RoutePath.of(path)).isEqualTo(route);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/api/v1/orders", "/oauth2/token", "/.well-known/jwks.json", "/facade/decade", "/area-51",
                "/s3/upload", "/base64encode", "/product-catalog-v2", "*", "/health/", "/api//orders", "/index.html"
            })
    void wordsStay(String path) {
        assertThat(RoutePath.of(path)).isEqualTo(path);
    }

    @Test
    void whatNobodyReadsIsCut() {
        assertThat(RoutePath.of("/" + "x".repeat(100))).isEqualTo("/:id");
        assertThat(RoutePath.of("/ab".repeat(5000))).hasSize(201).endsWith("…");
    }
}
