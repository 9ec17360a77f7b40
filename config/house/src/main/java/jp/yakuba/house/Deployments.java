package jp.yakuba.house;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Testable;
import org.jboss.shrinkwrap.api.Filters;
import org.jboss.shrinkwrap.api.GenericArchive;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * What an Arquillian test deploys (配備): the module's classes whole, with the libraries the real application has, never a
 * hand-kept list of classes.
 *
 * <p>The build writes the class path of the running application into {@value #LIBRARIES}, so no network is asked. The tests
 * themselves travel in a WAR beside the business; packages named {@code …trial} are left out, for they bring servers'
 * settings of their own.
 */
public final class Deployments {
    private static final String LIBRARIES = "target/application-libraries";
    private static final String CLASSES = "target/classes";
    private static final String TEST_CLASSES = "target/test-classes";
    private static final String JBOSS_APP = "../ear/src/main/application/META-INF/jboss-app.xml";
    private static final String ASSERTIONS = "assertj-core";

    private Deployments() {}

    /** The business as one EAR, and the tests of the module beside it. */
    public static EnterpriseArchive ejb() {
        var ear = ShrinkWrap.create(EnterpriseArchive.class, "yakuba-test.ear")
                .addAsModule(folder(Path.of(CLASSES), "yakuba-ejb.jar"))
                .addAsModule(Testable.archiveToTest(tests()))
                .addAsApplicationResource(new File(JBOSS_APP), "jboss-app.xml");
        libraries().forEach(library -> add(ear, library));
        return ear;
    }

    private static WebArchive tests() {
        var war = ShrinkWrap.create(WebArchive.class, "yakuba-tests.war");
        war.merge(ShrinkWrap.create(GenericArchive.class)
                .as(ExplodedImporter.class)
                .importDirectory(TEST_CLASSES, Filters.exclude(".*trial/.*|/arquillian\\.xml"))
                .as(GenericArchive.class), "WEB-INF/classes");
        return war;
    }

    private static Stream<Path> libraries() {
        return Stream.concat(
                read(Path.of(LIBRARIES)).stream().flatMap(line -> Stream.of(line.split(File.pathSeparator))).map(Path::of),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                        .map(Path::of)
                        .filter(jar -> jar.getFileName().toString().startsWith(ASSERTIONS)));
    }

    private static void add(EnterpriseArchive ear, Path library) {
        if (Files.isDirectory(library)) {
            var module = library.toAbsolutePath().getParent().getParent().getFileName();
            ear.addAsLibrary(folder(library, "yakuba-" + module + ".jar"));
        } else {
            ear.addAsLibrary(library.toFile());
        }
    }

    private static JavaArchive folder(Path folder, String name) {
        return ShrinkWrap.create(JavaArchive.class, name)
                .as(ExplodedImporter.class)
                .importDirectory(folder.toFile())
                .as(JavaArchive.class);
    }

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The build writes " + file + " before integration tests run", unreadable);
        }
    }
}
