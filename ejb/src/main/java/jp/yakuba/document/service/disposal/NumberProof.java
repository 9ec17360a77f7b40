package jp.yakuba.document.service.disposal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import jp.yakuba.document.api.IntegrityKind;
import jp.yakuba.document.api.IntegrityPart;
import jp.yakuba.document.api.IntegrityPart.Broken;
import jp.yakuba.document.model.disposal.Protocol;
import jp.yakuba.document.store.disposal.ProofStore;

/** Looks at series of numbers and at protocols: none missing, none beyond what was counted, none changed. */
@ApplicationScoped
public class NumberProof {
    private static final int SERIES = 50;
    private static final int PROTOCOLS = 200;

    @Inject
    private ProofStore store;

    /** The next series after the one named. */
    IntegrityPart checkSeries(String after) {
        var part = store.listSeries(after, SERIES);
        int checked = 0;
        for (var series : part) {
            var missing = store.findMissing(series);
            if (missing.isPresent()) {
                return broken(checked, series, missing.get(), "number-missing");
            }
            if (series.highest() > series.last()) {
                return broken(checked, series, series.highest(), "number-beyond");
            }
            checked += (int) series.last();
        }
        return new IntegrityPart(IntegrityKind.NUMBERS, checked, part.size() < SERIES ? null : part.get(part.size() - 1).key(), null);
    }

    private static IntegrityPart broken(int checked, ProofStore.Series series, long number, String fault) {
        return new IntegrityPart(IntegrityKind.NUMBERS, checked, series.key(), new Broken(series.words(), String.valueOf(number), fault));
    }

    /** The next protocols after the number named: each follows the one before, and its file's history says the same. */
    IntegrityPart checkProtocols(String after) {
        var part = store.listProtocols(after, PROTOCOLS);
        var told = store.listProtocolDigests(part.stream().map(Protocol::dossierId).toList());
        var before = after;
        int checked = 0;
        for (var protocol : part) {
            var fault = faultOf(protocol, before, told);
            if (fault != null) {
                return new IntegrityPart(IntegrityKind.PROTOCOLS, checked, protocol.key(), new Broken(protocol.number(), null, fault));
            }
            before = protocol.key();
            checked++;
        }
        var cut = part.size() < PROTOCOLS ? store.findProtocolCutOff() : Optional.<String>empty();
        if (cut.isPresent()) {
            return new IntegrityPart(IntegrityKind.PROTOCOLS, checked, null, new Broken(cut.get(), null, "number-missing"));
        }
        return new IntegrityPart(IntegrityKind.PROTOCOLS, checked, part.size() < PROTOCOLS ? null : before, null);
    }

    private static String faultOf(Protocol protocol, String before, Map<UUID, String> told) {
        if (!protocol.follows(before)) {
            return "number-missing";
        }
        if (!protocol.isAsItWasWritten()) {
            return "protocol-changed";
        }
        return protocol.digest().equals(told.get(protocol.dossierId())) ? null : "protocol-contradicted";
    }
}
