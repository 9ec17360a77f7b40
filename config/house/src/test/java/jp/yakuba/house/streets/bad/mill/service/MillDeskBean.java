package jp.yakuba.house.streets.bad.mill.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jp.yakuba.house.streets.bad.smith.model.Hammer;

/** A bean with roles on the class and none on its door. */
@Stateless
@PermitAll
public class MillDeskBean {
    Hammer hammer;

    public Object grind() {
        return hammer;
    }
}
