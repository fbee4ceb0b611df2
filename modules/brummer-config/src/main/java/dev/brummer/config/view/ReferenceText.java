package dev.brummer.config.view;

/** What the reference says beside its tables. */
final class ReferenceText {
    static final String HEAD = """
        # brummer.yaml

        <!-- Written by a test from the declarations in the source; change those, then run it with
             -Dgolden.update=true. -->

        Every key, what it takes, and what holds without it. `brummer.yaml.example` shows all of them in one file;
        `brum config` prints what a project's files say together, `brum config --origins` also from which line;
        `brum config --schema` writes a JSON Schema for editors.

        Names follow the Compose specification wherever the concept is the same. Wherever a list is taken, one value
        is a list of one. Keys that begin with `x-` are yours, at the top level, in services and in profiles.

        ## Files

        `brummer.yaml` (or `.yml`), then `brummer.<profile>.yaml` for each active profile, then
        `brummer.local.yaml`, a person's own. `--file` replaces the list and may repeat. A file's active overlays
        (`profiles:`) come right above the file itself, so a profile's own file beats its overlay.

        A later file is merged over an earlier one: maps by key; `null` removes; `env_file`, `profiles`, `ports`,
        `sinks` and `alerts` append; everything else is replaced. A check replaces a check, while the times of a `healthcheck`
        merge. In `environment` a null value removes nothing: it passes the caller's variable.

        ## Profiles

        `--profile` (repeatable, comma lists; `+load` adds to what would be active) beats `BRUM_PROFILE`, which beats
        `NODE_ENV`, which beats `default_profile`. A profile exists where it is declared, named by a service, or has
        a file. Naming a service on the command line enables it without its profile.

        ## Environment

        What a service sees, each beating the one before: `.env`, `.env.<profile>`, `.env.local`; the environment of
        the caller; `NODE_ENV` from an active profile; `PORT` where a port is `auto`; the top level's `env_file`;
        the top level's `environment`; the service's `env_file`; the service's `environment`; `--env`.

        In env files a line is `NAME=value`, with or without `export`; `#` begins a comment; values may be quoted
        and then span lines. `${…}` means a variable, but not within single quotes; any other `$` means itself.

        ## Secrets

        Masked as `***`, unless a command's `--reveal` says otherwise, are values of variables, keys and headers whose
        names say secret (`password`, `token`, `secret`, `credential`, `authorization`, `…_key`, `…_pass` and the like),
        passwords in URLs, and every value that an env file says, whatever its name. They are masked by their names where names
        stand beside values: in `brum config`, `brum env` and the control API.

        Wherever else such a value turns up in what Brummer says, it is found by itself: in reasons of states, answers to
        checks, start errors, reports and crash capsules, also as JSON, a URL or Base64 spell it, and line by line. To keep such
        texts readable this leaves out values of fewer than 4 characters (5 from env files), names of the project, its services,
        stages and profiles, ordinary words such as `true`, `staging`, `postgres` or `guest`, and, from env files, short numbers and
        addresses made of such words, as `http://localhost:3000`.

        What a service itself writes is shown as written in the stream, in `brum logs` and in the API's journal; in a
        crash capsule it is masked as well.

        ## Variables

        | in a value | means |
        |---|---|
        | `${A}` | the variable; empty, with a warning, where it is not set |
        | `${A:-d}`, `${A-d}` | `d` where it is not set; with the colon also where it is empty |
        | `${A:?why}`, `${A?why}` | an error that says why, likewise |
        | `${A:+x}`, `${A+x}` | `x` where it is set, likewise |
        | `${services.auth.port}` | the first port of a service, also one that was chosen; `.host` and `.url` too |
        | `$$` | a dollar sign |
        | `$A` | left for the shell |

        Commands, checks and `environment` are resolved when a service starts; commands and checks see the service's
        own environment. Other values are resolved when the file is loaded, from the `.env` files and the caller's
        environment. Keys and names of services, stages and profiles hold no variables.
        """;

    static final String PLUGINS = """
        Under `plugins`. Checks, sinks and log parsers that are not bundled come in jars, which are looked for in
        `.brummer/plugins` of the project's folder, in `brummer/plugins` of `$XDG_CONFIG_HOME` or `~/.config`, and in
        `paths`. There a jar is a plugin, and so is a folder of jars. A plugin sees the JDK and Brummer's SPI alone, so
        it brings its own version of everything else. `brum plugins` lists what was found. A plugin that cannot be used
        is a warning, and an error only for a file that names it; two of one kind with the same id are an error.
        """.stripTrailing();

    static final String ALERTS = """
        Entries of `alerts`. Each has one condition; `unhealthy`, `failed` and `breaker_open` alone mean any service. It
        begins once when the condition has held for as long as `for` says, for each instance and breaker by itself, and is
        over when that ends; a value has to fall a tenth below its limit first. A service that stops because somebody asks
        for it ends what is said of it. `brum reload` takes other alerts over at once.

        A `command` that takes more than 30 s is ended. It finds the alert in `BRUM_ALERT` (`begun` or `over`),
        `BRUM_ALERT_NAME`, `BRUM_ALERT_SERVICE`, `BRUM_ALERT_INSTANCE`, `BRUM_ALERT_TEXT`, `BRUM_ALERT_SINCE` and, when it is
        over, `BRUM_ALERT_SECONDS`.
        """.stripTrailing();

    static final String TESTS = """
        Under `tests.<name>`; a command alone is one too. `brum test NAME` brings up what the test needs, runs its command
        once all of that is ready, and stops it again. The command sees the `.env` chain, the environment of the caller and its
        own `environment`, but not what the top level says for services. Beside that it finds where each service is that has a
        port: for `auth-service` on port 3001 that is `AUTH_SERVICE_HOST` (`localhost`), `AUTH_SERVICE_PORT` (`3001`) and
        `AUTH_SERVICE_URL` (`http://localhost:3001`). Whatever one of those already sets stays as it is. There is no URL where
        the service speaks something else than HTTP: where it has a check such as `redis` or `postgres`, or its first port is
        the usual one of a database or broker.
        """.stripTrailing();

    static final String CHECKS = """
        What `readiness` and `healthcheck` take. A service is ready when every readiness check has passed once and,
        if there is a health check, that has passed once too. Without any check it is ready when it listens on its
        `ports`, and without ports when it is started.
        """.stripTrailing();

    static final String SINKS = "What `sinks` takes. The console is always there until `console: off` removes it.";

    static final String TAIL = """

        ## When something is wrong

        Every fault is reported at once, with its file, line and column, and nothing is started. The word in
        brackets, as in `error[unknown-key]`, is stable. Files over 1 MiB, nesting over 100 levels, and aliases that
        expand to more than 100,000 values are refused.
        """;

    private ReferenceText() {}
}
