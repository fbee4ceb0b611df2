package dev.brummer.discovery.draft;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.config.source.SourceFile;
import dev.brummer.config.source.Span;
import dev.brummer.config.yaml.Scalar;
import dev.brummer.discovery.sketch.ServiceSketch;
import dev.brummer.discovery.sketch.Sketch;
import dev.brummer.spi.ServiceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StageProposalTest {
    private static final SourceFile FILE = new SourceFile("package.json", "");
    private static final Span AT = FILE.span(0, 0);

    private static ServiceSketch service(String name, String... waitsFor) {
        ServiceSketch service = ServiceSketch.named(new ServiceId(name), AT).running("npm run " + name, AT, "");
        return waitsFor.length == 0 ? service : service.with("depends_on", List.of(waitsFor), AT, "");
    }

    private static ServiceSketch task(ServiceSketch service) {
        return service.with("type", "task", AT, "");
    }

    /** The stage of each service, in the order of the services; {@code -} where it is in none. */
    private static Map<String, String> stages(ServiceSketch... services) {
        Map<String, String> stages = new LinkedHashMap<>();
        for (ServiceSketch service : StageProposal.of(Sketch.of(FILE, List.of(services))).services()) {
            stages.put(service.id().name(), service.key("stage")
                    .map(said -> ((Scalar) said.value()).text())
                    .orElse("-"));
        }
        return stages;
    }

    @Test
    void namesSayWhatIsBuiltUponAndWhatLetsTheWorldIn() {
        assertThat(stages(service("api-gateway"), service("orders"), service("auth-service"), service("postgres")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "postgres", "infra", "auth-service", "core", "orders", "services", "api-gateway", "gateway"));
    }

    @Test
    void onlyStagesThatAreUsedAreThere() {
        Sketch staged = StageProposal.of(Sketch.of(FILE, List.of(service("redis"), service("web"), service("worker"))));
        assertThat(staged.stages()).containsExactly("infra", "services");
    }

    @Test
    void nobodyIsInAnEarlierStageThanWhatItWaitsFor() {
        assertThat(stages(service("auth", "billing"), service("billing"), service("db"), service("proxy", "auth")))
                .containsEntry("auth", "services")
                .containsEntry("proxy", "gateway");
    }

    @Test
    void aGatewayThatOthersWaitForIsAServiceLikeOthers() {
        assertThat(stages(service("gateway"), service("web", "gateway"), service("db"))).containsEntry("gateway", "services");
    }

    @Test
    void aServerByNameThatWaitsForAServiceIsNone() {
        assertThat(stages(service("message-queue", "web"), service("web"), service("redis")))
                .containsEntry("message-queue", "services")
                .containsEntry("redis", "infra");
    }

    @Test
    void whatPreparesServersBelongsToThem() {
        assertThat(stages(task(service("migrate", "db")), service("db"), service("web", "migrate"), task(service("seed", "web"))))
                .containsEntry("migrate", "infra")
                .containsEntry("seed", "services");
    }

    @Test
    void whatRunsContainersInTheBackgroundIsInfra() {
        ServiceSketch containers = task(ServiceSketch.named(new ServiceId("things"), AT)
                .running("docker compose -f dev.yml up -d", AT, ""));
        assertThat(stages(containers, service("web"), service("worker"))).containsEntry("things", "infra");
    }

    @Test
    void aFewServicesOfOneKindOrStagesThatAreSaidGetNone() {
        assertThat(stages(service("db"), service("web")).values()).containsOnly("-");
        assertThat(stages(service("a"), service("b"), service("c")).values()).containsOnly("-");
        ServiceSketch staged = service("db").with("stage", "mine", AT, "");
        assertThat(stages(staged, service("web"), service("worker"))).containsEntry("web", "-").containsEntry("db", "mine");
    }

    @Test
    void whatIsStartedByNameAloneIsInNone() {
        ServiceSketch byHand = service("studio").with("profiles", List.of("manual"), AT, "");
        assertThat(stages(byHand, service("db"), service("web"), service("worker")))
                .containsEntry("studio", "-")
                .containsEntry("db", "infra");
    }
}
