package jp.yakuba.organization.api;

import java.util.List;

/**
 * What a plan of a day did, or would do.
 *
 * @param ended names of sections that end
 * @param opened names of sections that are opened
 * @param posts how many posts have a successor
 * @param faults what is wrong; nothing is done unless this is empty
 */
public record ReorganisationImport(List<String> ended, List<String> opened, int posts, List<ReorganisationFault> faults) {
    public ReorganisationImport {
        ended = List.copyOf(ended);
        opened = List.copyOf(opened);
        faults = List.copyOf(faults);
    }

    /** Refused for these faults. */
    public static ReorganisationImport refused(List<ReorganisationFault> faults) {
        return new ReorganisationImport(List.of(), List.of(), 0, faults);
    }
}
