package jp.yakuba.exchange.service.container;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import jp.yakuba.exchange.api.ProofReport;
import jp.yakuba.exchange.api.ProofState;
import jp.yakuba.kernel.OfficeClock;
import jp.yakuba.signature.api.OfflineSignatures;

/**
 * The command that checks the evidence of a message without a server and without a network.
 *
 * <p>It takes the evidence (ZIP) or a container ({@code .asice}), where the answer lies apart that too, and with {@code --authorities=} the folder
 * of those who are trusted. Without the folder it trusts those that the evidence brings, and says so. It ends with 0 if all holds, 1 if something does
 * not and 2 if it cannot be said.
 */
public final class VerifyEvidence {
    static final int HOLDS = 0;
    static final int BROKEN = 1;
    static final int UNKNOWN = 2;
    private static final String AUTHORITIES = "--authorities=";
    private static final long LARGEST = 2L * 1024 * 1024 * 1024;

    private final PrintStream out;
    private final OfficeClock clock;

    VerifyEvidence(PrintStream out, OfficeClock clock) {
        this.out = out;
        this.clock = clock;
    }

    /** Checks and reports in Japanese. */
    public static void main(String... arguments) {
        System.setProperty("java.net.useSystemProxies", "false");
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new VerifyEvidence(out, InstantSource.system()::instant).run(arguments));
    }

    int run(String... arguments) {
        var files = new ArrayList<Path>();
        Path authorities = null;
        for (var argument : Stream.of(arguments).filter(Objects::nonNull).toList()) { // Maven makes null of what was left empty
            if (argument.startsWith(AUTHORITIES)) {
                authorities = argument.equals(AUTHORITIES) ? null : Path.of(argument.substring(AUTHORITIES.length()));
            } else if (!argument.isBlank()) {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty() || files.size() > 2) {
            out.println("使い方: VerifyEvidence <証拠のZIPまたは容れ物.asice> [<通知.xml>] [--authorities=<認証局のフォルダ>]");
            return UNKNOWN;
        }
        try {
            return checked(files, authorities);
        } catch (IOException | ContainerRefused unreadable) {
            out.printf("読めません: %s%n", unreadable.getMessage());
            return UNKNOWN;
        }
    }

    private int checked(List<Path> files, Path authorities) throws IOException, ContainerRefused {
        if (authorities != null) {
            if (!Files.isDirectory(authorities)) {
                out.printf("認証局のフォルダがありません: %s%n", authorities);
                return UNKNOWN;
            }
            out.printf("信頼の起点: %s にある証明書と失効リストだけを信頼して確かめます。%n", authorities);
            return report(files, authorities);
        }
        var brought = Files.createTempDirectory("yakuba-trust-");
        try {
            out.println(ProofFile.anchors(files.get(0), brought) == 0 ? "信頼の起点: ありません。認証局のフォルダを渡さないと、だれの署名かは分かりません。"
                    : "信頼の起点: 証拠に入っていた証明書です。証拠を出した役所が信頼しているというだけで、あなたが確かめたものではありません。"
                            + "自分で手に入れた認証局の証明書のフォルダを渡すと、それで確かめます。");
            return report(files, brought);
        } finally {
            deleted(brought);
        }
    }

    private static void deleted(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }

    private int report(List<Path> files, Path authorities) throws IOException {
        var signatures = OfflineSignatures.find();
        var check = new ProofCheck(new ContainerCheck(signatures.containers(authorities, clock)), new AnswerXml(signatures.xml(authorities, clock), clock));
        var report = check.check(files.get(0), files.size() == 1 ? null : Files.readAllBytes(files.get(1)), LARGEST);
        out.print(ProofText.of(report));
        return exit(report);
    }

    private static int exit(ProofReport report) {
        if (report.outcome() == ProofState.HOLDS) {
            return HOLDS;
        }
        return report.outcome() == ProofState.BROKEN ? BROKEN : UNKNOWN;
    }
}
