package dev.brummer.cli.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import dev.brummer.spi.InstanceId;
import dev.brummer.spi.ServiceId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvironmentLinesTest {
    private static EnvironmentView of(VariableView... variables) {
        return new EnvironmentView(InstanceId.only(new ServiceId("web")), Path.of("/web"), List.of(variables));
    }

    private static VariableView variable(String name, String value) {
        return new VariableView(name, value, false, "the caller");
    }

    @Test
    void whatAShellWouldTakeForItsOwnIsQuoted() {
        var view = of(variable("A", "it's $HOME\n`x`"));
        assertThat(EnvironmentLines.shell(view)).isEqualTo("export A='it'\\''s $HOME\n`x`'\n");
    }

    @Test
    void aFileHasOneLineForEach() {
        var view = of(variable("A", "${B} \\ \"q\""), variable("B", "it's\n$5"));
        assertThat(EnvironmentLines.dotenv(view)).isEqualTo("A='${B} \\ \"q\"'\nB=\"it's\\n\\$5\"\n");
    }

    @Test
    void whatIsMaskedIsNotWrittenAsIfItWereTheValue() {
        var view = of(new VariableView("TOKEN", "***", true, ".env:1"));
        assertThat(EnvironmentLines.shell(view)).isEqualTo("# TOKEN is left out; --reveal shows it\n");
    }

    @Test
    void aNameThatNoShellCouldSetIsLeftOut() {
        assertThat(EnvironmentLines.shell(of(variable("BASH_FUNC_x%%", "() {}")))).startsWith("# ").hasLineCount(1);
    }
}
