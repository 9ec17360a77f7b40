package jp.yakuba.approval.model;

import jp.yakuba.approval.api.StopKind;

/**
 * How many open days each kind of stop has (決裁の期限).
 *
 * @param agree for 回議
 * @param consult for 合議
 * @param decide for 決裁
 * @param review for 後閲, from the return on
 * @param inform for 回覧
 * @param urgent for each of them in a hurry (急施)
 */
public record DueDays(int agree, int consult, int decide, int review, int inform, int urgent) {
    int of(StopKind kind, boolean hurry) {
        int usual = switch (kind) {
            case AGREE -> agree;
            case CONSULT -> consult;
            case DECIDE -> decide;
            case REVIEW -> review;
            case INFORM -> inform;
        };
        return hurry && kind.isHolding() ? Math.min(urgent, usual) : usual;
    }
}
