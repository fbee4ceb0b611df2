package shop.shared;

import java.util.ArrayDeque;
import java.util.Deque;

/** The life of one of the shop's processes: start, or say why not; on SIGTERM give back what it holds, last first. */
public final class ServiceProcess {
    /** What a process does after its log and its settings are there. */
    @FunctionalInterface
    public interface Body {
        void run(ServiceProcess process) throws Exception;
    }

    private final String name;
    private final Settings settings = Settings.fromEnvironment();
    private final Log log;
    private final Deque<AutoCloseable> owned = new ArrayDeque<>();

    private ServiceProcess(String name) {
        this.name = name;
        this.log = Log.of(name, settings);
    }

    /** Starts a process that stays until it is asked to end. */
    public static void run(String name, Body body) {
        var process = new ServiceProcess(name);
        Runtime.getRuntime().addShutdownHook(new Thread(process::stop, "shutdown"));
        process.execute(body);
    }

    /** Starts a process that ends by itself: with 0, or with 1 and the reason. */
    public static void runTask(String name, Body body) {
        var process = new ServiceProcess(name);
        process.execute(body);
        process.release();
    }

    public Settings settings() {
        return settings;
    }

    public Log log() {
        return log;
    }

    /** Closes this when the process ends. */
    public synchronized <T extends AutoCloseable> T own(T resource) {
        owned.push(resource);
        return resource;
    }

    private void execute(Body body) {
        try {
            body.run(this);
        } catch (Exception e) {
            log.error(e, "%s cannot go on", name);
            // Threads of the broker client would keep a process alive that never became a service.
            System.exit(1);
        }
    }

    private void stop() {
        log.info("Shutting down gracefully...");
        release();
        log.info("%s stopped", name);
    }

    private synchronized void release() {
        while (!owned.isEmpty()) {
            AutoCloseable resource = owned.pop();
            try {
                resource.close();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (Exception e) {
                log.error(e, "%s did not close", resource.getClass().getSimpleName());
            }
        }
    }
}
