package dev.brummer.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ApiPageTest {
    private static final Path PAGE = Path.of("../../docs/api.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### `((?:GET|POST) /\\S+)`$");
    private static final Pattern WITH_EXAMPLE =
            Pattern.compile("(?m)^### `((?:GET|POST) /\\S+)`$(?:(?!^#)[\\s\\S])*?^```http$");

    @Test
    void thePageHasEveryResourceWithAnExampleAndNoOther() throws IOException {
        String page = Files.readString(PAGE);
        List<String> there = Resources.all().stream().map(each -> each.method() + " " + each.path()).toList();
        assertThat(found(SECTION, page))
                .as("The sections of docs/api.md are the resources. Give a new one a section as the others have: a line "
                        + "### `GET /v1/…`, what it is for, a request in a block ```http, and the answer in ```json "
                        + "(```json 404 where that is its status). ApiPageIT of brummer-it replays it.")
                .containsExactlyInAnyOrderElementsOf(there);
        assertThat(found(WITH_EXAMPLE, page)).as("sections with an example").containsExactlyInAnyOrderElementsOf(there);
    }

    private static List<String> found(Pattern pattern, String page) {
        return pattern.matcher(page).results().map(each -> each.group(1)).toList();
    }
}
