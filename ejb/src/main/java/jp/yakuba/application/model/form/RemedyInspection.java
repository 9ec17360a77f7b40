package jp.yakuba.application.model.form;

import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.RemedyWay;

/** The look over what a procedure says about remedies (教示): what would leave its notice without a word, or with a wrong one. */
public final class RemedyInspection {
    private final List<FormFault> faults = new ArrayList<>();

    private RemedyInspection() {}

    /** What is wrong with it, each at its place; nothing if the usual remedy holds. */
    public static List<FormFault> of(ProcedureView facts) {
        var remedy = facts.remedy();
        if (remedy == null) {
            return List.of();
        }
        var look = new RemedyInspection();
        look.demand(facts.kind() == ProcedureKind.APPLICATION, "way", "届出には処分がないので、教示もありません。空にしてください。");
        look.demand(remedy.way() != null, "way", "不服があるときの道すじを選んでください。");
        look.demand(remedy.way() != RemedyWay.ELSEWHERE || isGiven(remedy.authority()), "authority", "決める機関の名前を入れてください。");
        look.demand(hasReview(remedy.way()) || remedy.reviewBy() == null, "reviewBy", "審査請求ができないときは、審査請求先を空にしてください。");
        look.demand(remedy.way() != RemedyWay.ELSEWHERE || remedy.defendant() == null, "defendant", "ほかの機関が決めるときは、被告を空にしてください。");
        look.demand(!remedy.grounds().isEmpty(), "grounds", "ふつうと違うことの根拠の条を入れてください。");
        look.spelled(remedy.authority(), "authority");
        look.spelled(remedy.reviewBy(), "reviewBy");
        look.spelled(remedy.defendant(), "defendant");
        remedy.grounds().forEach(ground -> look.spelled(ground, "grounds"));
        return List.copyOf(look.faults);
    }

    private static boolean hasReview(RemedyWay way) {
        return way == RemedyWay.REVIEW_OR_SUIT || way == RemedyWay.REVIEW_FIRST;
    }

    private static boolean isGiven(String words) {
        return words != null && !words.isBlank();
    }

    /** An empty name would be printed as nothing; a brace is a word of the town that nobody filled. */
    private void spelled(String words, String place) {
        demand(words == null || !words.isBlank() && !words.contains("{"), place, "空にするか、通知書に載せる名前をそのまま書いてください。");
    }

    private void demand(boolean holds, String place, String words) {
        if (!holds) {
            faults.add(new FormFault("remedy." + place, words));
        }
    }
}
