package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ConversationScoped;
import jakarta.enterprise.context.SessionScoped;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Serializable;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What pages keep between two clicks goes to another node with the session: every part of it must bear the way. */
@DisplayName("ページが持ち続けるもの")
class StateOfPagesTest {
    private static final Path CLASSES = Path.of("target/classes");

    @Test
    @DisplayName("どれも別のサーバーへ渡せる")
    void allOfItCanBeWrittenDown() throws IOException {
        var pages = pages();
        assertThat(pages).as("pages that keep something").hasSizeGreaterThan(25);
        var faults = new ArrayList<String>();
        var seen = new HashSet<Class<?>>();
        pages.forEach(page -> walk(page, page.getSimpleName(), seen, faults));
        assertThat(faults).isEmpty();
    }

    private static List<Class<?>> pages() throws IOException {
        try (var files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize).map(Path::toString).filter(name -> name.startsWith("jp/yakuba") && name.endsWith(".class"))
                    .<Class<?>>map(StateOfPagesTest::load)
                    .filter(type -> Stream.of(ViewScoped.class, SessionScoped.class, ConversationScoped.class).anyMatch(type::isAnnotationPresent))
                    .toList();
        }
    }

    private static Class<?> load(String file) {
        try {
            return Class.forName(file.replaceFirst("\\.class$", "").replace('/', '.'), false, StateOfPagesTest.class.getClassLoader());
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private static void walk(Class<?> type, String way, Set<Class<?>> seen, List<String> faults) {
        if (!seen.add(type)) {
            return;
        }
        if (!Serializable.class.isAssignableFrom(type)) {
            faults.add(way + " is a " + type.getName() + ", which nobody can write down");
            return;
        }
        for (var each = type; each != null && each.getName().startsWith("jp.yakuba"); each = each.getSuperclass()) {
            for (var field : each.getDeclaredFields()) {
                if (isKept(field)) {
                    look(field.getGenericType(), way + "." + field.getName(), seen, faults);
                }
            }
        }
    }

    /** What is injected is a reference by which the other node finds its own. */
    private static boolean isKept(Field field) {
        return !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers()) && !field.isAnnotationPresent(Inject.class);
    }

    private static void look(Type type, String way, Set<Class<?>> seen, List<String> faults) {
        if (type instanceof ParameterizedType several) {
            look(several.getRawType(), way, seen, faults);
            Stream.of(several.getActualTypeArguments()).forEach(part -> look(part, way, seen, faults));
        } else if (type instanceof WildcardType some) {
            look(some.getUpperBounds()[0], way, seen, faults);
        } else if (type instanceof Class<?> plain && !isCollection(plain) && !plain.isPrimitive() && plain != Object.class) {
            walk(plain.isArray() ? plain.getComponentType() : plain, way, seen, faults);
        }
    }

    /** The declared kind says nothing; those that are made all can be written down. */
    private static boolean isCollection(Class<?> type) {
        return type.isInterface() && (Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type))
                || type.isArray() && type.getComponentType().isPrimitive();
    }
}
