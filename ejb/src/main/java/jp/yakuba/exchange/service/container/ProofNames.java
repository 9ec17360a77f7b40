package jp.yakuba.exchange.service.container;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import jp.yakuba.exchange.api.ExchangeFault;

/** Names of files in the evidence of a message. */
public final class ProofNames {
    public static final String ANSWER = "answer.xml";
    public static final String REPORT = "report.xml";
    /** The container's signature with the proof that was put behind it since. */
    public static final String SIGNATURES = "signatures.xml";
    public static final String WORDS = "README.txt";
    /** Folder of those whom the office trusts that handed it out. */
    public static final String TRUST = "trust/";
    private static final String CONTAINER_ENDING = ".asice";
    private static final Pattern CONTAINER = Pattern.compile("[0-9a-f-]{36}\\.asice");
    private static final Pattern ANCHOR = Pattern.compile("trust/[0-9]{3}\\.(cer|crl)");

    private ProofNames() {}

    /** What the container of a message is called. */
    public static String container(Object message) {
        return message + CONTAINER_ENDING;
    }

    static boolean isContainer(String name) {
        return CONTAINER.matcher(name).matches();
    }

    static boolean isAnchor(String name) {
        return ANCHOR.matcher(name).matches();
    }

    /** Refuses what is no evidence. */
    static void require(List<String> names) throws ContainerRefused {
        var seen = new HashSet<String>();
        for (var name : names) {
            boolean known = List.of(ANSWER, REPORT, SIGNATURES, WORDS).contains(name) || isContainer(name) || isAnchor(name);
            ContainerRefused.require(known, ExchangeFault.PART_UNKNOWN, name);
            ContainerRefused.require(seen.add(name), ExchangeFault.NAME_TWICE, name);
        }
        long containers = names.stream().filter(ProofNames::isContainer).count();
        ContainerRefused.require(containers == 1, containers == 0 ? ExchangeFault.PART_MISSING : ExchangeFault.DOCUMENT_NOT_ONE, containers + " containers");
    }
}
