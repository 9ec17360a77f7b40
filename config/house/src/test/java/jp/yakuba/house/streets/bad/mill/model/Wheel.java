package jp.yakuba.house.streets.bad.mill.model;

import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Date;

/** A model that does everything it must not. */
@Stateless
public class Wheel {
    EntityManager entities;

    public Object turn() {
        if (LocalDate.now().getYear() > 3000) {
            throw new RuntimeException("too late");
        }
        return System.currentTimeMillis() > 0 ? new Date() : entities;
    }
}
