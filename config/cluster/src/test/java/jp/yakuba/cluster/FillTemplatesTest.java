package jp.yakuba.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import jp.yakuba.server.CannotOpen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The templates are filled for a town's machines, whole and for their owner's eyes. */
class FillTemplatesTest {
    private static final Path FOLDER = Path.of(System.getProperty("yakuba.root", "../..")).resolve("config/cluster");

    @TempDir
    private Path filled;

    @Test
    void everyGapIsFilledForEachMachine() throws IOException {
        var files = FillTemplates.fill(FOLDER.resolve("templates"), example(), filled);
        assertThat(files).hasSize(15);
        for (var file : files) {
            assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("@[a-z][a-z0-9.]*@");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        }
        assertThat(filled.resolve("yakuba2/etc/patroni/config.yml")).content()
                .contains("listen: 192.0.2.12:5432").contains("mode: required").contains("hostssl replication replicator 192.0.2.11/32 scram-sha-256");
        assertThat(filled.resolve("yakuba3/etc/pgbackrest/pgbackrest.conf")).content().contains("pg2-host=192.0.2.12");
        assertThat(filled.resolve("yakuba3/etc/patroni")).doesNotExist();
        assertThat(filled.resolve("yakuba1/etc/yakuba/nftables.conf")).content().contains("elements = { 192.0.2.11, 192.0.2.12, 192.0.2.13 }");
    }

    @Test
    void aValueThatWasForgottenIsNamed() throws IOException {
        var values = example();
        values.remove("database.superuser");
        assertThatThrownBy(() -> FillTemplates.fill(FOLDER.resolve("templates"), values, filled))
                .isInstanceOf(CannotOpen.class).hasMessageContaining("patroni.yml").hasMessageContaining("database.superuser");
    }

    /** loop_wait + 2 * retry_timeout beyond ttl would let a slow etcd end a healthy primary; version 3 of etcd lets two lead. */
    @Test
    void theClockOfTheLeaderFitsTogether() throws IOException {
        var text = Files.readString(FOLDER.resolve("templates/patroni.yml"));
        assertThat(number(text, "loop_wait") + 2 * number(text, "retry_timeout")).isLessThanOrEqualTo(number(text, "ttl"));
        assertThat(text).contains("\netcd:\n").doesNotContain("\netcd3:\n");
        assertThat(Files.readString(FOLDER.resolve("templates/etcd.yml"))).contains("\nenable-v2: true\n");
    }

    /** Whoever could reach a node past the balancer could say that he comes from anywhere. */
    @Test
    void aNodeKnowsItsBalancerByItsCertificate() throws IOException {
        var text = Files.readString(FOLDER.resolve("templates/haproxy.cfg"));
        assertThat(text.lines().filter(line -> line.strip().startsWith("default-server"))).hasSize(6).allMatch(line -> line.contains("crt @keys@/machine.pem"));
        assertThat(text.lines().filter(line -> line.contains("send-proxy-v2"))).hasSize(2);
        var script = Files.readString(FOLDER.resolve("wildfly/95-cluster.cli"));
        assertThat(script).contains("name=need-client-auth,value=true").contains("http-listener=default:remove");
        assertThat(script.lines().filter(line -> line.contains("name=proxy-protocol,value=true"))).hasSize(2);
    }

    private static int number(String text, String name) {
        return text.lines().filter(line -> line.strip().startsWith(name + ":"))
                .mapToInt(line -> Integer.parseInt(line.replaceAll("\\D", ""))).findFirst().orElseThrow();
    }

    private static Map<String, String> example() throws IOException {
        var given = new Properties();
        try (var in = Files.newBufferedReader(FOLDER.resolve("site.properties.example"))) {
            given.load(in);
        }
        var values = new HashMap<String, String>();
        given.stringPropertyNames().forEach(name -> values.put(name, given.getProperty(name).trim()));
        return values;
    }
}
