package jp.yakuba.web.exchange;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import jp.yakuba.exchange.api.CertificateLine;
import jp.yakuba.exchange.api.ExchangeWatchDesk;
import jp.yakuba.exchange.api.RevocationLine;
import jp.yakuba.exchange.api.TrafficLine;
import jp.yakuba.exchange.api.WaitingLine;
import jp.yakuba.web.shell.Messages;

/** Behind {@code office/exchange-watch.xhtml}: what waits, which certificates end, what went on the last days. */
@Named
@RequestScoped
public class WatchPage {
    private static final int DAYS = 14;
    private static final int SHOWN = 16;

    @Inject
    private ExchangeWatchDesk desk;

    @Inject
    private Messages messages;

    private List<WaitingLine> waiting = List.of();
    private List<CertificateLine> certificates = List.of();
    private List<RevocationLine> lists = List.of();
    private List<TrafficLine> traffic = List.of();

    /** Reads all of it, each once. */
    public void open() {
        waiting = desk.waiting();
        certificates = desk.certificates();
        lists = desk.lists();
        traffic = desk.traffic(DAYS);
    }

    public List<WaitingLine> getWaiting() {
        return waiting;
    }

    public List<CertificateLine> getCertificates() {
        return certificates;
    }

    public List<RevocationLine> getLists() {
        return lists;
    }

    public List<TrafficLine> getTraffic() {
        return traffic;
    }

    /** Colour of the state of a certificate. */
    public String code(CertificateLine line) {
        return line.warning() == 0 ? "done" : line.warning() == CertificateLine.OVER ? "stop" : line.warning() == 1 ? "wait" : "you";
    }

    /** The state of a certificate in words. */
    public String words(CertificateLine line) {
        return line.warning() == CertificateLine.OVER ? messages.get("exchange.certificate.over") : messages.of("exchange.certificate.days", line.days());
    }

    /** The beginning of a fingerprint, enough to compare by eye. */
    public String shortly(String fingerprint) {
        return fingerprint.substring(0, Math.min(SHOWN, fingerprint.length())) + "…";
    }
}
