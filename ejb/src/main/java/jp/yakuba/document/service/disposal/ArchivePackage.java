package jp.yakuba.document.service.disposal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import jp.yakuba.document.api.DossierView;
import org.roda_project.commons_ip.utils.IPException;
import org.roda_project.commons_ip2.model.IPContentInformationType;
import org.roda_project.commons_ip2.model.IPContentType;
import org.roda_project.commons_ip2.model.IPDescriptiveMetadata;
import org.roda_project.commons_ip2.model.IPFile;
import org.roda_project.commons_ip2.model.IPRepresentation;
import org.roda_project.commons_ip2.model.MetadataType;
import org.roda_project.commons_ip2.model.MetadataType.MetadataTypeEnum;
import org.roda_project.commons_ip2.model.impl.eark.EARKSIP;
import org.roda_project.commons_ip2.model.impl.eark.out.writers.factory.ZipWriteStrategyFactory;

/**
 * A file as an information package that archives everywhere understand (E-ARK SIP 2.2.0): its description in Dublin Core, a
 * list of its records with the ends of their histories, and the records' files under numbers, for names may not fit everywhere.
 */
final class ArchivePackage {
    private static final String VERSION = "2.2.0";
    private static final String DC = "http://purl.org/dc/elements/1.1/";
    private static final String RECORDS = "https://yakuba.example/records/1";

    private final String town;
    private final String section;
    private final LocalDate day;

    ArchivePackage(String town, String section, LocalDate day) {
        this.town = town;
        this.section = section;
        this.day = day;
    }

    /** A file of a record on local disk. */
    record Content(Path path, String name, String sha256) {}

    /** A record with its files. */
    record Packed(String number, String title, String party, Instant recordedAt, String historyEnd, List<Content> files) {}

    /** Builds the package beside what it is made of. */
    Path build(DossierView dossier, List<Packed> records, Path folder) throws IOException {
        try {
            var sip = new EARKSIP("yakuba-" + dossier.id(), IPContentType.getMIXED(), IPContentInformationType.getMIXED(), VERSION);
            sip.addCreatorSoftwareAgent("Yakuba", "1");
            sip.addSubmitterAgent(town, section);
            sip.setDescription(plain(dossier.code() + " " + dossier.title()));
            sip.addDescriptiveMetadata(described("dc.xml", describe(dossier, folder), MetadataTypeEnum.DC, "2002-12-12"));
            sip.addDescriptiveMetadata(described("records.xml", list(records, folder), MetadataTypeEnum.OTHER, "1"));
            sip.addRepresentation(representation(records));
            return sip.build(new ZipWriteStrategyFactory().create(Files.createDirectory(folder.resolve("package"))));
        } catch (IPException | XMLStreamException unfit) {
            throw new IOException("The package of " + dossier.id() + " could not be built", unfit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("The building of a package was stopped", stopped);
        }
    }

    private static IPDescriptiveMetadata described(String id, Path path, MetadataTypeEnum type, String version) {
        var kind = new MetadataType(type);
        return new IPDescriptiveMetadata(id, new IPFile(path), type == MetadataTypeEnum.OTHER ? kind.setOtherType("records") : kind, version);
    }

    private static IPRepresentation representation(List<Packed> records) {
        var all = new IPRepresentation("rep1");
        all.setContentType(IPContentType.getMIXED());
        all.setContentInformationType(IPContentInformationType.getMIXED());
        for (int record = 0; record < records.size(); record++) {
            var files = records.get(record).files();
            for (int file = 0; file < files.size(); file++) {
                all.addFile(new IPFile(files.get(file).path(), List.of(folderOf(record))).setRenameTo(nameOf(files.get(file), file)));
            }
        }
        return all;
    }

    private static String folderOf(int record) {
        return String.format("record-%05d", record + 1);
    }

    /** A number and the ending of the name that the file came with. */
    private static String nameOf(Content file, int position) {
        var name = file.name() == null ? "" : file.name();
        var ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return String.format("%03d", position + 1) + (ending.matches("[a-z0-9]{1,8}") && name.contains(".") ? "." + ending : "");
    }

    private Path describe(DossierView dossier, Path folder) throws IOException, XMLStreamException {
        return written(folder.resolve("dc.xml"), "simpledc", DC, xml -> {
            element(xml, "title", dossier.title());
            element(xml, "creator", town + " " + section);
            element(xml, "identifier", section + " " + dossier.fiscalYear() + " " + dossier.code());
            element(xml, "date", dossier.fiscalYear() + "/" + dossier.completedYear());
            element(xml, "description", dossier.facts().ground() + "、" + dossier.keptFrom() + " – " + dossier.keptUntil());
            element(xml, "rights", dossier.facts().disclosure() + (dossier.facts().clause() == null ? "" : " " + dossier.facts().clause()));
            element(xml, "publisher", town);
            element(xml, "type", "Collection");
            element(xml, "language", "ja");
        });
    }

    private Path list(List<Packed> records, Path folder) throws IOException, XMLStreamException {
        return written(folder.resolve("records.xml"), "records", RECORDS, xml -> {
            xml.writeAttribute("handedOverOn", day.toString());
            for (int number = 0; number < records.size(); number++) {
                var record = records.get(number);
                xml.writeStartElement("record");
                xml.writeAttribute("folder", folderOf(number));
                element(xml, "number", record.number());
                element(xml, "title", record.title());
                element(xml, "party", record.party());
                element(xml, "recordedAt", record.recordedAt().toString());
                element(xml, "historyEnd", record.historyEnd());
                for (int file = 0; file < record.files().size(); file++) {
                    xml.writeStartElement("file");
                    xml.writeAttribute("path", nameOf(record.files().get(file), file));
                    xml.writeAttribute("sha256", record.files().get(file).sha256());
                    xml.writeCharacters(plain(record.files().get(file).name()));
                    xml.writeEndElement();
                }
                xml.writeEndElement();
            }
        });
    }

    /** What stands inside a description. */
    @FunctionalInterface
    private interface Inside {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static Path written(Path path, String root, String namespace, Inside inside) throws IOException, XMLStreamException {
        try (var out = Files.newOutputStream(path)) {
            var xml = XMLOutputFactory.newFactory().createXMLStreamWriter(out, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(root);
            xml.writeDefaultNamespace(namespace);
            inside.write(xml);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        }
        return path;
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(plain(text));
        xml.writeEndElement();
    }

    /** Without what XML does not know. */
    private static String plain(String text) {
        return text == null ? "" : text.replaceAll("[^\\u0009\\u000A\\u000D\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]", " ");
    }
}
