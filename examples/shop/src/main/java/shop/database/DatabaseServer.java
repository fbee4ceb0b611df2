package shop.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.h2.tools.Server;
import shop.shared.ServiceProcess;
import shop.shared.Settings;

/** Serves one H2 database over TCP, on the loopback only. */
final class DatabaseServer implements AutoCloseable {
    private final Connection keeper;
    private final Server server;

    private DatabaseServer(Connection keeper, Server server) {
        this.keeper = keeper;
        this.server = server;
    }

    public static void main(String[] args) {
        // H2 reads this when its classes load, and would listen on every interface without it.
        System.setProperty("h2.bindAddress", "127.0.0.1");
        ServiceProcess.run("database", process -> {
            var database = process.own(open(process.settings()));
            process.log().info("database listening on tcp://127.0.0.1:%d", database.server.getPort());
        });
    }

    // The database is created and held open here, so that clients find it ready and may not create others.
    private static DatabaseServer open(Settings settings) throws SQLException {
        Path folder = Path.of(settings.text("DATABASE_DIR", "data")).toAbsolutePath();
        String address = "jdbc:h2:file:" + folder.resolve("shop") + ";DB_CLOSE_ON_EXIT=FALSE";
        Connection keeper = DriverManager.getConnection(
                address, settings.text("DATABASE_USER", "shop"), settings.text("DATABASE_PASSWORD", "shop"));
        Server server = Server.createTcpServer("-tcpPort", settings.required("PORT"), "-baseDir", folder.toString());
        return new DatabaseServer(keeper, server.start());
    }

    @Override
    public void close() throws SQLException {
        server.stop();
        try (keeper;
                Statement statement = keeper.createStatement()) {
            statement.execute("SHUTDOWN");
        }
    }
}
