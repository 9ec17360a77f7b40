package jp.yakuba.certificate.model;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.certificate.api.CopyOutcome;
import jp.yakuba.certificate.api.CopyScope;
import jp.yakuba.certificate.api.IdentityDocument;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.kernel.Sha256;

/** Requests and answers in words, as people read them in the letters. An answer says how it ended; what it tells is in the sealed part alone. */
public final class WideCopyWords {
    /** The clause by which the request leaves. */
    public static final String ASK_RULE = "住民基本台帳法第12条の4第2項";
    /** The clause by which the answer leaves. */
    public static final String ANSWER_RULE = "住民基本台帳法第12条の4第3項";
    /** Title of the request; it names nobody. */
    public static final String ASK_TITLE = "住民票の写しの広域交付に係る通知（請求）";
    /** Title of the answer. */
    public static final String ANSWER_TITLE = "住民票の写しの広域交付に係る通知（回答）";
    private static final int SHOWN = 16;

    private WideCopyWords() {}

    /** The text of the request. */
    public static String of(CopyRequest request, byte[] part) {
        var text = new StringBuilder(ASK_RULE).append("の規定により、住民票の写しの交付の請求があったので、次のとおり通知します。\n\n請求をした者　").append(request.name())
                .append("　").append(new EraDate(request.birthDate())).append("生\n住所　").append(request.address())
                .append("\n写しに載せる者　").append(scope(request)).append("\n世帯主・続柄　").append(request.relationships() ? "載せる" : "載せない")
                .append("\n本人確認　").append(words(request.identity())).append("の提示を受け、確かめました。\n受付　")
                .append(new EraDate(request.askedAt().atZone(OfficeClock.ZONE).toLocalDate())).append("　担当 ").append(request.clerk()).append('\n');
        return mark(text, part);
    }

    private static String scope(CopyRequest request) {
        return switch (request.scope()) {
            case WHOLE -> "世帯全員";
            case SELF -> "請求をした者";
            case SOME -> request.wanted().stream().collect(Collectors.joining("、", "世帯の一部（", "）"));
        };
    }

    /** The text of the answer; it names nobody and says no item of the record. */
    public static String of(CopyReply reply, String number, byte[] part) {
        var text = new StringBuilder(ANSWER_RULE).append("の規定により、次のとおり通知します。\n\n請求の通知　").append(number).append("\n回答　").append(words(reply.outcome()));
        if (reply.sealed() != null) {
            text.append("\n\n住民票の事項は、請求をした市区町村だけが読めるよう暗号にして、この文書に添えました。この文書そのものには載せません。");
        }
        return mark(text.append('\n'), part);
    }

    private static String mark(StringBuilder text, byte[] part) {
        return text.append("\n照合番号 ").append(Sha256.hex(part), 0, SHOWN).append('\n').toString();
    }

    /** What of the text of the request the other office keeps itself. */
    public static Set<String> theirs(CopyRequest request) {
        return Stream.concat(Stream.of(request.name(), request.address()), request.wanted().stream()).collect(Collectors.toSet());
    }

    private static String words(CopyOutcome outcome) {
        return switch (outcome) {
            case TOLD -> "事項を通知します。";
            case NOT_HERE -> "この窓口では交付できません。住所地にお問い合わせください。";
            case CHANGE_WAITS -> "届出の処理が終わっていないため、本日は交付できません。";
            case TOO_LATE -> "請求の通知が届いたとき、受付から時間が過ぎていたため、通知しません。";
        };
    }

    private static String words(IdentityDocument identity) {
        return switch (identity) {
            case NUMBER_CARD -> "個人番号カード";
            case DRIVING_LICENCE -> "運転免許証";
            case PASSPORT -> "旅券";
            case RESIDENCE_CARD -> "在留カード又は特別永住者証明書";
            case OTHER_WITH_PHOTOGRAPH -> "官公署が発行した写真付きの書類";
        };
    }
}
