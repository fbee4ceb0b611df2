package dev.brummer.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What Tab offers. The editor itself leaves out what does not begin as the word does. */
class ProposalsTest {
    private static final Reports REPORTS = new Reports() {
        @Override
        public String errors() {
            return "";
        }

        @Override
        public String trace(String id) {
            return "";
        }
    };

    private final Names names =
            new Names(() -> List.of("auth", "order-service"), () -> List.of("infra", "core"), List::of, () -> List.of("a1b2c3", "d4e5f6"));
    private final SlashCommands commands =
            SlashCommands.of(new RememberedView(), names, REPORTS, List.of(), Quitting.stopping(() -> true));

    private List<String> offered(String line) {
        return commands.proposals(Typed.of(line)).stream().map(Proposal::text).toList();
    }

    @Test
    void aFirstWordBecomesACommand() {
        assertThat(offered(""))
                .containsExactly("/show", "/hide", "/errors", "/trace", "/clear", "/help", "/quit")
                .isEqualTo(offered("/sh"))
                .isEqualTo(offered("sh"));
    }

    @Test
    void aQueryBeginsWithAKeyOrTheNameOfAService() {
        assertThat(offered("/show "))
                .containsExactly(
                        "service:", "stage:", "level:", "stream:", "id:", "since:", "until:", "run:",
                        "auth", "order-service")
                .isEqualTo(offered("/hide x le"));
    }

    @Test
    void aKeyIsFollowedByWhatThereIs() {
        assertThat(offered("/show service:")).containsExactly("service:auth", "service:order-service");
        assertThat(offered("/show x stage:co")).containsExactly("stage:infra", "stage:core");
        assertThat(offered("/hide level:")).contains("level:error", "level:warn+").hasSize(10);
        assertThat(offered("/hide stream:")).containsExactly("stream:stdout", "stream:stderr");
        assertThat(offered("/show id:")).containsExactly("id:a1b2c3", "id:d4e5f6");
        assertThat(offered("/show since:")).contains("since:mark", "since:5m");
        assertThat(offered("/show run:")).isEmpty();
    }

    @Test
    void whatIsNotMeantIsCompletedToo() {
        assertThat(offered("/show -serv")).contains("-service:", "-auth");
        assertThat(offered("/show not:level:w")).contains("not:level:warn");
    }

    @Test
    void aTraceIsOfferedTheIdsSeenLately() {
        assertThat(offered("/trace ")).containsExactly("a1b2c3", "d4e5f6");
    }

    @Test
    void behindOtherCommandsAndWordsNothingIsOffered() {
        assertThat(offered("/quit ")).isEmpty();
        assertThat(offered("/nonsense ")).isEmpty();
        assertThat(offered("show ")).isEmpty();
    }

    @Test
    void aKeyAloneIsNoWholeWord() {
        assertThat(commands.proposals(Typed.of("/show ")))
                .contains(new Proposal("service:", "lines of this service", false), new Proposal("auth", "", true));
    }
}
