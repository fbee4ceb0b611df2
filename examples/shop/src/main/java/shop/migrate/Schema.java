package shop.migrate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import shop.shared.Database;
import shop.shared.Log;

/**
 * The schema and its versions. A migration is a file of statements; the table {@code schema_version} remembers which
 * have run. H2 commits at every change of the schema, so a migration that broke off half-way runs again from its
 * first statement: each statement has to bear that.
 */
final class Schema {
    private static final List<String> MIGRATIONS = List.of("1-people.sql", "2-products.sql", "3-orders.sql");

    private final Database database;
    private final Log log;

    Schema(Database database, Log log) {
        this.database = database;
        this.log = log;
    }

    /** Brings the schema to the newest version and says how many migrations that took. */
    int upgrade() {
        int from = version();
        for (int next = from; next < MIGRATIONS.size(); next++) {
            apply(next + 1, MIGRATIONS.get(next));
        }
        return MIGRATIONS.size() - from;
    }

    private int version() {
        database.update("""
                create table if not exists schema_version (
                    version int primary key,
                    name varchar not null,
                    applied_at timestamp with time zone not null default current_timestamp)""");
        int version = database.find("select max(version) from schema_version", row -> row.getInt(1)).orElse(0);
        if (version > MIGRATIONS.size()) {
            throw new IllegalStateException(
                    "the schema has version " + version + ", but this code knows only " + MIGRATIONS.size());
        }
        log.info("The schema has version %d of %d", version, MIGRATIONS.size());
        return version;
    }

    private void apply(int version, String name) {
        for (String statement : read(name).split(";\\s*\\n")) {
            database.update(statement);
        }
        database.update("insert into schema_version (version, name) values (?, ?)", version, name);
        log.info("Applied migration %s", name);
    }

    private static String read(String name) {
        try (var in = Schema.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("there is no migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the migration " + name, e);
        }
    }
}
