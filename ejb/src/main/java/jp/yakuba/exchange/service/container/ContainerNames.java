package jp.yakuba.exchange.service.container;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import jp.yakuba.exchange.api.ExchangeFault;

/** Names of files in a container: few, plain, and each one thing only. */
final class ContainerNames {
    static final String MIMETYPE = "mimetype";
    static final String HEAD = "head.xml";
    static final String DOCUMENT = "document.pdf";
    static final String SERVICE = "service.xml";
    static final String MANIFEST = "META-INF/manifest.xml";
    static final String SIGNATURES = "META-INF/signatures.xml";
    private static final Pattern ATTACHMENT = Pattern.compile("attachments/[0-9]{4}(\\.[a-z0-9]{1,8})?");
    private static final Pattern OTHER_SIGNATURES = Pattern.compile("(?i)META-INF/[^/]*signature[^/]*");
    private static final Pattern EXTENSION = Pattern.compile(".*\\.([A-Za-z0-9]{1,8})", Pattern.DOTALL);
    private static final Pattern FORBIDDEN = Pattern.compile("^/|\\\\|^[A-Za-z]:|(^|/)\\.{1,2}(/|$)|//|[\\p{Cntrl}]");

    private ContainerNames() {}

    /** Where the attachment of a number lies: 0001 with the ending that people see, if that is a plain one. */
    static String attachment(int number, String displayName) {
        var ending = EXTENSION.matcher(displayName);
        return String.format(Locale.ROOT, "attachments/%04d", number) + (ending.matches() ? "." + ending.group(1).toLowerCase(Locale.ROOT) : "");
    }

    static boolean isAttachment(String name) {
        return ATTACHMENT.matcher(name).matches();
    }

    /** True for what a head must name. */
    static boolean isPart(String name) {
        return name.equals(DOCUMENT) || name.equals(SERVICE) || isAttachment(name);
    }

    /** Refuses names that lead elsewhere, that are one for some machines, or that no letter has. */
    static void require(List<String> names) throws ContainerRefused {
        var seen = new HashSet<String>();
        for (var name : names) {
            ContainerRefused.require(!FORBIDDEN.matcher(name).find(), ExchangeFault.NAME_FORBIDDEN, "a name leads out of the container");
            ContainerRefused.require(seen.add(folded(name)), ExchangeFault.NAME_TWICE, name);
        }
        for (var name : names) {
            ContainerRefused.require(name.equals(SIGNATURES) || !OTHER_SIGNATURES.matcher(name).matches(), ExchangeFault.SIGNATURE_NOT_ONE, name);
            ContainerRefused.require(isKnown(name), ExchangeFault.PART_UNKNOWN, name);
        }
    }

    private static boolean isKnown(String name) {
        return List.of(MIMETYPE, HEAD, DOCUMENT, SERVICE, MANIFEST, SIGNATURES).contains(name) || isAttachment(name);
    }

    private static String folded(String name) {
        return Normalizer.normalize(Normalizer.normalize(name, Normalizer.Form.NFKC).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT), Normalizer.Form.NFKC);
    }
}
