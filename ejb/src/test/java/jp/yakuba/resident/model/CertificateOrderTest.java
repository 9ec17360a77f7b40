package jp.yakuba.resident.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("世帯員の並び順(標準仕様書 5.2)")
class CertificateOrderTest {
    private static final CertificateOrder<Line> ORDER =
            new CertificateOrder<>(Line::relationship, Line::birth, Line::number);

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', textBlock = """
            # the first group: head, spouse, children by birth
            子 2015, 妻 1985, 子 2012, 世帯主 1984                   | 世帯主 1984, 妻 1985, 子 2012, 子 2015
            # the eldest child's family follows the children
            子の子 2015, 子 1982, 世帯主 1950, 子の妻 1984, 妻 1952, 子 1986 | 世帯主 1950, 妻 1952, 子 1986, 子 1982, 子の妻 1984, 子の子 2015
            # parents, then brothers and sisters, then grandparents
            父の母 1930, 弟 1988, 母 1960, 世帯主 1985, 父 1955          | 世帯主 1985, 父 1955, 母 1960, 弟 1988, 父の母 1930
            # kin of the spouse before 縁故者 before 同居人
            同居人 1970, 縁故者 1990, 妻の母 1955, 世帯主 1980           | 世帯主 1980, 妻の母 1955, 縁故者 1990, 同居人 1970
            """)
    void putsMembersInTheOrderOfACertificate(String given, String expected) {
        assertThat(ORDER.sort(lines(given))).isEqualTo(lines(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource("0000000019, 0000000027")
    void decidesTheSameDayByTheNumber(String smaller, String larger) {
        var day = LocalDate.of(2015, 5, 5);
        var younger = new Line("子", day, larger);
        var elder = new Line("子", day, smaller);
        assertThat(ORDER.sort(List.of(younger, elder))).containsExactly(elder, younger);
    }

    private static List<Line> lines(String words) {
        return Arrays.stream(words.split(",")).map(String::strip).map(word -> word.split(" "))
                .map(word -> new Line(word[0], LocalDate.of(Integer.parseInt(word[1]), 1, 1), "0")).toList();
    }

    private record Line(String relationship, LocalDate birth, String number) {}
}
