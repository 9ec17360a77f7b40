package jp.yakuba.exchange.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import jp.yakuba.document.api.FileDesk;
import jp.yakuba.exchange.model.KeptProof;
import jp.yakuba.exchange.model.ProofPart;
import jp.yakuba.exchange.service.container.ProofNames;
import jp.yakuba.exchange.store.KeptProofStore;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.TrustAnchors;

/** The proof of a message as one file that anybody can check without this office. */
@ApplicationScoped
public class Evidence {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("uuuu-MM-dd").withZone(OfficeClock.ZONE);
    private static final String WORDS = """
            文書交換の証拠

            %s.asice   送られたままの容れ物（ASiC-E）。差出人の署名（XAdES）は、鑑（head.xml）、文書、添付のすべてにかかっています。
            answer.xml  受け取った役所の通知（受領通知または否認通知）。署名（XAdES）は、メッセージの番号と容れ物のハッシュ値にかかっています。
                        あれば、署名の後ろに、長く確かめるための証拠も足してあります。
            report.xml  受け取ったときの検証の記録（EU DSS の形式）。受け取った文書だけにあります。

            signatures.xml  容れ物の署名に、長く確かめるための証拠（証明書、失効リスト、保管タイムスタンプ）を足したもの。あれば、%s まで確かめられ、それまでに更新されます。
            trust/      この証拠を出した役所が信頼している認証局と時刻認証局の証明書、失効リスト。

            確かめ方
            1. 電子役場のプログラムで、ネットワークなしに確かめられます。認証局の証明書を自分で手に入れたフォルダを渡すと、それだけを信頼します。
               渡さなければ trust/ を使いますが、それはこの証拠を出した役所の言うことです。
               mvn -Pcheck -Dfile=<この ZIP> [-Dauthorities=<認証局のフォルダ>]
            2. 電子役場の画面「書類を確かめる」（/proof）でも、その役所が信頼する認証局で確かめられます。
            3. 容れ物のハッシュ値（SHA-256）は次のとおりです。answer.xml の sha256 と同じはずです。
               %s
               sha256sum %s.asice
            4. 署名は、EU DSS などの ASiC-E と XAdES を読むプログラムでも確かめられます。役所の認証局の証明書を信頼の起点にしてください。
            """;

    @Inject
    private FileDesk files;

    @Inject
    private TrustAnchors trust;

    @Inject
    private KeptProofStore proofs;

    /** Writes it; answer and report are left out where there are none. */
    public void write(UUID message, String sha256, byte[] answer, byte[] report, OutputStream to) throws IOException {
        var proof = proofs.find(ProofPart.CONTAINER, message, sha256);
        var answered = proofs.find(ProofPart.ANSWER, message, sha256);
        var until = proof.map(kept -> UNTIL.format(kept.until())).orElse("署名した証明書の期限");
        try (var zip = new ZipOutputStream(to, StandardCharsets.UTF_8)) {
            zip.setLevel(Deflater.NO_COMPRESSION); // what is packed tightly would be refused by whoever checks it
            zip.putNextEntry(new ZipEntry(ProofNames.container(message)));
            try (var container = files.open(sha256)) {
                container.transferTo(zip);
            }
            zip.closeEntry();
            put(zip, ProofNames.ANSWER, answered.map(KeptProof::signatures).orElse(answer));
            put(zip, ProofNames.REPORT, report);
            put(zip, ProofNames.SIGNATURES, proof.map(KeptProof::signatures).orElse(null));
            for (var anchor : trust.list()) {
                put(zip, ProofNames.TRUST + anchor.name(), anchor.content());
            }
            put(zip, ProofNames.WORDS, WORDS.formatted(message, until, sha256, message).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        if (content != null) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
            zip.closeEntry();
        }
    }
}
