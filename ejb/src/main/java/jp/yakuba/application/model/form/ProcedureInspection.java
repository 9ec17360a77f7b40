package jp.yakuba.application.model.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import jp.yakuba.application.api.FormFault;
import jp.yakuba.application.api.ProcedureKind;
import jp.yakuba.application.api.ProcedureView;
import jp.yakuba.application.api.Text;

/** The look over what an author wants the catalogue to tell of a procedure: every fault at its place, in plain Japanese. */
public final class ProcedureInspection {
    private final List<FormFault> faults = new ArrayList<>();

    private ProcedureInspection() {}

    /** What is wrong with a version to be planned; {@code sectionKnown} if its section exists on its first day, {@code asked} if a form is published. */
    public static List<FormFault> of(ProcedureView facts, boolean sectionKnown, boolean asked, LocalDate today) {
        var look = new ProcedureInspection();
        look.texts(facts);
        look.demand(sectionKnown, "section", "その日にある課・係を選んでください。");
        look.demand(isGiven(facts.kana()), "kana", "名前の読みを入れてください。");
        look.demand(isGiven(facts.legalGround()), "legalGround", "根拠の法令と条を入れてください。");
        look.demand(facts.fee() >= 0, "fee", "手数料は0円以上で入れてください。");
        look.demand(facts.standardDays() >= 0, "standardDays", "標準処理期間は0日以上で入れてください。");
        look.demand(facts.kind() != ProcedureKind.NOTIFICATION || facts.matter() == null, "matter", "届出には決裁の事項がありません。空にしてください。");
        look.demand(!facts.online() || asked, "online", "オンラインで受け付けるには、先に様式を公開してください。");
        look.days(facts, today);
        look.faults.addAll(RemedyInspection.of(facts));
        return List.copyOf(look.faults);
    }

    /** What is wrong with a procedure besides, because it is new; {@code decided} if the delegation table knows its matter. */
    public static List<FormFault> ofNew(ProcedureView facts, boolean taken, boolean decided) {
        var look = new ProcedureInspection();
        boolean named = facts.code() != null && facts.code().matches("[a-z][a-z0-9-]{1,60}");
        look.demand(named, "code", "記号は、英小文字で始まる2～61字の英小文字・数字・ハイフンで書いてください。");
        look.demand(!taken, "code", "この記号の手続きはもうあります。ほかの記号にしてください。");
        look.demand(facts.kind() != ProcedureKind.APPLICATION || decided, "matter", "申請は、だれが決めるかの事項を選んでください。");
        return List.copyOf(look.faults);
    }

    private void days(ProcedureView facts, LocalDate today) {
        if (facts.validFrom() == null) {
            demand(false, "validFrom", "いつからかを入れてください。");
            return;
        }
        demand(!facts.validFrom().isBefore(today), "validFrom", "いつからかは、今日か今日より後の日にしてください。過ぎた日の版は変えられません。");
        demand(facts.validUntil() == null || !facts.validUntil().isBefore(facts.validFrom()), "validUntil", "最後の日は、最初の日より後にしてください。");
    }

    private void texts(ProcedureView facts) {
        text(facts.name(), "name");
        text(facts.summary(), "summary");
        text(facts.whoMay(), "whoMay");
        for (int i = 0; i < facts.bring().size(); i++) {
            text(facts.bring().get(i), "bring[" + i + "]");
        }
    }

    private void text(Text text, String place) {
        demand(text != null && isGiven(text.ja()), place + ".ja", "日本語を書いてください。");
        demand(text != null && isGiven(text.easy()), place + ".easy", "やさしい日本語を書いてください。");
        demand(text != null && isGiven(text.en()), place + ".en", "英語を書いてください。");
    }

    private static boolean isGiven(String words) {
        return words != null && !words.isBlank();
    }

    private void demand(boolean holds, String place, String words) {
        if (!holds) {
            faults.add(new FormFault(place, words));
        }
    }
}
