import java.io.IOException;

/** The least that a JVM can do to start a program: what every supervisor on it has to be measured by. */
final class BareJvm {
    private BareJvm() {}

    public static void main(String[] command) throws IOException, InterruptedException {
        System.exit(new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
