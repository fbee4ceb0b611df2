package shop.shared;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The shop's database through a pool of one connection, which is opened anew where the old one was lost. */
public final class Database implements AutoCloseable {
    private static final int PING_SECONDS = 1;

    /** Makes a value of the current row. */
    @FunctionalInterface
    public interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** A statement or the connection failed. */
    public static final class Failure extends RuntimeException {
        private static final long serialVersionUID = 1;

        Failure(String message, SQLException cause) {
            super(message, cause);
        }
    }

    @FunctionalInterface
    private interface Work<T> {
        T with(PreparedStatement statement) throws SQLException;
    }

    private final String address;
    private final String user;
    private final String password;
    private Connection connection;

    private Database(Settings settings) {
        this.address = settings.required("DATABASE_URL");
        this.user = settings.text("DATABASE_USER", "shop");
        this.password = settings.text("DATABASE_PASSWORD", "shop");
    }

    /** Connects at once, so that a service without its database does not start. */
    public static Database open(Settings settings) {
        var database = new Database(settings);
        database.connect();
        return database;
    }

    /** The row of a query that finds one at most. */
    public <T> Optional<T> find(String sql, Row<T> row, Object... values) {
        return list(sql, row, values).stream().findFirst();
    }

    /** The rows of a query. */
    public <T> List<T> list(String sql, Row<T> row, Object... values) {
        return work(sql, values, statement -> {
            var found = new ArrayList<T>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(row.read(rows));
                }
            }
            return found;
        });
    }

    /** Changes rows and says how many. */
    public int update(String sql, Object... values) {
        return work(sql, values, PreparedStatement::executeUpdate);
    }

    /** Adds a row and returns the id it got. */
    public long insert(String sql, Object... values) {
        return work(sql, values, statement -> {
            statement.executeUpdate();
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        });
    }

    synchronized boolean isReachable() {
        try {
            connect();
            return true;
        } catch (Failure e) {
            return false;
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        connection.close();
    }

    private synchronized <T> T work(String sql, Object[] values, Work<T> work) {
        connect();
        try (var statement = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return work.with(statement);
        } catch (SQLException e) {
            throw new Failure("the database refused: " + sql, e);
        }
    }

    private synchronized void connect() {
        try {
            if (connection == null || !connection.isValid(PING_SECONDS)) {
                connection = DriverManager.getConnection(address, user, password);
            }
        } catch (SQLException e) {
            throw new Failure("cannot connect to " + address, e);
        }
    }
}
