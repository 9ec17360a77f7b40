package jp.yakuba.exchange.api;

/** The desk that tells another office what this one can do, and what that one may. */
public interface CapabilityDesk {
    /** For the office that asks. */
    Capability find();
}
