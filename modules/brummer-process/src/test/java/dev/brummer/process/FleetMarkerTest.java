package dev.brummer.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FleetMarkerTest {
    private final FleetMarker marker = FleetMarker.fresh();

    @Test
    void everyFleetHasItsOwn() {
        assertThat(marker).isNotEqualTo(FleetMarker.fresh());
    }

    @Test
    void aVariableIsAValidNameWhateverTheInstanceIsCalled() {
        assertThat(marker.variable("auth-service.v2-1", 7)).matches("BRUM_RUN_[0-9a-f]{16}_[0-9a-f]+_7");
    }

    @Test
    void runsAndInstancesAreToldApart() {
        assertThat(marker.variable("a", 1)).isNotEqualTo(marker.variable("a", 2)).isNotEqualTo(marker.variable("b", 1));
    }
}
