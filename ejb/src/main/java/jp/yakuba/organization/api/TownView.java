package jp.yakuba.organization.api;

/**
 * The municipality: code with check digit, name, kana, prefecture, the head's title and name, the seal
 * letter that document numbers begin with (such as 芽), postal address, phone, and whether this is a sample town.
 */
public record TownView(
        String code,
        String name,
        String kana,
        String roman,
        String prefecture,
        String headTitle,
        String headName,
        String letter,
        String address,
        String phone,
        boolean sample) {
    /** What a town of its kind says otherwise than others. */
    public TownWords words() {
        return TownWords.of(name, prefecture);
    }
}
