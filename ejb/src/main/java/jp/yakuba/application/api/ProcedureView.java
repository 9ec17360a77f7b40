package jp.yakuba.application.api;

import java.time.LocalDate;
import java.util.List;
import jp.yakuba.kernel.Assurance;

/**
 * A procedure of the catalogue.
 *
 * @param code such as {@code move-in}
 * @param legalGround law and article
 * @param section code of the section that answers for it
 * @param whoMay who may apply
 * @param bring what to bring or attach, a line each
 * @param fee yen; 0 if free
 * @param standardDays standard processing period (標準処理期間) in working days; 0 if done on arrival
 * @param identity least level of identity
 * @param online false if the catalogue only tells of it
 * @param coreSystem code of the core system it leaves for ({@code ledger, insurance, welfare, school, water, hygiene}); null if none
 * @param matter code in the delegation table for the decision; null for a notification
 * @param waitsFor code of a procedure of the same bundle that must be final first; null if none
 * @param lifeEvents codes such as {@code moving, birth}
 * @param validUntil null if open
 * @param remedy what its decisions say about remedies (教示); null for the usual
 */
public record ProcedureView(
        String code,
        Text name,
        String kana,
        Text summary,
        String legalGround,
        String section,
        Text whoMay,
        List<Text> bring,
        int fee,
        int standardDays,
        Assurance identity,
        ProcedureKind kind,
        VisitRule visit,
        boolean online,
        String coreSystem,
        String matter,
        String waitsFor,
        List<String> lifeEvents,
        List<String> keywords,
        LocalDate validFrom,
        LocalDate validUntil,
        Remedy remedy) {

    /** A procedure that is not there yet; nobody can apply online before its form is published. */
    public static ProcedureView blank(String section, LocalDate from) {
        return new ProcedureView(null, null, null, null, null, section, null, List.of(), 0, 0, Assurance.PASSWORD,
                ProcedureKind.NOTIFICATION, VisitRule.NONE, false, null, null, null, List.of(), List.of(), from, null, null);
    }

    /** The same in the hands of another section. */
    public ProcedureView in(String otherSection) {
        return new ProcedureView(
                code, name, kana, summary, legalGround, otherSection, whoMay, bring, fee, standardDays, identity, kind, visit,
                online, coreSystem, matter, waitsFor, lifeEvents, keywords, validFrom, validUntil, remedy);
    }

    /** The same with another last day. */
    public ProcedureView until(LocalDate lastDay) {
        return new ProcedureView(
                code, name, kana, summary, legalGround, section, whoMay, bring, fee, standardDays, identity, kind, visit, online,
                coreSystem, matter, waitsFor, lifeEvents, keywords, validFrom, lastDay, remedy);
    }
}
