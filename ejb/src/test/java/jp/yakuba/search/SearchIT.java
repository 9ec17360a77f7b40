package jp.yakuba.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.util.List;
import jp.yakuba.AsDesk;
import jp.yakuba.search.api.Hit;
import jp.yakuba.search.api.IndexEntry;
import jp.yakuba.search.api.SearchDesk;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@DisplayName("検索の窓口(コンテナ内)")
class SearchIT {
    private static final String KIND = "search-test";
    private static final List<IndexEntry> SHELF = List.of(
            entry("move-in", "public", "転入届", "引越し 住所変更", "町に引っ越してきた日から十四日以内に届け出ます"),
            entry("certificate", "public", "住民票の写しの交付", "証明書", "世帯全員または一部の写し"),
            entry("tokyo", "public", "東京都への転出", "", "東京都に移る人"),
            entry("child", "public", "子ども医療費の助成", "こども 病院", "医療機関の窓口で払う費用を助成します"),
            entry("seal", "public", "印鑑登録", "実印", "本人が窓口に来てください"),
            entry("percent", "public", "100%減免の申請", "", "百パーセント"),
            entry("secret", "welfare", "支援措置の申出", "住民票", "閲覧の制限"));

    @Inject
    private SearchDesk desk;

    @Inject
    private AsDesk asDesk;

    @BeforeEach
    void fillTheShelf() throws Exception {
        asDesk.call(() -> {
            SHELF.forEach(desk::put);
            return null;
        });
    }

    @Test
    @DisplayName("京都は東京都を見つけない")
    void kyotoDoesNotFindTokyo() {
        assertThat(found("京都")).isEmpty();
        assertThat(found("東京")).containsExactly("tokyo");
    }

    @Test
    @DisplayName("漢字、かな、部分の語、やさしい言葉で見つかる")
    void findsByKanjiKanaAndEasyWords() {
        assertThat(found("住民票")).containsExactly("certificate");
        assertThat(found("じゅうみんひょう")).containsExactly("certificate");
        assertThat(found("いんかん")).contains("seal");
        assertThat(found("はんこ")).contains("seal");
        assertThat(found("こども")).contains("child");
        assertThat(found("子供")).contains("child");
    }

    @Test
    @DisplayName("引っ越し、ひっこし、引越のどれでも転入届が先に出る")
    void findsTheMoveHoweverItIsWritten() {
        assertThat(List.of("引っ越し", "ひっこし", "引越")).allSatisfy(
                words -> assertThat(found(words)).startsWith("move-in"));
    }

    @Test
    @DisplayName("題名に当たるものが本文に当たるものより先")
    void titleGoesBeforeBody() {
        assertThat(found("転入")).startsWith("move-in");
        assertThat(found("窓口")).containsExactlyInAnyOrder("child", "seal");
    }

    @Test
    @DisplayName("見てよい課の人にだけ見つかる")
    void rightsArePartOfTheQuestion() {
        assertThat(found("支援措置")).isEmpty();
        assertThat(desk.find(KIND, "welfare", "支援措置", 10)).extracting(Hit::key).containsExactly("secret");
    }

    @Test
    @DisplayName("記号は記号として探す")
    void signsAreNotWildcards() {
        assertThat(found("%")).containsExactly("percent");
        assertThat(found("_")).isEmpty();
        assertThat(found("' OR 1=1 --")).isEmpty();
        assertThat(found("  ")).isEmpty();
    }

    @Test
    @DisplayName("書き換えと取り消しはすぐに効き、窓口以外は書けない")
    void replacesAndRemovesAtOnce() throws Exception {
        asDesk.call(() -> {
            desk.put(entry("seal", "public", "犬の登録", "", ""));
            desk.remove(KIND, "child");
            return null;
        });
        assertThat(found("印鑑")).isEmpty();
        assertThat(found("犬")).containsExactly("seal");
        assertThat(found("医療")).isEmpty();
        assertThatThrownBy(() -> desk.remove(KIND, "seal")).isInstanceOf(EJBAccessException.class);
    }

    private List<String> found(String words) {
        return desk.find(KIND, "public", words, 10).stream().map(Hit::key).toList();
    }

    private static IndexEntry entry(String key, String area, String title, String keywords, String body) {
        return new IndexEntry(KIND, key, area, title, keywords, body);
    }
}
