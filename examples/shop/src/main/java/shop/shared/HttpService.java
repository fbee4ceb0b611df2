package shop.shared;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A service of the shop: an HTTP server on the loopback with what every service has, and what this one adds. */
public final class HttpService {
    private static final int THREADS = 8;
    private static final long DRAIN_MILLIS = 500;

    private final String name;
    private final Settings settings;
    private final Log log;
    private final ServiceProcess process;
    private final Health health;
    private final Counters counters = new Counters();
    private final Traffic traffic = new Traffic();
    private final Router api = new Router();
    private final Router internal = new Router();
    private final ExecutorService workers = Executors.newFixedThreadPool(THREADS);
    private Filter filter = (request, next) -> next.handle(request);
    private HttpServer server;

    private HttpService(String name, ServiceProcess process) {
        this.name = name;
        this.process = process;
        this.settings = process.settings();
        this.log = process.log();
        String environment = settings.text("NODE_ENV", "development");
        this.health = new Health(name, environment);
        log.info("Starting %s for %s", name, environment);
        internal.add("GET", "/health", request -> health.report());
        internal.add("GET", "/live", request -> health.alive());
        internal.add("GET", "/stats", request -> stats());
    }

    /** Runs a service until the process is asked to end. */
    public static void run(String name, Consumer<HttpService> assembly) {
        ServiceProcess.run(name, process -> {
            var service = new HttpService(name, process);
            assembly.accept(service);
            service.listen();
        });
    }

    public Settings settings() {
        return settings;
    }

    public Log log() {
        return log;
    }

    public Counters counters() {
        return counters;
    }

    /** Another service, whose address is in the environment. It counts as a dependency that may be missing. */
    public Peer peer(String peerName, String variable) {
        Duration timeout = settings.duration("PEER_TIMEOUT", Duration.ofSeconds(2));
        var peer = new Peer(peerName, settings.address(variable), timeout, log);
        health.add(peerName, false, peer::isAlive);
        return peer;
    }

    /** The database, opened now and closed at the end. */
    public Database database() {
        var database = process.own(Database.open(settings));
        health.add("database", true, database::isReachable);
        return database;
    }

    /** The message broker, connected now and left at the end. */
    public MessageBus messages() {
        var messages = process.own(MessageBus.connect(name, settings, counters));
        health.add("broker", true, messages::isConnected);
        return messages;
    }

    /** Something else the service can do without for a while. */
    public void dependency(String dependency, BooleanSupplier check) {
        health.add(dependency, false, check);
    }

    /** Adds an address of the service. */
    public void route(String method, String pattern, Handler handler) {
        api.add(method, pattern, handler);
    }

    /** Adds an address for operators: neither filtered nor counted. */
    public void operatorRoute(String method, String pattern, Handler handler) {
        internal.add(method, pattern, handler);
    }

    /** Puts something around every address of the service. */
    public void around(Filter outer) {
        filter = outer;
    }

    private void listen() {
        var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.number("PORT", 0));
        try {
            server = HttpServer.create(address, 0);
        } catch (IOException e) {
            throw new IllegalStateException("cannot listen on port " + address.getPort(), e);
        }
        server.createContext("/", new Endpoint(api, internal, filter, traffic, log));
        server.setExecutor(workers);
        server.start();
        process.own(this::stop);
        Duration period = settings.duration("METRICS_INTERVAL", Duration.ofSeconds(10));
        process.own(new Metrics(name, traffic, period, log)).start();
        log.info("%s listening on http://127.0.0.1:%d", name, server.getAddress().getPort());
    }

    // Requests under way may finish, for half a second at most.
    private void stop() throws InterruptedException {
        if (!traffic.awaitQuiet(DRAIN_MILLIS)) {
            log.warn("%d requests are still under way", traffic.active());
        }
        server.stop(0);
        workers.shutdownNow();
    }

    private Response stats() {
        var body = new LinkedHashMap<String, Object>();
        body.put("service", name);
        body.put("requests", traffic.byStatus());
        body.put("counters", counters.snapshot());
        return Response.ok(body);
    }
}
