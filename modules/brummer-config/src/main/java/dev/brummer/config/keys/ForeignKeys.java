package dev.brummer.config.keys;

/** Keys of Compose and of other process runners, each with what to write instead. */
final class ForeignKeys {
    private static final String NO_CONTAINER = "Brummer runs programs, not containers: remove it";

    static final String[] SERVICE = {
        "image", "Brummer runs programs, not images: write 'command: …', for example 'command: docker run …'",
        "build", "Brummer does not build images: write 'command: …', and a 'type: task' for what must be built first",
        "container_name", "a service is known by its key: remove it, or write 'aliases: […]'",
        "networks", "all services share this machine's network: remove it",
        "network_mode", "all services share this machine's network: remove it",
        "links", "write 'depends_on: […]', and ${services.NAME.port} where its port is needed",
        "expose", "write 'ports: […]' with the port it listens on",
        "volumes", "services see this machine's files: remove it, and use 'working_dir'",
        "volumes_from", "services see this machine's files: remove it",
        "tmpfs", NO_CONTAINER,
        "deploy", "write 'scale: N' for copies and 'restart: on-failure:N' for restarts",
        "entrypoint", "write it all in 'command'",
        "hostname", NO_CONTAINER,
        "privileged", NO_CONTAINER,
        "cap_add", NO_CONTAINER,
        "cap_drop", NO_CONTAINER,
        "security_opt", NO_CONTAINER,
        "extra_hosts", NO_CONTAINER,
        "dns", NO_CONTAINER,
        "init", NO_CONTAINER,
        "platform", NO_CONTAINER,
        "pull_policy", NO_CONTAINER,
        "user", "services run as you do: remove it",
        "logging", "everything is stored: write 'console: errors' to see less",
        "labels", "write it under a key that begins with 'x-'",
        "secrets", "write 'env_file: […]'",
        "configs", "services see this machine's files: remove it",
        "extends", "write 'defaults:' at the top level, or a YAML anchor: '<<: *name'",
        "develop", "there is no such key yet: remove it",
        "stdin_open", "a service's stdin is always open: remove it; 'tty: true' gives it a terminal",
        "mem_limit", NO_CONTAINER,
        "cpus", NO_CONTAINER,
        "ulimits", NO_CONTAINER,
        "cwd", "write 'working_dir'",
        "dir", "write 'working_dir'",
        "env", "write 'environment'",
        "cmd", "write 'command'",
        "run", "write 'command'",
        "script", "write 'command'",
        "needs", "write 'depends_on'",
        "after", "write 'depends_on'",
        "instances", "write 'scale'",
        "replicas", "write 'scale'",
        "interval", "it belongs under 'healthcheck'",
        "retries", "it belongs under 'healthcheck'",
    };

    static final String[] TOP = {
        "version", "the format has no version: remove it",
        "networks", "all services share this machine's network: remove it",
        "volumes", "services see this machine's files: remove it",
        "configs", "services see this machine's files: remove it",
        "secrets", "write 'env_file: […]'",
        "include", "write 'brummer.local.yaml', or give several files with --file",
        "processes", "write 'services'",
    };

    private ForeignKeys() {}
}
