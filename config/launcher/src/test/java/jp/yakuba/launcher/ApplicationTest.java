package jp.yakuba.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("組み立てられたアプリケーション")
class ApplicationTest {
    private static final Path EAR = Path.of("../../ear/target/yakuba.ear");
    private static final String INDEX = "META-INF/jandex.idx";

    @Test
    @DisplayName("どの書庫にも注釈の索引があり、サーバは起動のたびに部品を読みなおさない")
    void everyArchiveBringsItsIndex() throws IOException {
        var seen = new ArrayList<String>();
        var without = new ArrayList<String>();
        look(EAR, "/", seen, without);

        assertThat(seen).contains("/yakuba-ejb.jar", "/yakuba-web.war", "/lib/poi.jar").anyMatch(name -> name.startsWith("/WEB-INF/lib/primefaces"));
        assertThat(without).isEmpty();
    }

    private static void look(Path container, String libraries, List<String> seen, List<String> without) throws IOException {
        try (var inside = FileSystems.newFileSystem(container); var files = Files.walk(inside.getPath(libraries))) {
            for (var archive : files.filter(file -> file.toString().matches(".*\\.[jw]ar")).toList()) {
                boolean web = archive.toString().endsWith(".war");
                seen.add(archive.toString());
                try (var opened = FileSystems.newFileSystem(archive)) {
                    if (!Files.exists(opened.getPath(web ? "/WEB-INF/classes" : "/").resolve(INDEX))) {
                        without.add(archive.toString());
                    }
                }
                if (web) {
                    look(archive, "/WEB-INF/lib", seen, without);
                }
            }
        }
    }
}
