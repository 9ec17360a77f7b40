package jp.yakuba.relocation.model;

import static java.util.stream.Collectors.toSet;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jp.yakuba.kernel.EraDate;
import jp.yakuba.kernel.Sha256;

/** A notice of a move in words, as people read it in the letter: what the part for programs says, and nothing else. */
public final class MoveNoticeWords {
    /** The clause that orders the notice. */
    public static final String RULE = "住民基本台帳法第9条第1項";
    /** Title of the letter; it names nobody. */
    public static final String TITLE = "転入通知";
    private static final int SHOWN = 16;

    private MoveNoticeWords() {}

    /** The text of the letter. */
    public static String of(MoveNotice notice, byte[] part) {
        var text = new StringBuilder(RULE).append("の規定により、転入をした者について次のとおり通知します。\n\n転入をした年月日　").append(new EraDate(notice.movedOn()))
                .append("\n従前の住所　").append(notice.previousAddress()).append("\n転入後の住所　")
                .append(notice.shielded() ? "支援措置の対象のため、この通知には載せません。" : notice.newAddress()).append("\n\n転入をした者\n");
        int number = 1;
        for (var person : notice.persons()) {
            text.append(number++).append("　").append(person.name()).append("（").append(person.kana()).append("）　")
                    .append(new EraDate(person.birthDate())).append("生　").append(sex(person.sex())).append('\n');
        }
        if (notice.shielded()) {
            text.append("\n支援措置の対象者です。住所を知られないよう取り扱ってください。\n");
        }
        return text.append("\n照合番号 ").append(Sha256.hex(part), 0, SHOWN).append('\n').toString();
    }

    /**
     * What of the text may leave though it is like a protected address: what the other town said or keeps itself, and where they live now, of which the
     * ledger has said that nobody protected has that dwelling.
     */
    public static Set<String> cleared(MoveNotice notice) {
        return Stream.concat(Stream.of(notice.previousAddress(), notice.newAddress()), notice.persons().stream().flatMap(one -> Stream.of(one.name(), one.kana())))
                .filter(Objects::nonNull).collect(toSet());
    }

    private static String sex(String code) {
        return switch (code) {
            case "1" -> "男";
            case "2" -> "女";
            default -> "その他";
        };
    }
}
