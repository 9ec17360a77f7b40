package jp.yakuba.web.shell;

import jakarta.el.ELContext;
import jakarta.el.ELException;
import jakarta.el.ELResolver;
import jakarta.el.PropertyNotWritableException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/** Lets pages read the parts of a record, {@code #{line.name}}, which Expression Language 5 cannot yet. */
public class RecordResolver extends ELResolver {
    private static final ClassValue<Map<String, Method>> PARTS = new ClassValue<>() {
        @Override
        protected Map<String, Method> computeValue(Class<?> type) {
            var parts = new HashMap<String, Method>();
            for (var part : type.getRecordComponents()) {
                parts.put(part.getName(), part.getAccessor());
            }
            return Map.copyOf(parts);
        }
    };

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        var part = part(base, property);
        if (part == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        try {
            return part.invoke(base);
        } catch (IllegalAccessException | InvocationTargetException unreadable) {
            throw new ELException("Cannot read " + property, unreadable);
        }
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        if (part(base, property) == null) {
            return null;
        }
        context.setPropertyResolved(base, property);
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        if (part(base, property) != null) {
            throw new PropertyNotWritableException("Records do not change: " + property);
        }
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        if (part(base, property) == null) {
            return false;
        }
        context.setPropertyResolved(base, property);
        return true;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return base instanceof Record ? Object.class : null;
    }

    private static Method part(Object base, Object property) {
        return base instanceof Record ? PARTS.get(base.getClass()).get(String.valueOf(property)) : null;
    }
}
