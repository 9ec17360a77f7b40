package jp.yakuba.approval.model;

import java.util.Set;
import java.util.UUID;

/** A member of staff who acts, with every post held today. */
public record Officer(UUID id, String name, Set<String> posts) {
    public Officer {
        posts = Set.copyOf(posts);
    }
}
