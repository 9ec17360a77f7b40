package jp.yakuba.web.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jp.yakuba.exchange.api.ArrivalState;
import jp.yakuba.exchange.api.Capability;
import jp.yakuba.exchange.api.ExchangeProblem;
import jp.yakuba.exchange.api.OpenTransfer;
import jp.yakuba.exchange.api.TransferView;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("文書交換の手順書(OpenAPI)")
class ExchangeDescriptionTest {
    private static final String TYPE = "urn:yakuba:problem:";
    private static final Pattern REFUSAL = Pattern.compile("(?m)^\\| `(EXC-[0-9]{3})` \\| ([0-9]{3}) \\|");

    private static OpenAPI description() throws IOException {
        var options = new ParseOptions();
        options.setResolve(true);
        try (var in = ExchangeDescription.open()) {
            var read = new OpenAPIV3Parser().readContents(new String(in.readAllBytes(), StandardCharsets.UTF_8), null, options);
            assertThat(read.getMessages()).isNullOrEmpty();
            assertThat(read.getOpenAPI().getOpenapi()).isEqualTo("3.1.0");
            return read.getOpenAPI();
        }
    }

    private static Map<String, Method> offered() {
        var offered = new TreeMap<String, Method>();
        for (var method : ExchangeResource.class.getDeclaredMethods()) {
            Stream.of(method.getAnnotations()).map(one -> one.annotationType().getAnnotation(HttpMethod.class)).filter(verb -> verb != null)
                    .forEach(verb -> offered.put(verb.value() + " /" + method.getAnnotation(Path.class).value(), method));
        }
        return offered;
    }

    private static Map<String, Operation> described(OpenAPI description) {
        var described = new TreeMap<String, Operation>();
        description.getPaths().forEach((path, item) -> item.readOperationsMap().forEach((verb, operation) -> described.put(verb + " " + path, operation)));
        return described;
    }

    @Test
    @DisplayName("窓口にある要求はすべて書いてあり、書いてある要求はすべて窓口にある")
    void everyRequestIsDescribed() throws IOException {
        assertThat(described(description()).keySet()).isNotEmpty().isEqualTo(offered().keySet());
    }

    @Test
    @DisplayName("番号、問い合わせの項目、本文の種類が、窓口と同じである")
    void parametersAndBodiesAreTheSame() throws IOException {
        var description = description();
        var offered = offered();
        described(description).forEach((request, operation) -> {
            var method = offered.get(request);
            var item = description.getPaths().get(request.substring(request.indexOf('/')));
            assertThat(names(item, operation, "path")).as(request).isEqualTo(named(method, PathParam.class));
            assertThat(names(item, operation, "query")).as(request).isEqualTo(named(method, QueryParam.class));
            var consumes = method.getAnnotation(Consumes.class);
            assertThat(operation.getRequestBody() == null ? Set.of() : operation.getRequestBody().getContent().keySet()).as(request)
                    .isEqualTo(consumes == null ? Set.of() : Set.of(consumes.value()));
            assertThat(operation.getResponses()).as(request).containsKey("default");
        });
    }

    private static Set<String> names(PathItem item, Operation operation, String in) {
        var all = new ArrayList<Parameter>();
        all.addAll(item.getParameters() == null ? List.of() : item.getParameters());
        all.addAll(operation.getParameters() == null ? List.of() : operation.getParameters());
        return all.stream().filter(one -> in.equals(one.getIn())).map(Parameter::getName).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Method method, Class<? extends Annotation> kind) {
        var names = new TreeSet<String>();
        for (var annotations : method.getParameterAnnotations()) {
            for (var one : annotations) {
                if (one.annotationType() == kind) {
                    names.add(one instanceof PathParam part ? part.value() : ((QueryParam) one).value());
                }
            }
        }
        return names;
    }

    @Test
    @DisplayName("断る番号は、手順書の表、OpenAPI、プログラムで同じである")
    void refusalsAreTheSameEverywhere() throws IOException {
        var inWords = new TreeMap<String, Integer>();
        REFUSAL.matcher(Files.readString(java.nio.file.Path.of("../config/docs/exchange.md"))).results()
                .forEach(row -> inWords.put(row.group(1), Integer.valueOf(row.group(2))));
        var inCode = Stream.of(ExchangeProblem.values()).collect(Collectors.toMap(ExchangeProblem::code, ExchangeProblem::httpStatus));
        var described = part(description().getComponents().getSchemas().get("Problem"), "type").getEnum().stream().map(String::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(inWords).hasSizeGreaterThan(10);
        assertThat(inCode).containsAllEntriesOf(inWords);
        assertThat(described).isEqualTo(inWords.keySet().stream().map(TYPE::concat).collect(Collectors.toCollection(TreeSet::new)));
    }

    private static Schema<?> part(Schema<?> shape, String name) {
        return shape.getProperties().get(name);
    }

    @Test
    @DisplayName("答えの項目とその限りが、プログラムと同じである")
    void shapesAreTheSame() throws IOException {
        var shapes = description().getComponents().getSchemas();
        assertThat(fields(shapes.get("State"))).isEqualTo(fields(TransferView.class));
        assertThat(fields(shapes.get("Capability"))).isEqualTo(fields(Capability.class));
        assertThat(fields(shapes.get("Limits"))).isEqualTo(fields(Capability.Limits.class));
        assertThat(part(shapes.get("State"), "state").getEnum().stream().map(String::valueOf))
                .containsExactlyInAnyOrderElementsOf(Stream.of(ArrivalState.values()).map(Enum::name).toList());
        assertThat(part(shapes.get("Announcement"), "pieceBytes").getMaximum().intValueExact()).isEqualTo(OpenTransfer.LARGEST_CHUNK);
        assertThat(part(shapes.get("Announcement"), "pieces").getMaxItems()).isEqualTo(OpenTransfer.MOST_CHUNKS);
    }

    private static Set<String> fields(Schema<?> shape) {
        return new TreeSet<>(shape.getProperties().keySet());
    }

    private static Set<String> fields(Class<?> type) {
        return Stream.of(type.getRecordComponents()).map(component -> component.getName()).collect(Collectors.toCollection(TreeSet::new));
    }
}
