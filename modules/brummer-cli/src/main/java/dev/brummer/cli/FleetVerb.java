package dev.brummer.cli;

import dev.brummer.api.FleetView;
import dev.brummer.api.Session;
import dev.brummer.api.SessionException;
import dev.brummer.cli.prompt.Names;
import dev.brummer.cli.prompt.Proposal;
import dev.brummer.cli.prompt.SlashCommand;
import dev.brummer.spi.InstanceId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A verb of the prompt that does something to services. What comes of it, the stream shows.
 *
 * @param ends whether services stop by it, so that it is asked before it ends several
 */
record FleetVerb(Usage usage, boolean ends, Session session, Names names, Act act) implements SlashCommand {
    /** Does it. */
    @FunctionalInterface
    interface Act {
        FleetView to(Set<InstanceId> instances) throws SessionException;
    }

    @Override
    public Reply run(String operand) {
        List<String> words = words(operand);
        if (words.isEmpty()) {
            return new Reply.Text("which service? " + usage.typed());
        }
        try {
            Set<InstanceId> instances = new LinkedHashSet<>(session.named(words));
            if (ends && instances.size() > 1) {
                String all = instances.stream().map(InstanceId::label).collect(Collectors.joining(", "));
                return new Reply.Question(
                        usage.word() + " " + instances.size() + " services: " + all + "?", () -> done(instances));
            }
            return done(instances);
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }

    private Reply done(Set<InstanceId> instances) {
        try {
            FleetView ignored = act.to(instances);
            return Reply.QUIET;
        } catch (SessionException e) {
            return new Reply.Text(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public List<Proposal> proposals(String word) {
        return all(names);
    }

    /** The words of an operand. */
    static List<String> words(String operand) {
        return Stream.of(operand.split("\\s+")).filter(word -> !word.isEmpty()).toList();
    }

    /** What the name of a service, a group or a stage may become. */
    static List<Proposal> all(Names names) {
        List<Proposal> all = new ArrayList<>(services(names));
        names.groups().get().forEach(name -> all.add(new Proposal(name, "a group", true)));
        names.stages().get().forEach(name -> all.add(new Proposal("stage:" + name, "its services", true)));
        return all;
    }

    /** What the name of a service may become. */
    static List<Proposal> services(Names names) {
        return names.services().get().stream().map(name -> new Proposal(name, "", true)).toList();
    }
}
