package jp.yakuba.house.streets.bad.mill.api;

import jp.yakuba.house.streets.bad.mill.service.MillDeskBean;

/** An api that looks back into the service. */
public interface MillDesk {
    MillDeskBean behind();
}
