package jp.yakuba.exchange.service.container;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.signature.api.SealFault;
import jp.yakuba.signature.api.SealReport;

/** What a fault of a signature is called between offices, and whether the signer is the office that it should be. */
final class SealFaults {
    private static final String OFFICE = "LG:JP-";
    /** Faults that may be none with other lists, authorities or time stamps at hand. */
    private static final Set<SealFault> OPEN = EnumSet.of(SealFault.EXPIRED, SealFault.UNTRUSTED, SealFault.UNCHECKED);

    private SealFaults() {}

    /** Refuses a signature that does not hold, or that another office gave. */
    static void require(SealReport report, String code) throws ContainerRefused {
        var fault = find(report, code);
        if (fault.isPresent()) {
            throw new ContainerRefused(fault.get(), report.holds() ? "signed by " + report.signer().organization() : report.detail());
        }
    }

    /** Why the signature is not one of the office; none if it is. */
    static Optional<ExchangeFault> find(SealReport report, String code) {
        if (!report.holds() && !OPEN.contains(report.fault())) {
            return Optional.of(of(report.fault()));
        }
        if (report.signer() != null && !(OFFICE + code).equals(report.signer().organization())) {
            return Optional.of(ExchangeFault.CERTIFICATE_OFFICE); // whatever else cannot be said of it, it is not the office's
        }
        return report.holds() ? Optional.empty() : Optional.of(of(report.fault()));
    }

    private static ExchangeFault of(SealFault fault) {
        return switch (fault) {
            case MISSING -> ExchangeFault.SIGNATURE_MISSING;
            case NOT_ONE -> ExchangeFault.SIGNATURE_NOT_ONE;
            case UNREADABLE -> ExchangeFault.SIGNATURE_UNREADABLE;
            case WRAPPED -> ExchangeFault.SIGNATURE_WRAPPED;
            case REFERENCE -> ExchangeFault.SIGNATURE_REFERENCE;
            case UNSIGNED -> ExchangeFault.PART_UNSIGNED;
            case CHANGED -> ExchangeFault.SIGNATURE_CHANGED;
            case ALGORITHM_WEAK -> ExchangeFault.ALGORITHM_WEAK;
            case KEY_WEAK -> ExchangeFault.KEY_WEAK;
            case EXPIRED -> ExchangeFault.CERTIFICATE_EXPIRED;
            case NOT_YET_VALID -> ExchangeFault.CERTIFICATE_NOT_YET;
            case REVOKED -> ExchangeFault.CERTIFICATE_REVOKED;
            case UNTRUSTED -> ExchangeFault.CERTIFICATE_UNKNOWN;
            case UNCHECKED -> ExchangeFault.CERTIFICATE_UNCHECKED;
            case WRONG_USE -> ExchangeFault.CERTIFICATE_USE;
            case SIGNED_IN_FUTURE -> ExchangeFault.SIGNED_IN_FUTURE;
            case STAMP_BROKEN -> ExchangeFault.STAMP_BROKEN;
            case STAMP_UNTRUSTED -> ExchangeFault.STAMP_UNKNOWN;
            case STAMP_IN_FUTURE -> ExchangeFault.STAMP_IN_FUTURE;
            case OTHER -> ExchangeFault.SIGNATURE_INVALID;
        };
    }
}
