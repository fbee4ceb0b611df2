package dev.brummer.cli.board;

import dev.brummer.api.EnvironmentView;
import dev.brummer.api.VariableView;
import java.util.function.UnaryOperator;

/** An environment as lines for programs. What is masked is a comment: its value would be taken for the real one. */
public final class EnvironmentLines {
    private EnvironmentLines() {}

    /** As {@code env_file} takes it. */
    public static String dotenv(EnvironmentView environment) {
        return lines(environment, "", EnvironmentLines::inFile);
    }

    /** As a POSIX shell takes it. */
    public static String shell(EnvironmentView environment) {
        return lines(environment, "export ", value -> "'" + value.replace("'", "'\\''") + "'");
    }

    private static String lines(EnvironmentView environment, String before, UnaryOperator<String> quoted) {
        StringBuilder lines = new StringBuilder();
        for (VariableView variable : environment.variables()) {
            if (!isName(variable.name())) {
                lines.append("# '").append(variable.name().replace('\n', ' ')).append("' cannot be written here\n");
            } else if (variable.masked()) {
                lines.append("# ").append(variable.name()).append(" is left out; --reveal shows it\n");
            } else {
                lines.append(before).append(variable.name()).append('=').append(quoted.apply(variable.value())).append('\n');
            }
        }
        return lines.toString();
    }

    private static boolean isName(String name) {
        return name.matches("[A-Za-z_][A-Za-z0-9_]*");
    }

    /** In single quotes nothing means anything but itself; they cannot hold their own kind. */
    private static String inFile(String value) {
        if (value.indexOf('\'') < 0 && value.indexOf('\n') < 0 && value.indexOf('\r') < 0) {
            return "'" + value + "'";
        }
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("$", "\\$")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
        return "\"" + escaped + "\"";
    }
}
