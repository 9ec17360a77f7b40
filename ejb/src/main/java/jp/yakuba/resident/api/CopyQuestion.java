package jp.yakuba.resident.api;

import java.time.LocalDate;
import java.util.List;

/**
 * What another municipality asks of somebody who stands before its desk, with an identity document in hand (住民基本台帳法12条の4).
 *
 * @param name of whoever asks, as the document shows it
 * @param address of whoever asks, in one line, beginning with the prefecture
 * @param whole true if everybody of the household is wanted
 * @param wanted names of those who are wanted, if not all are; whoever asks is, if none is named
 * @param reason which office and which clerk asks; stands in the audit log at each person
 */
public record CopyQuestion(String name, LocalDate birthDate, String address, boolean whole, List<String> wanted, String reason) {
    public CopyQuestion {
        wanted = List.copyOf(wanted);
    }
}
