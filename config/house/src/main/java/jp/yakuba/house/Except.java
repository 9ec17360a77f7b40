package jp.yakuba.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The only way around a rule of the house: it carries the reason, and a test counts how many there are. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Except {
    /** Why the rule does not serve the reader here. */
    String value();
}
