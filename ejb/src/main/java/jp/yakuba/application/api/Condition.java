package jp.yakuba.application.api;

import java.util.List;

/**
 * When a question is asked or a rule applies: the answer at {@code path} is one of {@code in} (or, with an empty list, is
 * answered at all); {@code all} must hold besides. In a group, a path that begins with a dot is of the same entry.
 */
public record Condition(String path, List<String> in, boolean not, List<Condition> all) {
    public Condition {
        in = in == null ? List.of() : List.copyOf(in);
        all = all == null ? List.of() : List.copyOf(all);
    }

    /** This condition without those that must hold besides. */
    public Condition alone() {
        return new Condition(path, in, not, List.of());
    }
}
