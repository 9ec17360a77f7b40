package jp.yakuba.exchange.api;

import jakarta.ejb.Local;
import java.util.List;

/** Where operators see how the exchange does: certificates, revocation lists, what waits, what went. Nothing of a letter's content is shown. */
@Local
public interface ExchangeWatchDesk {
    /** Certificates of this office, and those that each office showed last, the one that ends first at the head. */
    List<CertificateLine> certificates();

    /** Revocation lists at hand, the one that ends first at the head. */
    List<RevocationLine> lists();

    /** What waits now, by office. */
    List<WaitingLine> waiting();

    /** What went on each of so many last days, by office, latest day first. */
    List<TrafficLine> traffic(int days);

    /** How the exchange is, in one word. */
    ExchangeState state();
}
