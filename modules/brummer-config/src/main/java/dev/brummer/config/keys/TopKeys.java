package dev.brummer.config.keys;

import dev.brummer.config.shape.Key;
import dev.brummer.config.shape.KeySet;
import dev.brummer.config.shape.ListShape;
import dev.brummer.config.shape.Located;
import dev.brummer.config.shape.NameShape;
import dev.brummer.config.shape.NamedShape;
import dev.brummer.config.shape.Scalars;
import dev.brummer.config.shape.Section;
import dev.brummer.config.shape.SectionShape;
import dev.brummer.config.yaml.Mapping.Entry;
import dev.brummer.core.model.EnvironmentValue;
import dev.brummer.core.model.VersionRange;
import java.util.List;
import java.util.Map;

/** The keys of the top level, and of an overlay under {@code profiles}. */
public final class TopKeys {
    public static final SectionShape SERVICE = new SectionShape("service", ServiceKeys.KEYS, "service");

    public static final Key<String> NAME = Key.of("name", Scalars.text("a name"), "What the project is called.")
            .otherwise("the folder's name");
    public static final Key<Map<String, Located<Section>>> STAGES = Key.of(
            "stages",
            new StagesShape(),
            "Groups of services that open one after the other: a list is a chain, a map {core: {after: [infra]}} any"
                    + " graph.");
    public static final Key<Map<String, Located<EnvironmentValue>>> ENVIRONMENT = Key.of(
            "environment",
            new EnvironmentShape(),
            "Variables of every service. A variable without value is the caller's.");
    public static final Key<List<Located<Section>>> ENV_FILE = Key.of(
            "env_file",
            EnvFileKeys.LIST,
            "Files of NAME=value lines for every service, beside .env, .env.<profile> and .env.local.");
    public static final Key<Section> DEFAULTS = Key.of(
            "defaults",
            new SectionShape("", ServiceKeys.KEYS, "service"),
            "Merged under every service; takes the keys of a service.");
    public static final Key<Map<String, Located<Section>>> SERVICES =
            Key.of("services", new NamedShape<>("service", SERVICE, false), "What to run, by name.");
    public static final Key<Section> PLUGINS =
            Key.of("plugins", new SectionShape("", PluginKeys.KEYS), "Where further plugins are, and their options.");
    public static final Key<List<Entry>> SINKS = Key.of(
            "sinks",
            new UsesShape("sink", true, true),
            "Where output and events go beside the console, which stays unless 'console: off' stands here.");

    public static final Key<Map<String, Located<VersionRange>>> REQUIRES = Key.of(
            "requires",
            RequiresShape.SHAPE,
            "Versions that programs must have, such as {node: '>=20'}; brum doctor checks.");

    public static final Key<Section> LOGS = Key.of(
            "logs", new SectionShape("", LogKeys.KEYS), "How much output is kept, and what ids of requests look like.");

    public static final Key<List<Located<Section>>> ALERTS = Key.of(
            "alerts",
            new ListShape<>(new AlertShape(), true),
            "Of what somebody is told when it begins and when it is over; 'brum alerts' lists them.");

    public static final Key<Map<String, Located<Section>>> TESTS = Key.of(
            "tests",
            new NamedShape<>(
                    "test",
                    new ShortShape(new SectionShape("test", TestKeys.KEYS), TestKeys.COMMAND, "a command or a map"),
                    false),
            "Commands that are run against services that are ready, by name; 'brum test' runs them.");

    public static final Key<String> NODE_ENV = Key.of(
                    "node_env",
                    new NameShape("Node environment"),
                    "What NODE_ENV is for every service while this profile is active.")
            .otherwise("the profile's name, if it is development, test, staging or production");

    public static final KeySet PROFILE_KEYS = KeySet.extensible(
                    NODE_ENV, STAGES, ENVIRONMENT, ENV_FILE, DEFAULTS, SERVICES, PLUGINS, SINKS, REQUIRES, LOGS, ALERTS,
                    TESTS)
            .foreign(
                    "name", "a project has one name in every profile: write it at the top level",
                    "profiles", "a profile cannot hold profiles",
                    "default_profile", "write it at the top level");
    public static final SectionShape PROFILE = new SectionShape("profile", PROFILE_KEYS);

    public static final Key<Map<String, Located<Section>>> PROFILES = Key.of(
            "profiles",
            new NamedShape<>("profile", PROFILE, false),
            "Overlays by name, merged over the rest of the file while the profile is active.");
    public static final Key<List<Located<String>>> DEFAULT_PROFILE = Key.of(
                    "default_profile",
                    new ListShape<>(new NameShape("profile"), false),
                    "The profile, or profiles, that are active when neither --profile nor BRUM_PROFILE nor NODE_ENV"
                            + " says so.")
            .otherwise("none");

    public static final KeySet KEYS = KeySet.extensible(
                    NAME, STAGES, ENVIRONMENT, ENV_FILE, DEFAULTS, SERVICES, PROFILES, DEFAULT_PROFILE, PLUGINS, SINKS,
                    REQUIRES, LOGS, ALERTS, TESTS)
            .foreign(ForeignKeys.TOP);
    public static final SectionShape TOP = new SectionShape("", KEYS);

    private TopKeys() {}
}
