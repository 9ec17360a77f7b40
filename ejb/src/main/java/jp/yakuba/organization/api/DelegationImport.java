package jp.yakuba.organization.api;

import java.util.List;

/**
 * What an import of the delegation table did, or would do.
 *
 * @param added lines about matters and amounts that were not in the table
 * @param changed lines that say something else than before
 * @param ended lines that the file does not have any more
 * @param unchanged lines that stay
 * @param faults what is wrong with the file; nothing is done unless this is empty
 */
public record DelegationImport(int added, int changed, int ended, int unchanged, List<DelegationFault> faults) {
    public DelegationImport {
        faults = List.copyOf(faults);
    }

    /** Refused for these faults. */
    public static DelegationImport refused(List<DelegationFault> faults) {
        return new DelegationImport(0, 0, 0, 0, faults);
    }
}
