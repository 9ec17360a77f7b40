package jp.yakuba.web.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("フィルタの置き場所")
class FilterMappingsTest {
    private static final Path WEB_XML = Path.of("src", "main", "webapp", "WEB-INF", "web.xml");

    @Test
    @DisplayName("一つの要求が同じフィルタを二度通らない。サーバは、当てはまる型ごとに一度ずつ通す")
    void noRequestMeetsAFilterTwice() throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(WEB_XML.toFile());
        var twice = new ArrayList<String>();
        var mappings = elements(document.getElementsByTagName("filter-mapping"));
        for (var mapping : mappings) {
            var name = text(mapping, "filter-name").get(0);
            var patterns = mappings.stream().filter(other -> text(other, "filter-name").contains(name)).flatMap(other -> text(other, "url-pattern").stream()).toList();
            for (int first = 0; first < patterns.size(); first++) {
                for (int second = first + 1; second < patterns.size(); second++) {
                    if (overlap(patterns.get(first), patterns.get(second))) {
                        twice.add(name + " at " + patterns.get(first) + " and " + patterns.get(second));
                    }
                }
            }
        }
        assertThat(mappings).isNotEmpty();
        assertThat(twice).isEmpty();
        assertThat(overlap("/proof", "/proof/*")).isTrue();
        assertThat(overlap("/proof/*", "/proof.xhtml")).isFalse();
        assertThat(overlap("*.xhtml", "/proof.xhtml")).isTrue();
    }

    private static boolean overlap(String one, String other) {
        return matches(one, other) || matches(other, one);
    }

    /** True if the pattern takes what the other pattern names, the stars of the other left away. */
    private static boolean matches(String pattern, String other) {
        var path = other.replace("/*", "");
        if (pattern.startsWith("*.")) {
            return path.endsWith(pattern.substring(1));
        }
        var begin = pattern.endsWith("/*") ? pattern.substring(0, pattern.length() - 2) : null;
        return begin == null ? path.equals(pattern) : path.equals(begin) || path.startsWith(begin + "/");
    }

    private static List<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast).toList();
    }

    private static List<String> text(Element element, String name) {
        return elements(element.getElementsByTagName(name)).stream().map(found -> found.getTextContent().strip()).toList();
    }
}
