package jp.yakuba.house;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The street plan: tells from a package name which domain and which room a class lives in, below a root package.
 *
 * @param root root package of the product; the tests of the rules use a root of their own
 */
record House(String root) {
    static final List<String> ROOMS = List.of("api", "model", "service", "store", "gateway");
    static final Set<String> SHELLS = Set.of("web", "jmsadapters", "schema");
    private static final String KERNEL = "kernel";
    private static final Set<String> GROUNDS = Set.of("house", "town", "server", "outside", "launcher");

    /** Name of the house on the street: a domain, a shell or the kernel; empty for what is not ours. */
    String nameOf(JavaClass type) {
        var parts = below(type);
        return parts.length == 0 || GROUNDS.contains(parts[0]) ? "" : parts[0];
    }

    /** Name of the room inside a domain; empty at the domain's root. */
    String roomOf(JavaClass type) {
        var parts = below(type);
        return parts.length < 2 ? "" : parts[1];
    }

    boolean isDomain(JavaClass type) {
        var name = nameOf(type);
        return !name.isEmpty() && !name.equals(KERNEL) && !SHELLS.contains(name);
    }

    boolean isShell(JavaClass type) {
        return SHELLS.contains(nameOf(type));
    }

    boolean isKernel(JavaClass type) {
        return nameOf(type).equals(KERNEL);
    }

    boolean isIn(JavaClass type, String room) {
        return isDomain(type) && roomOf(type).equals(room);
    }

    /** The mark on the root package of the domain in which the class lives. */
    Optional<Domain> plaqueOf(JavaClass type) {
        return rootOf(type.getPackage(), nameOf(type)).flatMap(found -> found.tryGetAnnotationOfType(Domain.class));
    }

    private Optional<JavaPackage> rootOf(JavaPackage start, String name) {
        Optional<JavaPackage> here = Optional.of(start);
        while (here.isPresent() && !here.get().getName().equals(root + "." + name)) {
            here = here.get().getParent();
        }
        return here;
    }

    private String[] below(JavaClass type) {
        var name = type.getPackageName();
        return name.startsWith(root + ".") ? name.substring(root.length() + 1).split("\\.") : new String[0];
    }
}
