package jp.yakuba.application.model;

import java.util.List;
import jp.yakuba.application.api.Remedy;
import jp.yakuba.application.api.RemedyWay;
import jp.yakuba.application.api.Text;

/**
 * What a notice says about remedies (教示, 行政不服審査法82条, 行政事件訴訟法46条).
 *
 * @param authority who decides (処分庁), such as 芽室町長
 * @param reviewBy to whom the request for review goes (審査請求先)
 * @param defendant the defendant of a suit, such as 芽室町（代表者　芽室町長）
 */
public record Instruction(
        RemedyWay way, String authority, String reviewBy, String defendant, List<String> grounds, RemedyPeriods periods) {
    /** The head decides, takes the request for review and represents the town. */
    private static final Remedy USUAL = new Remedy(RemedyWay.REVIEW_OR_SUIT, null, null, null, List.of());
    private static final Text COURT = new Text("裁判所", "裁判所(さいばんしょ)", "the court");

    /** What the procedure says, and the usual for what it leaves open; null for the usual altogether. */
    public static Instruction of(Remedy remedy, String town, String headTitle, RemedyPeriods periods) {
        var said = remedy == null ? USUAL : remedy;
        var authority = or(said.authority(), headTitle);
        return new Instruction(said.way(), authority, or(said.reviewBy(), authority),
                or(said.defendant(), town + "（代表者　" + authority + "）"), said.grounds(), periods);
    }

    private static String or(String words, String otherwise) {
        return words == null ? otherwise : words;
    }

    /** True if the office only hands the application on. */
    public boolean isElsewhere() {
        return way == RemedyWay.ELSEWHERE;
    }

    /** To whom one turns first who is not content. */
    public Text objectTo() {
        return way == RemedyWay.SUIT_ONLY ? COURT : new Text(reviewBy, reviewBy, reviewBy);
    }

    /** The instruction in the words of a notice. */
    public String words() {
        var words = switch (way) {
            case REVIEW_OR_SUIT -> review() + "\n２　" + suit() + "\n３　" + suitAfterRuling();
            case REVIEW_FIRST -> review() + "\n２　" + suitOnlyAfterRuling() + "\n３　" + withoutRuling();
            case SUIT_ONLY -> "１　この処分について審査請求をすることはできません。\n２　" + suit();
            case ELSEWHERE -> "この通知は、申請を" + authority + "へ送ったこと（進達）をお知らせするもので、処分ではありません。申請について決めるのは"
                    + authority + "です。不服があるときの手続は、" + authority + "からの通知書に書かれます。";
        };
        return grounds.isEmpty() ? words : words + "\n根拠　" + String.join("、", grounds);
    }

    private String review() {
        return "１　この処分に不服があるときは、この処分があったことを知った日の翌日から起算して" + periods.reviewMonths() + "か月以内に、" + reviewBy
                + "に対して審査請求をすることができます（処分の日" + limit(periods.reviewLimitYears()) + "）。";
    }

    private String suit() {
        return "この処分の取消しの訴えは、この処分があったことを知った日の翌日から起算して" + periods.suitMonths() + "か月以内に、" + defendant
                + "を被告として提起することができます（処分の日" + limit(periods.suitLimitYears()) + "）。";
    }

    private String suitAfterRuling() {
        return "審査請求をした場合は、処分の取消しの訴えは、その裁決があったことを知った日の翌日から起算して" + periods.suitMonths()
                + "か月以内に提起することができます（裁決の日" + limit(periods.suitLimitYears()) + "）。";
    }

    private String suitOnlyAfterRuling() {
        return "この処分の取消しの訴えは、１の審査請求に対する裁決を経た後でなければ提起することができません。裁決があったことを知った日の翌日から起算して"
                + periods.suitMonths() + "か月以内に、" + defendant + "を被告として提起することができます（裁決の日"
                + limit(periods.suitLimitYears()) + "）。";
    }

    /** 行政事件訴訟法8条2項. */
    private String withoutRuling() {
        return "次のどれかに当たるときは、裁決を経ないで訴えを提起することができます。(1) 審査請求があった日の翌日から起算して" + periods.rulingMonths()
                + "か月を過ぎても裁決がないとき。(2) 処分、処分の執行または手続の続行により生じる著しい損害を避けるため緊急の必要があるとき。"
                + "(3) そのほか裁決を経ないことにつき正当な理由があるとき。";
    }

    private static String limit(int years) {
        return "の翌日から起算して" + years + "年を過ぎると、正当な理由があるときを除き、できなくなります";
    }
}
