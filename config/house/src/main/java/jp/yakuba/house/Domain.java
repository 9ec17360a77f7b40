package jp.yakuba.house;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Marks the root package of an administrative domain: its storey, its Japanese name, and whose desks it may visit. */
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Domain {
    /** The name of the field as the office itself says it. */
    String japanese();

    /** The storey it lives on; a domain visits only its own storey (declared) and those below. */
    Storey storey();

    /** Names of the domain packages whose {@code api} this one may use; an entry nobody uses is refused by the build. */
    String[] uses() default {};

    /** The storeys of the house, lowest first. */
    enum Storey {
        FOUNDATION,
        COUNTER,
        SQUARE
    }
}
