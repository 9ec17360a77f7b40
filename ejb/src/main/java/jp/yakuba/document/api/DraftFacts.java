package jp.yakuba.document.api;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What a draft sheet says beside its words.
 *
 * @param matter code of the matter in the delegation table, which gives the decision class (決裁区分) and the route; null while open
 * @param amount yen the matter turns on, 0 if none
 * @param retention how long it is kept; null for what the file of the plan says
 * @param dossierId file of the plan (分類); null to let the plan choose
 * @param disclosure whether it could be disclosed (公開区分)
 * @param clause the clause by which it is not; null for an open one
 * @param closedUntil the last day on which that holds (時限); null without end
 * @param dispatch how it is carried out (施行区分)
 * @param seal whether the seal is used (公印)
 */
public record DraftFacts(
        @Size(max = 100) String matter,
        @Min(0) long amount,
        RetentionClass retention,
        UUID dossierId,
        @NotNull Disclosure disclosure,
        @Size(max = 200) String clause,
        LocalDate closedUntil,
        @NotNull DispatchIntent dispatch,
        @NotNull SealUse seal) {
    /** The same with another clause. */
    public DraftFacts withClause(String other) {
        return new DraftFacts(matter, amount, retention, dossierId, disclosure, other, closedUntil, dispatch, seal);
    }
}
