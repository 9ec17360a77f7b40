package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.Semaphore;

/** Places at the desk where evidence is checked: few, so that strangers never keep a node busy. */
@ApplicationScoped
public class ProofPlaces {
    private static final int AT_ONCE = 2;
    private final Semaphore places = new Semaphore(AT_ONCE);

    boolean take() {
        return places.tryAcquire();
    }

    void leave() {
        places.release();
    }
}
