package jp.yakuba.exchange.service.container;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import jp.yakuba.exchange.api.ExchangeFault;
import jp.yakuba.exchange.api.LetterPart;
import jp.yakuba.kernel.StrictXml;

/** The list of files that programs for ASiC-E look for ({@code META-INF/manifest.xml}); it must say what the head says. */
final class ManifestXml {
    static final String CONTAINER = "application/vnd.etsi.asic-e+zip";
    static final String XML = "text/xml";
    static final int LARGEST = 256 * 1024;
    private static final String NAMESPACE = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0";

    private ManifestXml() {}

    static byte[] write(List<LetterPart> parts) {
        var document = StrictXml.empty();
        var root = document.createElementNS(NAMESPACE, "manifest:manifest");
        root.setAttributeNS(NAMESPACE, "manifest:version", "1.2");
        document.appendChild(root);
        expected(parts).forEach((path, type) -> {
            var entry = document.createElementNS(NAMESPACE, "manifest:file-entry");
            entry.setAttributeNS(NAMESPACE, "manifest:full-path", path);
            entry.setAttributeNS(NAMESPACE, "manifest:media-type", type);
            root.appendChild(entry);
        });
        return StrictXml.write(document);
    }

    static void require(byte[] xml, List<LetterPart> parts) throws ContainerRefused {
        try {
            var root = StrictXml.read(xml, LARGEST).getDocumentElement();
            var found = new HashMap<String, String>();
            for (var entry : XmlParts.children(root, "file-entry")) {
                var twice = found.put(entry.getAttributeNS(NAMESPACE, "full-path"), entry.getAttributeNS(NAMESPACE, "media-type"));
                ContainerRefused.require(twice == null, ExchangeFault.MANIFEST_WRONG, "a file twice");
            }
            ContainerRefused.require(found.equals(expected(parts)), ExchangeFault.MANIFEST_WRONG, "it lists other files, or other types, than the head");
        } catch (StrictXml.NotRead broken) {
            throw new ContainerRefused(ExchangeFault.MANIFEST_WRONG, broken.getMessage());
        }
    }

    private static Map<String, String> expected(List<LetterPart> parts) {
        var types = new LinkedHashMap<String, String>();
        types.put("/", CONTAINER);
        types.put(ContainerNames.HEAD, XML);
        parts.forEach(part -> types.put(part.path(), part.mediaType()));
        return types;
    }
}
