package dev.brummer.core.model;

import static dev.brummer.core.TestServices.project;
import static dev.brummer.core.TestServices.service;
import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.spi.ServiceId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProjectTest {
    private final Project first = project(service("db").stage("infra").port(1), service("web").stage("edge"));

    @Test
    void servicesOfAnotherReadingComeWithTheirStagesAndLeaveTheOthersAsTheyAre() {
        Project later = project(
                service("db").stage("infra").port(2), service("mail").stage("late"),
                service("web").stage("edge").port(3));
        Project both = first.with(Set.of(new ServiceId("mail"), new ServiceId("web")), later);
        assertThat(both.services()).containsOnlyKeys(new ServiceId("db"), new ServiceId("web"), new ServiceId("mail"));
        assertThat(both.service(new ServiceId("db")).ports()).containsExactly(new PortClaim.Fixed(1));
        assertThat(both.service(new ServiceId("web")).ports()).containsExactly(new PortClaim.Fixed(3));
        assertThat(both.stages()).containsEntry(new StageId("edge"), Set.of(new StageId("infra")));
        assertThat(both.stages()).containsEntry(new StageId("late"), Set.of(new StageId("infra")));
    }

    @Test
    void whatComesFromAnotherReadingInheritsWhatItWouldThere() {
        Project now = first.withInherited(Map.of("TOKEN", "now"));
        Project later = project(service("mail"), service("chat")).withInherited(Map.of("TOKEN", "later"));
        Project both = now.with(Set.of(new ServiceId("mail")), later);
        assertThat(both.inheritedBy(new ServiceId("mail"))).containsEntry("TOKEN", "later");
        assertThat(both.inheritedBy(new ServiceId("web"))).containsEntry("TOKEN", "now");
        Project more = both.with(Set.of(new ServiceId("chat")), later.withInherited(Map.of("TOKEN", "last")));
        assertThat(more.inheritedBy(new ServiceId("mail"))).containsEntry("TOKEN", "later");
        assertThat(more.inheritedBy(new ServiceId("chat"))).containsEntry("TOKEN", "last");
        assertThat(more.withInherited(Map.of()).inheritedBy(new ServiceId("chat"))).isEmpty();
    }

    @Test
    void whereNoneComesItIsTheSame() {
        assertThat(first.with(Set.of(), project(service("mail")))).isSameAs(first);
    }
}
