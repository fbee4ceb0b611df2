package dev.brummer.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class InstanceIdTest {
    private static final ServiceId AUTH = new ServiceId("auth");

    @Test
    void isEqualByServiceAndIndex() {
        assertThat(new InstanceId(AUTH, 2))
                .isEqualTo(new InstanceId(new ServiceId("auth"), 2))
                .hasSameHashCodeAs(new InstanceId(new ServiceId("auth"), 2))
                .isNotEqualTo(new InstanceId(AUTH, 1))
                .isNotEqualTo(new InstanceId(new ServiceId("orders"), 2))
                .isNotEqualTo(null)
                .isNotEqualTo("auth-2");
        assertThat(AUTH).isEqualTo(new ServiceId("auth")).isNotEqualTo(new ServiceId("Auth"));
    }

    @Test
    void readsAsItsServiceOrAsACopyOfIt() {
        assertThat(InstanceId.only(AUTH)).hasToString("auth");
        assertThat(new InstanceId(AUTH, 2)).hasToString("auth-2");
    }

    @Test
    void refusesWhatNamesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> new InstanceId(AUTH, -1));
        assertThatIllegalArgumentException().isThrownBy(() -> new ServiceId("-x"));
    }
}
