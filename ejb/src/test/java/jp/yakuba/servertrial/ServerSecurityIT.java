package jp.yakuba.servertrial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
@RunAsClient
@DisplayName("設定したサーバの権限")
class ServerSecurityIT {
    @ArquillianResource
    @OperateOnDeployment(Trial.NAME)
    private URL address;

    @Test
    @OperateOnDeployment(Trial.NAME)
    @DisplayName("ログインした住民の役割は窓口まで届き、隣の窓口へは窓口の役割だけが渡る")
    void identityReachesTheDeskAndOnlyTheDeskRoleGoesOn() throws Exception {
        assertThat(knock("ask&name=taro&role=resident").body()).isEqualTo("taro resident=false");
    }

    @Test
    @OperateOnDeployment(Trial.NAME)
    @DisplayName("役割のない人、違う役割の人は断る")
    void wrongRolesAreRefused() throws Exception {
        assertThat(knock("ask").statusCode()).isEqualTo(403);
        assertThat(knock("ask&name=hana&role=staff").statusCode()).isEqualTo(403);
    }

    @Test
    @OperateOnDeployment(Trial.NAME)
    @DisplayName("役割を書き忘れた窓口は誰にも開かない")
    void methodWithoutRolesIsClosed() throws Exception {
        assertThat(knock("forgotten&name=taro&role=resident").statusCode()).isEqualTo(403);
    }

    @Test
    @OperateOnDeployment(Trial.NAME)
    @DisplayName("窓口同士の入口には人は入れない")
    void nobodyEntersTheDoorBetweenDesks() throws Exception {
        assertThat(knock("neighbour&name=taro&role=resident").statusCode()).isEqualTo(403);
    }

    @Test
    @OperateOnDeployment(Trial.NAME)
    @DisplayName("データベースに置いたタイマーは、システムの役割で窓口を呼ぶ")
    void persistentTimerCallsAsTheSystem() throws Exception {
        var word = "";
        for (var turn = 0; turn < 40 && !word.equals("ticked"); turn++) {
            Thread.sleep(500);
            word = knock("timer").body();
        }
        assertThat(word).isEqualTo("ticked");
    }

    private HttpResponse<String> knock(String door) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(address + "knock?door=" + door)).build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    }
}
