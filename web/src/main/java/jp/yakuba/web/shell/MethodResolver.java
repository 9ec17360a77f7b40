package jp.yakuba.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import java.lang.reflect.Array;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Calls methods of our own beans from pages, {@code #{ui.text(line.name)}}, by a name looked up once. Expression Language
 * itself compares the arguments with every method of the class at every call, which is a twentieth of a page; here that is
 * left to it only where a name stands for several methods.
 */
public class MethodResolver extends ELResolver {
    private static final ClassValue<Map<String, Method>> ONLY_ONES = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            return Stream.of(type.getMethods())
                    .filter(method -> !method.isBridge() && Modifier.isPublic(method.getDeclaringClass().getModifiers()))
                    .collect(Collectors.groupingBy(Method::getName)).entrySet().stream()
                    .filter(named -> named.getValue().size() == 1)
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, named -> named.getValue().get(0)));
        }
    };

    @Override
    public Object invoke(ELContext context, Object base, Object name, Class<?>[] types, Object[] arguments) {
        var method = types == null && isOurs(base) ? ONLY_ONES.get(base.getClass()).get(String.valueOf(name)) : null;
        if (method == null || !takes(method, arguments.length)) {
            return null;
        }
        context.setPropertyResolved(base, name);
        try {
            return method.invoke(base, fitting(context, method, arguments));
        } catch (IllegalAccessException unreachable) {
            throw new ELException("Cannot call " + name, unreachable);
        } catch (InvocationTargetException failed) {
            throw new ELException(failed.getCause());
        }
    }

    private static boolean isOurs(Object base) {
        return base != null && base.getClass().getName().startsWith("jp.yakuba.");
    }

    private static boolean takes(Method method, int arguments) {
        int wanted = method.getParameterCount();
        return method.isVarArgs() ? arguments >= wanted - 1 : arguments == wanted;
    }

    private static Object[] fitting(ELContext context, Method method, Object[] arguments) {
        var types = method.getParameterTypes();
        int single = method.isVarArgs() ? types.length - 1 : types.length;
        var fitting = new Object[types.length];
        for (int place = 0; place < single; place++) {
            fitting[place] = fitting(context, types[place], arguments[place]);
        }
        if (method.isVarArgs()) {
            var type = types[single].getComponentType();
            var rest = Array.newInstance(type, arguments.length - single);
            for (int place = single; place < arguments.length; place++) {
                Array.set(rest, place - single, fitting(context, type, arguments[place]));
            }
            fitting[single] = rest;
        }
        return fitting;
    }

    private static Object fitting(ELContext context, Class<?> type, Object argument) {
        return type.isInstance(argument) ? argument : context.convertToType(argument, type);
    }

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        // there is nothing to write
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return false;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return null;
    }
}
