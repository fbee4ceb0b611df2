package dev.brummer.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.brummer.cli.CommandLines.Meaning;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLinesTest {
    private static Meaning read(String line) throws UsageException {
        List<String> words = line.isEmpty() ? List.of() : List.of(line.split(" "));
        return new CommandLines(Verb.ALL).read(words, Path.of("/home/me"), "brum 1.2.3");
    }

    private static Meaning.Run run(String line) throws UsageException {
        return (Meaning.Run) read(line);
    }

    private static String told(String line) throws UsageException {
        return ((Meaning.Tell) read(line)).text();
    }

    static List<Verb> verbs() {
        return Verb.ALL;
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-d shop", "--profile staging --color never"})
    void withoutACommandItIsUp(String line) throws UsageException {
        assertThat(run(line).verb()).isSameAs(UpCommand.VERB);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-d shop -f a.yaml --profile p --color always up web",
                "--dir shop --file a.yaml up --profile p --color always web",
                "--dir=shop up web --file=a.yaml --profile=p --color=always",
                "up web --dir shop --file a.yaml --profile p --color always"
            })
    void globalOptionsStandBeforeTheCommandAndAfterIt(String line) throws UsageException {
        var invocation = run(line).invocation();
        Path shop = Path.of("/home/me/shop");
        Path file = Path.of("/home/me/a.yaml");
        assertThat(invocation.global())
                .isEqualTo(new GlobalOptions(shop, List.of(file), List.of("p"), ColourChoice.ALWAYS));
        assertThat(invocation.typed().getArgList()).containsExactly("web");
    }

    @Test
    void filesAndProfilesMayBeRepeatedAndTheLastFolderAndColourWin() throws UsageException {
        var global = run("-f a -f b --profile p -d x --color never up --file /c --profile q --dir ../y --color auto")
                .invocation()
                .global();
        assertThat(global.files()).containsExactly(Path.of("/home/me/a"), Path.of("/home/me/b"), Path.of("/c"));
        assertThat(global.profiles()).containsExactly("p", "q");
        assertThat(global.folder()).isEqualTo(Path.of("/home/y"));
        assertThat(global.colour()).isEqualTo(ColourChoice.AUTO);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logs --start a --start b|--start takes one value, not 'a' and 'b'",
                "logs -n 5 -n 5|--lines takes one value, not '5' and '5'",
                "logs -n 5 --lines=6 -n 7|--lines takes one value, not '5' and '6' and '7'",
                "logs --since 1m word --since 2m|--since takes one value, not '1m' and '2m'",
                "wait --timeout 1s web --timeout 2s|--timeout takes one value, not '1s' and '2s'",
            })
    void ofTwoValuesNoneIsPassedOver(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(UsageException.class).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource({
        "up --env A=1 --env B=2,env",
        "run --env A=1 --env B=2 load,env",
        "test --env A=1 --env B=2,env",
        "up --external a --external b,external",
        "up --debug a --debug b,debug",
        "up --scale a=2 --scale b=2,scale",
        "test --up a --up b,up",
    })
    void whatMayBeRepeatedHasAllItsValues(String line, String option) throws UsageException {
        assertThat(run(line).invocation().typed().getOptionValues(option)).hasSize(2);
    }

    @Test
    void flagsMayBeRepeated() throws UsageException {
        assertThat(run("logs -f -f --follow").invocation().typed().hasOption("follow")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ps -d shop", "up -f a.yaml", "graph web -d shop"})
    void theLettersStandBeforeTheCommandAlone(String line) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("stands before the command; behind it, write the long option");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "uup|there is no command 'uup': did you mean 'up'?; there are: up, ",
                "xyzzy|there is no command 'xyzzy'; there are: up, ",
                "up --dryrun|there is no option '--dryrun': did you mean '--dry-run'? 'brum up --help' lists them",
                "up --xyzzy|there is no option '--xyzzy'; 'brum up --help' lists them",
                "--profil p up|there is no option '--profil': did you mean '--profile'? 'brum --help' lists them",
                "up --timeou=3s|there is no option '--timeou=3s': did you mean '--timeout'?",
                "-x|there is no option '-x'; 'brum --help' lists them",
                "up --timeout|--timeout needs a value",
                "--dir|--dir needs a value",
                "--color pink|--color takes auto, always or never, not 'pink'",
                "config web|'config' takes no 'web'; 'brum config --help' tells what it takes",
                "help uup|there is no command 'uup': did you mean 'up'?",
            })
    void whatIsNotUnderstoodIsToldWithWhatMayHaveBeenMeant(String line, String message) {
        assertThatThrownBy(() -> read(line)).isInstanceOf(UsageException.class).hasMessageStartingWith(message);
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void everyCommandHasHelpInThreeWays(Verb verb) throws UsageException {
        String help = told(verb.name() + " --help");
        assertThat(help)
                .isEqualTo(told("help " + verb.name()))
                .isEqualTo(told("--help " + verb.name()))
                .isEqualTo(told(verb.name() + " -h"));
        assertThat(help).startsWith("usage: brum ").contains(" " + verb.name());
        verb.options().getOptions().forEach(option -> assertThat(help)
                .contains("--" + option.getLongOpt())
                .contains(option.getDescription()));
    }

    @Test
    void theOverviewNamesEveryCommandWithItsSummary() throws UsageException {
        String help = told("--help");
        assertThat(help).isEqualTo(told("help")).isEqualTo(told("-h"));
        Verb.ALL.forEach(verb -> assertThat(help).contains(verb.name()).contains(verb.summary()));
        assertThat(help).contains("-d, --dir DIR", "--profile P", "'brum' alone is 'brum up'");
    }

    @Test
    void noLineOfHelpIsWiderThanAnOrdinaryTerminal() throws UsageException {
        StringBuilder all = new StringBuilder(told("--help"));
        for (Verb verb : Verb.ALL) {
            all.append(HelpText.of(verb));
        }
        assertThat(all.toString().lines()).allMatch(line -> line.length() <= 100, "at most 100 columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "-v", "--version up", "-d x --version"})
    void theVersionIsToldBeforeAnythingElse(String line) throws UsageException {
        assertThat(told(line)).isEqualTo("brum 1.2.3\n");
    }

    @Test
    void hintsRepeatWhatStoodBeforeTheCommand() throws UsageException {
        assertThat(run("-d shop --profile p up web").invocation().line()).isEqualTo("brum -d shop --profile p ");
        assertThat(run("up web").invocation().line()).isEqualTo("brum ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "exec users ls -l --all",
                "exec users -- ls -l --all",
                "exec -i 2 users ls -l --all",
                "exec users -i 2 ls -l --all",
                "exec users --instance=2 --dir shop ls -l --all",
                "exec users --dir=shop -- ls -l --all"
            })
    void theOptionsOfACommandThatIsExecutedAreItsOwn(String line) throws UsageException {
        assertThat(run(line).invocation().typed().getArgList()).containsExactly("users", "ls", "-l", "--all");
    }

    @Test
    void optionsBeforeACommandThatIsExecutedAreBrummers() throws UsageException {
        assertThat(run("exec users -i 2 ls -i 3").invocation().typed().getOptionValues("instance"))
                .containsExactly("2");
        assertThatThrownBy(() -> run("exec users --nothing ls")).hasMessageContaining("--nothing");
    }

    @ParameterizedTest
    @MethodSource("verbs")
    void theOptionsOfAVerbAreMadeAnewEachTime(Verb verb) {
        var ignored = GlobalOptions.addTo(verb.options(), false);
        assertThat(verb.options().hasLongOption("dir")).isFalse();
    }
}
