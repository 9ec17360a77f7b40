package jp.yakuba.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever acts in front of or behind a desk (行為者): a resident's account, a member of staff at a post, a machine, or
 * somebody unknown.
 *
 * @param kind what sort of actor it is
 * @param id the account's or staff member's id, or one made of a peer's code; null for {@link Kind#ANONYMOUS} and {@link Kind#SYSTEM}
 * @param name what the audit log shows: a staff member's name, an account's mail address is never used; a system's name
 * @param post code of the post (職) through which a member of staff acts; null for others
 * @param section code of the section (課・係) of that post; null for others
 * @param roles names of {@link Role}s held on this listener at this moment
 * @param assurance how surely the person is known in this session
 * @param origin where the request came from: network address, or the name of a queue or timer
 */
public record Actor(
        Kind kind,
        UUID id,
        String name,
        String post,
        String section,
        Set<String> roles,
        Assurance assurance,
        String origin) {

    /** The sorts of actor. */
    public enum Kind {
        ANONYMOUS,
        RESIDENT,
        STAFF,
        PEER,
        SYSTEM
    }

    public Actor {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(assurance, "assurance");
        roles = Set.copyOf(roles);
    }

    /** Somebody who has not signed in. */
    public static Actor anonymous(String origin) {
        return new Actor(Kind.ANONYMOUS, null, "anonymous", null, null, Set.of(), Assurance.NONE, origin);
    }

    /** A machine of the office itself: a timer, a queue receiver, the launcher. */
    public static Actor system(String name) {
        return new Actor(Kind.SYSTEM, null, name, null, null, Set.of(Role.SYSTEM), Assurance.NONE, name);
    }

    /** Another office that showed its certificate; its name is its code (全国地方公共団体コード). */
    public static Actor peer(String code, String origin) {
        return new Actor(Kind.PEER, UUID.nameUUIDFromBytes(("peer:" + code).getBytes(StandardCharsets.US_ASCII)), code, null, null,
                Set.of(Role.PEER), Assurance.NONE, origin);
    }

    /** True if the actor holds the role on the listener it came through. */
    public boolean holds(String role) {
        return roles.contains(role);
    }
}
