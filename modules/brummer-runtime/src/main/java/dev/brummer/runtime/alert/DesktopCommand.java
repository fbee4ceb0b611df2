package dev.brummer.runtime.alert;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What shows a notification on the desktop of this machine. */
public final class DesktopCommand {
    private static final List<String> SESSION = List.of("DBUS_SESSION_BUS_ADDRESS", "WAYLAND_DISPLAY", "DISPLAY");
    private static final String SCRIPT = "display notification (item 2 of argv) with title (item 1 of argv)";

    private final boolean mac;

    /** @param system what this system calls itself */
    public DesktopCommand(String system) {
        this.mac = system.startsWith("Mac");
    }

    /** The program and its arguments. */
    public List<String> words(String title, AlertNews news) {
        return mac
                ? List.of("osascript", "-e", "on run argv", "-e", SCRIPT, "-e", "end run", title, news.line())
                : List.of(
                        "notify-send", "--app-name=brum", "--urgency=" + (news.isOver() ? "low" : "critical"), "--",
                        title, news.line());
    }

    /** Why there is no desktop, in words that follow "because"; empty where there may be one. */
    public Optional<String> missing(Map<String, String> environment) {
        boolean session = mac || SESSION.stream().anyMatch(name -> !environment.getOrDefault(name, "").isEmpty());
        return session ? Optional.empty() : Optional.of("there is no desktop session here");
    }
}
