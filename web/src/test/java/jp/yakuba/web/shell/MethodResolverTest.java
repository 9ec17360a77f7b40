package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.FunctionMapper;
import jakarta.el.VariableMapper;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What pages call by name, without a container. */
class MethodResolverTest {
    private final MethodResolver resolver = new MethodResolver();
    private final Words words = new Words();

    /** A bean as pages call it. */
    public static class Words {
        public String join(String first, long second) {
            return first + "|" + second;
        }

        public String all(String first, Object... rest) {
            return first + List.of(rest);
        }

        public String several(String text) {
            return text;
        }

        public String several(Long number) {
            return "n" + number;
        }

        public void fail(String why) {
            throw new IllegalStateException(why);
        }
    }

    @Test
    void aMethodIsCalledByItsNameWithItsArgumentsMadeToFit() {
        assertThat(called(words, "join", "a", "12")).isEqualTo("a|12");
    }

    @Test
    void anArgumentThatIsMissingBecomesWhatTheLanguageMakesOfNothing() {
        assertThat(called(words, "join", null, 3L)).isEqualTo("|3");
    }

    @Test
    void anyNumberOfFurtherArgumentsIsTaken() {
        assertThat(called(words, "all", "a")).isEqualTo("a[]");
        assertThat(called(words, "all", "a", 1, "b")).isEqualTo("a[1, b]");
    }

    @Test
    void aNameOfSeveralMethodsAndAnotherNumberOfArgumentsAreLeftToTheLanguage() {
        assertThat(called(words, "several", "a")).isEqualTo("not resolved");
        assertThat(called(words, "join", "a")).isEqualTo("not resolved");
        assertThat(called(words, "unknown")).isEqualTo("not resolved");
    }

    @Test
    void classesOfOthersAreLeftToTheLanguage() {
        assertThat(called("text", "concat", "more")).isEqualTo("not resolved");
    }

    @Test
    void whatAMethodThrowsIsToldAsTheLanguageTellsIt() {
        assertThatThrownBy(() -> called(words, "fail", "so")).isInstanceOf(ELException.class)
                .cause().isInstanceOf(IllegalStateException.class).hasMessage("so");
    }

    private Object called(Object base, String name, Object... arguments) {
        var context = new Conversion();
        var result = resolver.invoke(context, base, name, null, arguments);
        return context.isPropertyResolved() ? result : "not resolved";
    }

    /** Converts as Expression Language does, as far as this test needs it. */
    private static final class Conversion extends ELContext {
        private static final Map<Class<?>, Object> OF_NOTHING = Map.of(String.class, "", long.class, 0L);

        @Override
        @SuppressWarnings("unchecked")
        public <T> T convertToType(Object value, Class<T> type) {
            if (value == null) {
                return (T) OF_NOTHING.get(type);
            }
            return (T) (type == long.class ? Long.valueOf(value.toString()) : value);
        }

        @Override
        public ELResolver getELResolver() {
            return null;
        }

        @Override
        public FunctionMapper getFunctionMapper() {
            return null;
        }

        @Override
        public VariableMapper getVariableMapper() {
            return null;
        }
    }
}
