package shop.migrate;

import shop.shared.Database;
import shop.shared.ServiceProcess;

/** Runs the migrations that are missing, and ends. */
final class Migrate {
    private Migrate() {}

    public static void main(String[] args) {
        ServiceProcess.runTask("migrate", process -> {
            var database = process.own(Database.open(process.settings()));
            int applied = new Schema(database, process.log()).upgrade();
            process.log().info(applied == 0 ? "The schema is up to date" : "The schema is ready");
        });
    }
}
