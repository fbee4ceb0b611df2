package dev.brummer.cli;

import dev.brummer.cli.capsule.CapsuleFile;
import dev.brummer.cli.capsule.CapsuleFolder;
import dev.brummer.cli.capsule.NoCapsuleException;
import dev.brummer.cli.capsule.Part;
import dev.brummer.config.view.JsonText;
import dev.brummer.core.text.Printable;
import dev.brummer.insight.report.Figures;
import dev.brummer.insight.report.Page;
import dev.brummer.insight.report.Paint;
import dev.brummer.insight.report.Sheet;
import dev.brummer.insight.report.Table;
import dev.brummer.insight.report.Table.Cell;
import dev.brummer.insight.report.Table.Column;
import dev.brummer.insight.report.TraceText;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.cli.Options;

/** {@code brum capsule}: what was kept of tests that failed, here or elsewhere. */
final class CapsuleCommand implements Command {
    static final List<String> WORDS = List.of("list", "show");
    static final Verb VERB = new Verb(
            "capsule",
            "[show [FILE [PART]]]",
            "list what was kept of tests that failed, or print it",
            CapsuleCommand::options,
            Verb.Overrides.NONE,
            Verb.Operands.PLAIN,
            CapsuleCommand.class);

    private final Histories histories;
    private final Terminal terminal;

    @Inject
    CapsuleCommand(Histories histories, Terminal terminal) {
        this.histories = histories;
        this.terminal = terminal;
    }

    private static Options options() {
        return new Options()
                .addOption(GlobalOptions.option(null, "output", "FORMAT", "of the list: text, or json: one array"));
    }

    @Override
    public ExitCode run(Invocation invocation) throws UsageException {
        List<String> words = invocation.typed().getArgList();
        CapsuleFolder folder = CapsuleFolder.in(histories.own());
        try {
            return switch (words.isEmpty() ? "list" : words.getFirst()) {
                case "list" -> list(folder, Answering.json(invocation));
                case "show" -> show(folder, words.subList(1, words.size()), invocation);
                default ->
                    throw new UsageException("capsule takes list or show, not '" + words.getFirst() + "'");
            };
        } catch (NoCapsuleException e) {
            throw new UsageException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UsageException("capsules cannot be read: " + e.getMessage(), e);
        }
    }

    private ExitCode list(CapsuleFolder folder, boolean json) throws IOException {
        Map<CapsuleFile, String> headlines = new LinkedHashMap<>();
        for (CapsuleFile file : folder.all()) {
            headlines.put(file, headline(file));
        }
        if (json) {
            terminal.print(JsonText.write(headlines.entrySet().stream()
                    .map(each -> Map.of("file", each.getKey().path().toString(), "outcome", each.getValue()))
                    .toList()));
        } else if (headlines.isEmpty()) {
            terminal.complain("brum: no test has failed here yet: there are no capsules in " + folder.path());
        } else {
            terminal.print(table(headlines));
        }
        return ExitCode.OK;
    }

    private static String headline(CapsuleFile file) throws IOException {
        try {
            return Printable.of(file.headline());
        } catch (NoCapsuleException e) {
            return "not readable: " + e.getMessage();
        }
    }

    private String table(Map<CapsuleFile, String> headlines) throws IOException {
        Sheet sheet =
                new Page(Paint.NONE, Math.min(terminal.columns(), TraceText.UNBOUNDED), ZoneId.systemDefault()).sheet();
        var table = new Table(Column.whole("CAPSULE", 0), Column.number("SIZE", 2), Column.words("OUTCOME", 0, 16));
        for (Map.Entry<CapsuleFile, String> each : headlines.entrySet()) {
            table.row(
                    Cell.of(String.valueOf(each.getKey().path().getFileName())),
                    Cell.of(Figures.bytes(Files.size(each.getKey().path()))),
                    Cell.of(each.getValue()));
        }
        table.addTo(sheet);
        return sheet.toString();
    }

    private ExitCode show(CapsuleFolder folder, List<String> words, Invocation invocation)
            throws UsageException, NoCapsuleException, IOException {
        if (words.size() > 2) {
            throw new UsageException("capsule show takes a file and a part of it");
        }
        if (invocation.typed().hasOption("output")) {
            throw new UsageException("capsule show takes no --output; 'capsule show FILE outcome.json' prints JSON");
        }
        CapsuleFile file = words.isEmpty() ? folder.newest() : folder.meant(words.getFirst());
        Part part = words.size() < 2 ? Part.REPORT : part(words.get(1));
        String text = file.text(part);
        // It may come from anywhere, and a terminal acts on more than letters.
        terminal.print(text.lines().map(line -> printable(line) + "\n").collect(Collectors.joining()));
        if (words.size() < 2) {
            String more = "'" + invocation.line() + "capsule show " + file.path().getFileName() + " ";
            terminal.complain("\nbrum: " + more + Part.LOG.file() + "' prints the last lines of every service, and "
                    + more + Part.README.file() + "' lists what else is in it");
        }
        return ExitCode.OK;
    }

    private static String printable(String line) {
        return Arrays.stream(line.split("\t", -1)).map(Printable::of).collect(Collectors.joining("\t"));
    }

    private static Part part(String word) throws UsageException {
        return Part.called(word).orElseThrow(() -> new UsageException("a capsule has no part '" + word + "'; it has "
                + Arrays.stream(Part.values()).map(Part::file).collect(Collectors.joining(", "))));
    }
}
